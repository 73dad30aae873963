import type { Construct } from './construct.ts';
import { element } from './element.ts';
import { wrap } from './wrap.ts';

/** Definition lists, which Intercom refuses: each term is a bold paragraph, its definition the ones after. */
export const definitionLists: Construct = {
  name: 'definition-list',
  toHtml: {
    elements: {
      dl(node, shape) {
        shape.report('html-reduced', { element: 'dl', kept: 'terms are shown in bold' }, node.position);
        return shape.blocks(node.children);
      },
      dt(node, shape) {
        return shape.paragraphs(wrap(shape.pieces(node.children), (inner) => element('b', {}, inner)));
      },
      dd: (node, shape) => shape.blocks(node.children),
    },
  },
};
