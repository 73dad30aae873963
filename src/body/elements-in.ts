import { type HtmlElement, type HtmlNode, isHtmlElement, parseBody } from './parse.ts';

/**
 * All elements of some names in a body, in document order. A body too deep to be read has none.
 *
 * @param html any HTML
 */
export function elementsIn(html: string, names: readonly string[]): readonly HtmlElement[] {
  if (!mayHave(html, names)) return [];
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

/** Whether any of the names begins a tag: most bodies have no image, and reading one takes a thousand times as long. */
function mayHave(html: string, names: readonly string[]): boolean {
  // Browsers read `<image>` as `<img>`.
  return names.some((name) => new RegExp(name === 'img' ? '<im(?:g|age)' : `<${name}`, 'i').test(html));
}
