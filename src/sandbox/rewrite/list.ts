import type { Element } from 'hast';
import { blocks, type Construct, type Walk } from './context.ts';
import { element, isElement } from './node.ts';

/**
 * Rewrites `ul` and `ol`: items only, each with blocks inside. A list that stands directly in a list belongs
 * to the item before it, as browsers draw it.
 */
export const listConstruct: Construct = (node, walk) => {
  const items: Element[] = [];
  for (const child of node.children) {
    if (isElement(child, 'li')) {
      items.push(element('li', {}, walk.blocks(child.children, 'dropped')));
      continue;
    }
    const loose = walk.blocks([child], 'dropped');
    const last = items.at(-1);
    if (loose.length === 0) continue;
    if (last === undefined) items.push(element('li', {}, loose));
    else last.children.push(...loose);
  }
  return blocks(element(node.tagName, {}, items));
};

/** An `li` outside of any list is nothing but its content. */
export const strayItem: Construct = (node, walk: Walk) => blocks(...walk.blocks(node.children, 'dropped'));
