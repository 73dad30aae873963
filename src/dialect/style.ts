import type { Element } from 'hast';
import type { Shape } from './construct.ts';
import { attribute, classes, styles } from './element.ts';

/** Styles that readers would miss. Layout goes without a word: Intercom has its own. */
const visible = ['color', 'background', 'background-color', 'font-size', 'text-decoration', 'border'];

/** Elements whose rules look at styles themselves. */
const styledElements = new Set(['td', 'th', 'tr', 'img']);

/** Warns of colours and sizes that an element is written with and that Intercom does not keep. */
export function warnOfStyle(node: Element, shape: Shape): void {
  const { style, color } = node.properties;
  if (style === undefined && color === undefined) return;
  if (styledElements.has(node.tagName) || classes(node).some((name) => name.startsWith('intercom-'))) return;
  const own = styles(node);
  const lost = [...visible.filter((name) => own.has(name)), ...(attribute(node, 'color') === '' ? [] : ['color'])];
  if (lost.length > 0) {
    shape.report('style-lost', { element: node.tagName, lost: [...new Set(lost)].join(', ') }, node.position);
  }
}

/** A colour that Intercom takes as it is written. */
export function isColour(value: string | undefined): value is string {
  return /^(?:#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})|rgba?\([\d.,%/ ]{5,40}\))$/i.test(value ?? '');
}
