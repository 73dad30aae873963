import { escapeText, escapeValue } from '../escape.ts';

/** A node of the canonical form: text as the reader sees it, or an element. */
export type CanonicalNode = string | CanonicalElement;

/** An element of the canonical form. */
export interface CanonicalElement {
  /** Levels of headings are settled once all headings of the body are known, so the name can change. */
  name: string;
  /** Ready to print: ` name="value"` for each, sorted by name. */
  readonly attributes: string;
  readonly children: readonly CanonicalNode[];
}

const voidElements = new Set(['br', 'hr', 'img']);

/** Makes an element. */
export function element(name: string, attributes = '', children: readonly CanonicalNode[] = []): CanonicalElement {
  return { name, attributes, children };
}

/** An empty paragraph: the visible space between two blocks. */
export function blankParagraph(): CanonicalElement {
  return element('p');
}

/** Whether the element is an empty paragraph. */
export function isBlank(node: CanonicalElement): boolean {
  return node.name === 'p' && node.children.length === 0;
}

/** Prints nodes in one line, in the one spelling that the canonical form has. */
export function print(nodes: readonly CanonicalNode[]): string {
  let html = '';
  for (const node of nodes) {
    if (typeof node === 'string') html += escapeText(node);
    else if (voidElements.has(node.name)) html += `<${node.name}${node.attributes}>`;
    else html += `<${node.name}${node.attributes}>${print(node.children)}</${node.name}>`;
  }
  return html;
}

/** Prints one attribute, with the space before it. */
export function printAttribute(name: string, value: string): string {
  return ` ${name}="${escapeValue(value.replace(/\r\n?/g, '\n'))}"`;
}
