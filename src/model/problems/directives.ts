import { error, warning } from './entry.ts';

/** Problems of variables, snippets and what helpcentre adds to Markdown. */
export const directivesProblems = {
  'unknown-variable': error(
    (a: { name: string; nearest: string | null }) => `variable "${a.name}" has no value`,
    (a) =>
      `${a.nearest === null ? '' : `Did you mean "${a.nearest}"? `}Give it a value under "variables" in helpcentre.yml, or write \\{{ for the braces themselves.`,
  ),
  'snippet-missing': error(
    (a: { target: string; nearest: string | null }) =>
      a.target === '' ? 'include without a file' : `snippet "${a.target}" does not exist`,
    (a) =>
      a.nearest === null
        ? 'Write :::include{file=_snippets/name.md}; the path is looked up beside this file, then in the content folder.'
        : `Did you mean "${a.nearest}"?`,
  ),
  'snippet-cycle': error(
    (a: { chain: string }) => `a snippet includes itself: ${a.chain}`,
    () => 'Remove one of the includes.',
  ),
  'directive-unknown': warning(
    (a: { written: string; meant: string }) => `"${a.written}" is no directive of the dialect and is shown as text`,
    (a) => `Did you mean ${a.meant}?`,
  ),
  'directive-stray': warning(
    (a: { written: string }) => `"${a.written}" closes nothing and is shown as text`,
    () => 'Remove it. To nest one directive in another, give the outer one more colons.',
  ),
  'directive-unclosed': warning(
    (a: { name: string }) => `":::${a.name}" is never closed, so it holds all that follows`,
    () => 'Put a line that holds only ":::" where it ends. To nest one in another, give the outer one more colons.',
  ),
  'callout-color': warning(
    (a: { color: string; nearest: string | null }) =>
      a.color === '' ? 'callout without a colour is gray' : `callout colour "${a.color}" is not known; gray is used`,
    (a) => (a.nearest === null ? 'Use gray, blue, green, yellow or red.' : `Did you mean "${a.nearest}"?`),
  ),
  'alert-spelling': warning(
    (a: { written: string; proper: string }) => `"${a.written}" is not how GitHub writes an alert`,
    (a) => `Write ${a.proper} in capitals, alone on the first line of the quote.`,
  ),
  'alert-unknown': warning(
    (a: { written: string }) => `"${a.written}" is no alert; the quote is shown as a plain one`,
    () => 'Use [!NOTE], [!TIP], [!IMPORTANT], [!WARNING] or [!CAUTION].',
  ),
  'button-incomplete': error(
    (a: { missing: string }) => `button without ${a.missing}`,
    () => 'Write :button[Text]{href="https://…"}; an address with "=" needs the quotes.',
  ),
} as const;
