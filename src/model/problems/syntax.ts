import { error, warning } from './entry.ts';

/** Problems of Markdown that says something else than it seems to. */
export const syntaxProblems = {
  'too-deep': error(
    (a: { what: string }) => `the text is too large or too deep to be compiled: ${a.what}`,
    () => 'Split the file, or flatten what is nested.',
  ),
  'not-html': warning(
    (a: { written: string }) => `"${a.written}" is not read as HTML and is shown as text`,
    (a) => `If it is text, write \`${a.written}\` or \\${a.written}.`,
  ),
  'comment-unclosed': warning(
    () => 'an HTML comment is opened and never closed, so what follows is not shown',
    () => 'Close it with "-->".',
  ),
  'reference-undefined': warning(
    (a: { written: string; label: string }) => `"${a.written}" refers to "${a.label}", which is not defined`,
    (a) => `Add a line "[${a.label}]: address", or write the link as [text](address).`,
  ),
  'html-unclosed': warning(
    (a: { element: string }) => `<${a.element}> is opened and never closed, so it holds what follows`,
    (a) => `Write </${a.element}> where it ends.`,
  ),
  'drawn-code': warning(
    (a: { language: string; what: string }) =>
      `Intercom does not draw "${a.language}"; readers see the code of the ${a.what}`,
    (a) => `Put a picture of the ${a.what} in its place.`,
  ),
  formula: warning(
    (a: { written: string }) => `Intercom has no formulas; readers see "${a.written}"`,
    () => 'Write it in plain characters, or put a picture in its place. Code, between backticks, is left alone.',
  ),
  'emoji-name': warning(
    (a: { written: string; emoji: string }) => `"${a.written}" is shown as text, not as ${a.emoji}`,
    (a) => `Write ${a.emoji} itself.`,
  ),
  'foreign-markdown': warning(
    (a: { written: string; what: string }) => `"${a.written}" looks like ${a.what} of other tools and is shown as text`,
    () => 'docs/dialect.md has what can be written instead. Code, between backticks, is left alone.',
  ),
} as const;
