import type { Line } from './lines.ts';

/**
 * Says for each line of a text, in order, whether it is a comment of HTML and no more, or in one: nothing in it is a tool's. One
 * that takes in another file is none, and one that is never closed.
 */
export function createHtmlComments(lines: readonly Line[]): (text: string, at: number) => boolean {
  const lastClose = lines.findLastIndex(({ text }) => text.includes('-->'));
  let isOpen = false;
  return (text, at) => {
    if (isOpen) {
      isOpen = !text.includes('-->');
      return true;
    }
    const inside = /^\s*<!--(?!\s*@include)(.*)$/.exec(text)?.[1];
    if (inside === undefined) return false;
    const close = inside.indexOf('-->');
    if (close >= 0) return inside.slice(close + 3).trim() === '';
    isOpen = at < lastClose;
    return isOpen;
  };
}

/** The same text with its comments as characters that no rule matches. */
export function withoutHtmlComments(text: string): string {
  if (!text.includes('<!--')) return text;
  return text.replace(/<!--[\s\S]*?-->/g, (comment) => '\uE000'.repeat(comment.length));
}
