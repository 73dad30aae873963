import { type HtmlNode, isHtmlElement, textOf } from './parse.ts';

/** All text of some nodes as one line: markup left out, line breaks and white space as single spaces. */
export function plainTextOf(nodes: readonly HtmlNode[]): string {
  return joined(nodes)
    .replace(/[\t\n\f\r ]+/g, ' ')
    .replace(/^ | $/g, '');
}

function joined(nodes: readonly HtmlNode[]): string {
  let text = '';
  for (const node of nodes) {
    if (!isHtmlElement(node)) text += textOf(node) ?? '';
    else text += node.tagName === 'br' ? ' ' : joined(node.childNodes);
  }
  return text;
}
