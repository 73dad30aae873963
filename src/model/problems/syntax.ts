import { didYouMean, error, warning } from './entry.ts';
import { type Foreign, foreignHelp, foreignMessage } from './foreign.ts';

/** Problems of Markdown that says something else than it seems to. */
export const syntaxProblems = {
  'too-deep': error(
    (a: { what: string }) => `the text is too large or too deep to be compiled: ${a.what}`,
    () => 'Split the file, or flatten what is nested.',
    {
      why: 'Limits on size and nesting keep one file from stopping the whole run. Real articles stay far below them.',
      bad: { 'A source': '> > > > (and so on, for more than 100 levels)' },
      good: { 'A source': '> One level.' },
    },
  ),
  'not-html': warning(
    (a: Foreign) => (a.kind === null ? `"${a.written}" is not read as HTML and is shown as text` : foreignMessage(a)),
    (a) => (a.kind === null ? `If it is text, write \`${a.written}\` or \\${a.written}.` : foreignHelp(a)),
    {
      why: 'The name in angle brackets is not an HTML element, so it is published as text. This is a reminder that it is not markup.',
      bad: 'Connect to <port>.',
      good: 'Connect to `<port>`.',
    },
  ),
  'comment-unclosed': warning(
    () => 'an HTML comment is opened and never closed, so what follows is not shown',
    () => 'Close it with "-->".',
    {
      why: 'A comment that never ends hides the rest of the article from readers.',
      bad: '<!-- Check the price.\n\nIt costs 10.',
      good: '<!-- Check the price. -->\n\nIt costs 10.',
    },
  ),
  'reference-undefined': warning(
    (a: { written: string; label: string; nearest: string | null }) =>
      `"${a.written}" refers to "${a.label}", which is not defined`,
    (a) => `${didYouMean(a.nearest)}If not, add a line "[${a.label}]: address", or write the link as [text](address).`,
    {
      why: 'Without its definition the link is published as text in brackets.',
      bad: 'Read the [terms][term].\n\n[terms]: https://example.com/terms',
      good: 'Read the [terms][terms].\n\n[terms]: https://example.com/terms',
    },
  ),
  'html-unclosed': warning(
    (a: { element: string; holds?: boolean }) =>
      `<${a.element}> is opened and never closed, so ${a.holds === false ? 'it is left out' : 'it holds what follows'}`,
    (a) => `Write </${a.element}> where it ends.`,
    {
      why: 'The element goes on to the end of the article, and its effect with it.',
      bad: '<details>\n<summary>Can I pay later?</summary>\n\nYes.',
      good: '<details>\n<summary>Can I pay later?</summary>\n\nYes.\n\n</details>',
    },
  ),
  'drawn-code': warning(
    (a: { language: string; what: string }) =>
      `Intercom does not draw "${a.language}"; readers see the code of the ${a.what}`,
    (a) => `Replace it with an image of the ${a.what}.`,
    {
      why: 'GitHub draws diagrams, maps and formulas from code. Intercom shows readers the code itself.',
      bad: '```mermaid\ngraph LR; Order --> Invoice\n```',
      good: '![An order becomes an invoice](https://example.com/order.png)',
    },
  ),
  formula: warning(
    (a: { written: string }) => `Intercom has no formulas; readers see "${a.written}"`,
    () => 'Write it in plain characters, or put a picture in its place. Code, between backticks, is left alone.',
    {
      why: 'GitHub sets formulas between dollar signs. Intercom shows them as they are typed.',
      bad: 'The area is $a^2$.',
      good: 'The area is a².',
    },
  ),
  'emoji-name': warning(
    (a: { written: string; emoji: string }) => `"${a.written}" is shown as text, not as ${a.emoji}`,
    (a) => `Write ${a.emoji} itself.`,
    {
      why: 'GitHub turns the name into an emoji. Intercom shows the name.',
      bad: 'Done :tada:',
      good: 'Done 🎉',
    },
  ),
  'foreign-markdown': warning(
    (a: Foreign) => foreignMessage(a),
    (a) => foreignHelp(a),
    {
      why: 'The syntax belongs to another tool, such as a wiki or a site generator. Here it is published as plain text.',
      bad: 'This is ==important==.',
      good: 'This is **important**.',
    },
  ),
} as const;
