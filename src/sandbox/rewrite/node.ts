import type { Element, ElementContent, Properties, RootContent } from 'hast';

/** Makes an element. Attributes are printed in the order given; `undefined` leaves one out. */
export function element(tagName: string, properties: Properties, children: readonly ElementContent[]): Element {
  const given = Object.entries(properties).filter(([, value]) => value !== undefined && value !== null);
  return { type: 'element', tagName, properties: Object.fromEntries(given), children: [...children] };
}

/** Whether a node is an element, of the named kind if one is given. */
export function isElement(node: RootContent | undefined, tagName?: string): node is Element {
  return node?.type === 'element' && (tagName === undefined || node.tagName === tagName);
}

/** Whether a node is text of nothing but ASCII white space. U+00A0 and U+200B are text: Intercom keeps them. */
export function isBlank(node: RootContent): boolean {
  return node.type === 'text' && /^[ \t\r\n\f]*$/.test(node.value);
}

/** Classes of an element, in order. */
export function classesOf(node: Element): readonly string[] {
  const value = node.properties.className;
  return Array.isArray(value) ? value.map(String) : [];
}

/** What HTML does not show of an element, which only Markdown can say; null for nothing. */
export function carriedIn(node: Element): Properties | null {
  const names = Object.keys(node.properties).filter((name) => name.startsWith('dataIntercom'));
  return names.length === 0 ? null : Object.fromEntries(names.map((name) => [name, node.properties[name]]));
}

/** A string attribute; undefined when it is absent or has no value. */
export function attribute(node: Element, name: string): string | undefined {
  const value = node.properties[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}
