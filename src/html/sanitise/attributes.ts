import type { Element, Properties } from 'hast';
import { attributeNames } from '../property.ts';
import { ATTRIBUTES, CLASSES, UNSEEN } from '../vocabulary.ts';
import type { Report } from './finding.ts';
import { safeStyle } from './style.ts';

/** Values that an attribute may have. Addresses, classes and styles are looked at by themselves. */
const VALUES: Readonly<Record<string, RegExp>> = {
  id: /\S/,
  alt: /^/,
  target: /^_blank$/,
  role: /^presentation$/,
  width: /^\d{1,5}(?:\.\d{1,20})?$/,
  height: /^\d{1,5}(?:\.\d{1,20})?$/,
  colSpan: /^(?:[1-9]\d{0,2}|1000)$/,
  rowSpan: /^(?:[1-9]\d{0,2}|1000)$/,
  frameBorder: /^[01]$/,
  allow: /^[a-z; -]{1,200}$/,
};

/**
 * Keeps of an element's attributes what a body can hold, in their order.
 *
 * @param node as written
 * @param tagName of the element it becomes
 * @param report gets what a reader would miss
 * @param address stands in place of `href` and `src`, where the element may have one; null takes them out
 */
export function safeProperties(
  node: Element,
  tagName: string,
  report: Report,
  address: string | null = null,
): Properties {
  const kept: Properties = {};
  for (const [name, value] of Object.entries(node.properties ?? {})) {
    const { property, attribute } = attributeNames(name);
    if (value === null || value === undefined || value === false) continue;
    if (property === 'href' || property === 'src') {
      if (address !== null && isAllowed(tagName, property)) kept[property] = address;
      continue;
    }
    const text = Array.isArray(value) ? value.join(' ') : String(value);
    if (property === 'className') keepClasses(text, node, tagName, kept, report);
    else if (property === 'style') keepStyle(text, node, tagName, kept, report);
    else if (isAllowed(tagName, property) && value === true && VALUES[property] === undefined) kept[property] = true;
    else if (isAllowed(tagName, property) && VALUES[property]?.test(text)) kept[property] = text;
    else if (!UNSEEN.has(property) && !/^data[A-Z]/.test(property)) {
      report({ kind: 'attribute-removed', node, name: attribute });
    }
  }
  return kept;
}

function isAllowed(tagName: string, property: string): boolean {
  return Object.hasOwn(ATTRIBUTES, tagName) && ATTRIBUTES[tagName]?.includes(property) === true;
}

function keepClasses(text: string, node: Element, tagName: string, kept: Properties, report: Report): void {
  const classes = text.split(/\s+/).filter((token) => token !== '');
  const safe = isAllowed(tagName, 'className') ? classes.filter((token) => CLASSES.has(token)) : [];
  for (const name of classes.filter((token) => !safe.includes(token))) {
    if (!CLASSES.has(name)) report({ kind: 'class-removed', node, name });
  }
  if (safe.length > 0) kept.className = safe;
}

/** A `div` has a style only as a callout. */
function keepStyle(text: string, node: Element, tagName: string, kept: Properties, report: Report): void {
  const classes = [node.properties.className ?? node.properties.class].flat();
  const hasStyle = tagName !== 'div' || classes.join(' ').split(/\s+/).includes('intercom-interblocks-callout');
  const { style, lost } = safeStyle(hasStyle ? tagName : '', text);
  for (const name of lost) report({ kind: 'style-removed', node, name });
  if (style !== '') kept.style = style;
}
