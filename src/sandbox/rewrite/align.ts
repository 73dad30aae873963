import type { Element } from 'hast';
import { classesOf } from './node.ts';

/** The alignment class of an element: left is the old spelling of none, and is kept where it stands. */
export function alignOf(node: Element): string | undefined {
  return classesOf(node).find((name) => /^intercom-align-(left|center|right|justify)$/.test(name));
}

/** Gives an image's or button's container the alignment of the element it was taken out of, unless it has its own. */
export function alignContainer(block: Element, align: string | undefined): Element {
  if (align === undefined || !classesOf(block).includes('intercom-container') || alignOf(block) !== undefined) {
    return block;
  }
  return { ...block, properties: { ...block.properties, className: ['intercom-container', align] } };
}
