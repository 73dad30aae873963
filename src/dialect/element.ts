import type { Element, ElementContent, Properties } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import type { Alignment } from './construct.ts';

/** Makes an element. Attributes keep the order they are given in. */
export function element(tagName: string, properties: Properties, children: readonly ElementContent[] = []): Element {
  return { type: 'element', tagName, properties, children: [...children] };
}

/** Makes a text node. */
export function text(value: string): ElementContent {
  return { type: 'text', value };
}

const none: readonly string[] = [];

/** Classes of an element. */
export function classes(node: Element): readonly string[] {
  const value = node.properties.className ?? node.properties.class;
  if (value === undefined) return none;
  return Array.isArray(value) ? value.map(String) : typeof value === 'string' ? value.split(/\s+/) : [];
}

/** An attribute as text; empty where there is none. */
export function attribute(node: Element, name: string): string {
  const value = node.properties[name];
  if (value === true) return name;
  if (value === undefined || value === null || value === false) return '';
  return Array.isArray(value) ? value.join(' ') : String(value);
}

/** Declarations of the `style` attribute, names in lower case, later ones winning. */
export function styles(node: Element): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const declaration of attribute(node, 'style').split(';')) {
    const colon = declaration.indexOf(':');
    if (colon > 0) found.set(declaration.slice(0, colon).trim().toLowerCase(), declaration.slice(colon + 1).trim());
  }
  return found;
}

/** Whether an element has no attributes at all, as most that come of Markdown. */
function isBare({ properties }: Element): boolean {
  for (const name in properties) if (properties[name] !== undefined) return false;
  return true;
}

const alignments: readonly Alignment[] = ['center', 'right', 'justify'];

/** How an element says it is aligned: by Intercom's class, by `align`, or by its style. */
function alignmentOf(node: Element): Alignment | 'left' | null {
  if (isBare(node)) return null;
  const written = [
    classes(node)
      .find((name) => name.startsWith('intercom-align-'))
      ?.slice(15),
    attribute(node, 'align').toLowerCase(),
    styles(node).get('text-align')?.toLowerCase(),
  ];
  for (const value of written) {
    if (value === 'left' || value === 'start') return 'left';
    const found = alignments.find((alignment) => alignment === (value === 'middle' ? 'center' : value));
    if (found !== undefined) return found;
  }
  return null;
}

/** The alignment inside an element: its own, or the one around it. */
export function alignmentIn(node: Element, around: Alignment | null): Alignment | null {
  const own = alignmentOf(node);
  return own === null ? around : own === 'left' ? null : own;
}

const blockTags = new Set('p h1 h2 h3 h4 h5 h6 ul ol div pre table hr details'.split(' '));

/** Whether a rewritten node is a block. */
export function isBlock(node: ElementContent): node is Element {
  return node.type === 'element' && blockTags.has(node.tagName);
}

/** Whether a node is an element, of one of these names if there are any. */
export function isElement<Name extends string>(
  node: ElementContent | undefined,
  name?: Name,
  ...others: readonly Name[]
): node is Element & { tagName: Name } {
  if (node?.type !== 'element') return false;
  return name === undefined || node.tagName === name || others.some((other) => other === node.tagName);
}

/** Whether a node is nothing but white space that does not show. */
export function isSpace(node: ElementContent): boolean {
  return node.type === 'text' ? /^[ \t\n\f\r]*$/.test(node.value) : node.type === 'comment';
}

/** Text of nodes in one line: line breaks are spaces, and images what is written for those who cannot see them. */
export function plainText(nodes: readonly ElementContent[]): string {
  return nodes
    .map((node) => {
      if (node.type !== 'element') return textOf(node);
      if (node.tagName === 'img') return attribute(node, 'alt');
      return node.tagName === 'br' ? ' ' : plainText(node.children);
    })
    .join('');
}

/** Collapses white space as browsers do. */
export function oneLine(value: string): string {
  return value.replace(/[ \t\n\f\r]+/g, ' ').replace(/^ | $/g, '');
}

/** Whether two runs of nodes show anything. */
export function isVisible(nodes: readonly ElementContent[]): boolean {
  return nodes.some((node) =>
    node.type === 'text'
      ? !isSpace(node)
      : isElement(node, 'img') || (node.type === 'element' && isVisible(node.children)),
  );
}
