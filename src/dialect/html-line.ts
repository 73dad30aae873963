import { type HtmlNode, isHtmlElement, textOf } from '../body/parse.ts';
import { textAsHtml } from './html-text.ts';
import { linkAttributes } from './image.ts';

/** A line of the canonical form as HTML: text with its marks. */
export function lineAsHtml(nodes: readonly HtmlNode[]): string {
  return nodes
    .map((node) => {
      if (!isHtmlElement(node)) return textAsHtml(textOf(node) ?? '');
      const attributes = node.tagName === 'a' ? linkAttributes(node) : '';
      return `<${node.tagName}${attributes}>${lineAsHtml(node.childNodes)}</${node.tagName}>`;
    })
    .join('');
}
