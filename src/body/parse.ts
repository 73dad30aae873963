import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parseFragment, type TreeAdapter } from 'parse5';
import { TooComplex } from '../model/too-complex.ts';
import { parseWellFormed } from './parse-well-formed.ts';

/** A node of parsed HTML. */
export type HtmlNode = DefaultTreeAdapterTypes.ChildNode;
/** An element of parsed HTML. */
export type HtmlElement = DefaultTreeAdapterTypes.Element;

/**
 * Elements inside each other that are still read. Real bodies stay under 20; everything past this is a mistake or
 * an attack, and the work that HTML's rules ask for grows with the square of the depth.
 */
const mostDepth = 256;

/**
 * Parses the HTML of a body the way browsers do.
 *
 * @param html any text
 * @returns top-level nodes; null when elements lie more than `mostDepth` deep, or when HTML's rules for
 *   unclosed formatting elements would multiply the text
 */
export function parseBody(html: string): readonly HtmlNode[] | null {
  const wellFormed = parseWellFormed(html);
  if (wellFormed !== null) return wellFormed;
  try {
    const nodes = parseFragment(html, { treeAdapter: limitedAdapter(html.length + 64) }).childNodes;
    return isShallow(nodes) ? nodes : null;
  } catch (error) {
    if (error instanceof TooComplex) return null;
    throw error;
  }
}

/** Whether the node is an element (of HTML or of a foreign vocabulary). */
export function isHtmlElement(node: HtmlNode): node is HtmlElement {
  return 'tagName' in node;
}

/** Text of a text node; null for every other node. */
export function textOf(node: HtmlNode): string | null {
  return node.nodeName === '#text' && 'value' in node ? node.value : null;
}

/** Value of an attribute; null when it is absent. */
export function attributeOf(element: HtmlElement, name: string): string | null {
  return element.attrs.find((attribute) => attribute.name === name)?.value ?? null;
}

/** Tokens of the `class` attribute, in order. */
export function classesOf(element: HtmlElement): readonly string[] {
  const value = attributeOf(element, 'class');
  return value === null ? [] : value.split(/[\t\n\f\r ]+/).filter((token) => token !== '');
}

/** parse5's own adapter, stopped as soon as more comes out than well-formed text of this length can hold. */
function limitedAdapter(maxElements: number): TreeAdapter<DefaultTreeAdapterTypes.DefaultTreeAdapterMap> {
  let elements = 0;
  let open = 0;
  return {
    ...defaultTreeAdapter,
    createElement(tagName, namespaceURI, attrs) {
      elements += 1;
      if (elements > maxElements) throw new TooComplex(1, 'unclosed elements');
      return defaultTreeAdapter.createElement(tagName, namespaceURI, attrs);
    },
    onItemPush() {
      open += 1;
      if (open > mostDepth) throw new TooComplex(1, 'elements inside each other');
    },
    onItemPop() {
      open -= 1;
    },
  };
}

/** Elements that were moved while parsing can lie deeper than the parser's own stack ever was. */
function isShallow(nodes: readonly HtmlNode[]): boolean {
  let level: readonly HtmlNode[] = nodes;
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > mostDepth) return false;
    level = level.flatMap((node) => (isHtmlElement(node) ? node.childNodes : []));
  }
  return true;
}
