import { oneLine, printable } from './paint.ts';

/**
 * Text from a file or a workspace as Markdown that shows it as it is and does nothing: no markup, no HTML, no mention
 * that notifies a person, no reference that leaves a trace in an issue, no link.
 */
export function inert(text: string): string {
  return (
    oneLine(text)
      .replace(/[\\`*_{}[\]()#+\-.!|~>$^]/g, '\\$&')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      // An escaped character still makes a mention or a reference; a character that nobody sees does not.
      .replaceAll('@', `@${unseen}`)
      .replace(/#(?=\d)/g, `#${unseen}`)
      // GitLab's merge requests and epics.
      .replace(/(!|&amp;)(?=\d)/g, `$1${unseen}`)
      .replace(/\b(gh)(?=\\-\d)/gi, `$1${unseen}`)
      .replace(/:(?=\/\/)/g, `:${unseen}`)
      .replace(/\b(www)(?=\\\.)/gi, `$1${unseen}`)
  );
}

/** Zero-width space. */
const unseen = '\u200b';

/**
 * Text as code in a line, also in a cell of a table. GitHub makes no mention and no reference of code.
 */
export function code(text: string): string {
  const shown = oneLine(text).replaceAll('|', '\\|');
  if (shown === '') return '` `';
  const fence = '`'.repeat(longestRun(shown) + 1);
  const pad = /^`|`$|^ .* $/.test(shown) ? ' ' : '';
  return `${fence}${pad}${shown}${pad}${fence}`;
}

/** Lines as a block of code that no line can end. */
export function codeBlock(lines: readonly string[], language: string): string {
  const shown = lines.map(printable);
  const longest = Math.max(0, ...shown.map(longestRun));
  const fence = '`'.repeat(Math.max(3, longest + 1));
  return `${fence}${language}\n${shown.join('\n')}\n${fence}`;
}

/** Text for the head of a `<details>`, where Markdown is not read: as code, so that it mentions nobody. */
export function htmlCode(text: string): string {
  const escaped = oneLine(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return `<code>${escaped}</code>`;
}

/** A part that is folded until somebody opens it. @param head HTML, safe already */
export function details(head: string, body: string): string {
  return `<details><summary>${head}</summary>\n\n${body}\n\n</details>`;
}

function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
}

/** A text that is no longer than fits a row of a table. */
export function clipped(text: string): string {
  const most = 160;
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}
