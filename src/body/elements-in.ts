import { type HtmlElement, type HtmlNode, isHtmlElement, parseBody } from './parse.ts';

/**
 * All elements of some names in a body, in document order. A body too deep to be read has none.
 *
 * @param html any HTML
 */
export function elementsIn(html: string, names: readonly string[]): readonly HtmlElement[] {
  const found: HtmlElement[] = [];
  collect(parseBody(html) ?? [], new Set(names), found);
  return found;
}

function collect(nodes: readonly HtmlNode[], names: ReadonlySet<string>, found: HtmlElement[]): void {
  for (const node of nodes) {
    if (!isHtmlElement(node)) continue;
    if (names.has(node.tagName)) found.push(node);
    collect(node.childNodes, names, found);
  }
}
