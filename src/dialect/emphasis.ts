import type { Construct, ElementRule } from './construct.ts';
import { element } from './element.ts';
import { wrap } from './wrap.ts';

const as =
  (tagName: string): ElementRule =>
  (node, shape) =>
    wrap(shape.pieces(node.children), (children) => element(tagName, {}, children));

/** Bold and italic, and what browsers show in italics. */
export const emphasis: Construct = {
  name: 'emphasis',
  toHtml: {
    elements: { strong: as('b'), b: as('b'), em: as('i'), i: as('i'), cite: as('i'), dfn: as('i'), var: as('i') },
  },
};
