import type { Construct, ElementRule } from './construct.ts';
import { isVisible, text } from './element.ts';

/** Text struck through: without a mark it would say the opposite, so the tildes of the source are shown. */
const strike: ElementRule = (node, shape) => {
  const pieces = shape.pieces(node.children);
  if (!isVisible(pieces)) return pieces;
  shape.report('strikethrough', {}, node.position);
  return [text('~~'), ...pieces, text('~~')];
};

export const strikethrough: Construct = {
  name: 'strikethrough',
  toHtml: { elements: { del: strike, s: strike, strike } },
};
