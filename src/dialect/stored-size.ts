import { type HtmlNode, isHtmlElement, textOf } from '../body/parse.ts';

/**
 * Elements of one stored body that are put into Markdown. Their time is linear (six seconds for 35,000), but a file has
 * no more lines: what is larger would not compile, while it does as one line of HTML. Real bodies stay under 4,000.
 */
const mostElements = 10_000;
/**
 * Characters outside code that Markdown might take for markup. Each may have to be escaped and is read back, up to the
 * limit of the parser's steps, once for every way of escaping: of all units of syntax repeated to 200 kB the worst takes
 * seven seconds with this limit, and minutes without it (`a@b.c`, `_www.`). Prose of the longest real length has a third.
 */
const mostMarks = 15_000;

const mark = /[^\p{L}\p{N}\p{M}\s]/gu;

/** Whether a stored body is small enough, in what Markdown has to say of it, for Markdown. */
export function fitsMarkdown(nodes: readonly HtmlNode[]): boolean {
  let elements = 0;
  let marks = 0;
  const open = [...nodes];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (isHtmlElement(node)) {
      elements += 1;
      if (node.tagName !== 'pre') for (const child of node.childNodes) open.push(child);
    } else {
      marks += textOf(node)?.match(mark)?.length ?? 0;
    }
    if (elements > mostElements || marks > mostMarks) return false;
  }
  return true;
}
