import { isBlank, type Line } from './lines.ts';

const opening = /^\s*(?:(?:[-*+]|\d{1,9}[.)])\s+|>\s?)*<(?:table|ul|ol|dl)\b/;
const element = /<(\/?)(div|section|article|main|header|footer|center|figure|figcaption|nav|p|details)\b/g;

/** Lines that are looked ahead. */
const mostLines = 2000;

/**
 * Says for each line, in order, whether it belongs to a table or a list of HTML without a blank line in it: elements in it
 * are those of HTML, and as they should be.
 */
export function createWholeHtml(): (lines: readonly Line[], at: number) => boolean {
  let left = 0;
  return (lines, at) => {
    if (left > 0) {
      left -= 1;
      return true;
    }
    if (!opening.test(lines[at]?.text ?? '')) return false;
    const found = lines.slice(at, at + mostLines).findIndex(isBlank);
    const run = lines.slice(at, found < 0 ? at + mostLines : at + found);
    if (!run.some(({ text }) => /<\/(?:table|ul|ol|dl)>/.test(text)) || !isBalanced(run)) return false;
    left = run.length - 1;
    return true;
  };
}

function isBalanced(run: readonly Line[]): boolean {
  const open = new Map<string, number>();
  for (const { text } of run) {
    for (const [, slash, name = ''] of text.matchAll(element)) {
      open.set(name, (open.get(name) ?? 0) + (slash === '' ? 1 : -1));
    }
  }
  return [...open.values()].every((count) => count === 0);
}
