import { type HtmlNode, isHtmlElement, textOf } from '../html/parse.ts';

/** Elements of one stored body that are put into Markdown; a file has no more lines either. Real ones stay under 4,000. */
const mostElements = 10_000;
/**
 * Characters outside code that Markdown might take for markup. Each may have to be escaped and is read back, which
 * takes time with the square of their number. Prose of the longest real length has a third of it.
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
