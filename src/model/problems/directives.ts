import { pageAddress } from '../documentation.ts';
import { error, warning } from './entry.ts';
import { type Foreign, foreignHelp, foreignMessage } from './foreign.ts';

/** Problems of snippets and what helpcentre adds to Markdown. */
export const directivesProblems = {
  'snippet-missing': error(
    (a: { target: string; nearest: string | null }) =>
      a.target === '' ? 'include without a file' : `snippet "${a.target}" does not exist`,
    (a) =>
      a.nearest === null
        ? 'Write :::include{file=_snippets/name.md}; the path is looked up beside this file, then in the content folder.'
        : `Did you mean "${a.nearest}"?`,
    {
      why: 'The text of the snippet would be missing from the article.',
      bad: {
        'content/a.md': '# A\n\n:::include{file=_snippets/pan.md}\n:::',
        'content/_snippets/plan.md': 'Part of every plan.',
      },
      good: {
        'content/a.md': '# A\n\n:::include{file=_snippets/plan.md}\n:::',
        'content/_snippets/plan.md': 'Part of every plan.',
      },
    },
  ),
  'snippet-cycle': error(
    (a: { chain: string }) => `a snippet includes itself: ${a.chain}`,
    () => 'Remove one of the includes.',
    {
      why: 'A snippet that includes itself, directly or through others, would never end.',
      bad: {
        'content/a.md': '# A\n\n:::include{file=_snippets/plan.md}\n:::',
        'content/_snippets/plan.md': 'Part of every plan.\n\n:::include{file=_snippets/plan.md}\n:::',
      },
      good: {
        'content/a.md': '# A\n\n:::include{file=_snippets/plan.md}\n:::',
        'content/_snippets/plan.md': 'Part of every plan.',
      },
    },
  ),
  'directive-unknown': warning(
    (a: Foreign & { nearest: string | null }) =>
      a.kind === null ? `"${a.written}" is not a directive and is shown as text` : foreignMessage(a),
    (a) => {
      if (a.kind !== null)
        return foreignHelp(
          a,
          a.nearest === null ? undefined : `Write "${a.nearest}", with the text below it behind ">".`,
        );
      return a.nearest === null
        ? `Remove it, or write it as text; ${pageAddress('reference/dialect')} lists the directives that there are.`
        : `Did you mean ${a.nearest}?`;
    },
    {
      why: 'helpcentre knows only a few directives. Any other line that begins with colons is published as it is.',
      bad: ':::note\nMake a copy first.\n:::',
      good: '> [!NOTE]\n> Make a copy first.',
    },
  ),
  'directive-stray': warning(
    (a: { written: string }) => `"${a.written}" closes nothing and is shown as text`,
    () => 'Remove it. To nest one directive in another, give the outer one more colons.',
    {
      why: 'A line of colons with nothing to close is often what is left of a deleted directive, or of one nested with too few colons.',
      bad: 'Well done.\n\n:::',
      good: 'Well done.',
    },
  ),
  'directive-unclosed': warning(
    (a: { name: string }) => `":::${a.name}" is never closed, so it holds all that follows`,
    () => 'Put a line that holds only ":::" where it ends. To nest one in another, give the outer one more colons.',
    {
      why: 'Everything down to the end of the article would be part of the directive.',
      bad: ':::callout{color=green}\nWell done.',
      good: ':::callout{color=green}\nWell done.\n:::',
    },
  ),
  'callout-color': warning(
    (a: { color: string; nearest: string | null }) =>
      a.color === '' ? 'callout without a colour is gray' : `callout colour "${a.color}" is not known; gray is used`,
    (a) => (a.nearest === null ? 'Use gray, blue, green, yellow or red.' : `Did you mean "${a.nearest}"?`),
    {
      why: 'Intercom has five colours of callouts. For any other, gray is shown.',
      bad: ':::callout{color=purple}\nWell done.\n:::',
      good: ':::callout{color=green}\nWell done.\n:::',
    },
  ),
  'alert-spelling': warning(
    (a: { written: string; proper: string }) => `"${a.written}" is not how GitHub writes an alert`,
    (a) => `Write ${a.proper} in capitals, alone on the first line of the quote.`,
    {
      why: 'helpcentre understands the spelling, but GitHub does not, so the preview there would look different.',
      bad: '> [!Note]\n> Make a copy first.',
      good: '> [!NOTE]\n> Make a copy first.',
    },
  ),
  'alert-unknown': warning(
    (a: { written: string }) => `"${a.written}" is not an alert; it is shown as a plain quote`,
    () => 'Use [!NOTE], [!TIP], [!IMPORTANT], [!WARNING] or [!CAUTION].',
    {
      why: 'GitHub has five alerts. Any other word in brackets is published as text.',
      bad: '> [!HINT]\n> Make a copy first.',
      good: '> [!TIP]\n> Make a copy first.',
    },
  ),
  'button-incomplete': error(
    (a: { missing: string }) => `button without ${a.missing}`,
    () => 'Write :button[Text]{href="https://…"}; an address with "=" needs the quotes.',
    {
      why: 'A button needs a text to show and an address to open.',
      bad: ':button[Start your trial]',
      good: ':button[Start your trial]{href="https://example.com/start"}',
    },
  ),
} as const;
