import type { Construct, ElementRule } from './construct.ts';
import { text } from './element.ts';

/** Text struck through: without a mark it would say the opposite, so the tildes of the source are shown. */
const strike: ElementRule = (node, shape) => {
  shape.report('strikethrough', {}, node.position);
  return [text('~~'), ...shape.pieces(node.children), text('~~')];
};

export const strikethrough: Construct = {
  name: 'strikethrough',
  toHtml: { elements: { del: strike, s: strike, strike } },
};
