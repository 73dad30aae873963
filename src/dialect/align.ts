import type { Element } from 'hast';
import type { ContainerDirective } from 'mdast-util-directive';
import { classesOf, type HtmlElement } from '../body/parse.ts';
import { type Alignment, becomes, type Construct, type ElementRule, type Shape } from './construct.ts';
import { alignmentIn, classes } from './element.ts';

/** Blocks that cannot be aligned, and what to call them. */
const fixed: Readonly<Record<string, string>> = {
  ul: 'lists',
  ol: 'lists',
  pre: 'code',
  details: 'collapsible sections',
};

const directive =
  (align: string) =>
  (node: ContainerDirective): void => {
    node.data = becomes('div', { className: [`intercom-align-${align}`] });
  };

/** Anything that may say how it is aligned, and is nothing else: its blocks take the alignment over. */
export const alignedContainer: ElementRule = (node, shape) => {
  const align = alignmentIn(node, shape.align);
  const blocks = shape.aligned(align).blocks(node.children);
  if (align !== shape.align && align !== null) warnOfFixed(node, blocks, shape);
  return blocks;
};

const center: ElementRule = (node, shape) => {
  const blocks = shape.aligned('center').blocks(node.children);
  warnOfFixed(node, blocks, shape);
  return blocks;
};

function warnOfFixed(node: Element, blocks: readonly Element[], shape: Shape): void {
  const kinds = blocks.map((block) =>
    classes(block).includes('intercom-interblocks-table-container') ? 'tables' : fixed[block.tagName],
  );
  for (const what of new Set(kinds)) {
    if (what !== undefined) shape.report('align-lost', { what }, node.position);
  }
}

export const alignment: Construct = {
  name: 'align',
  toHtml: {
    nodes: {
      'containerDirective:center': directive('center'),
      'containerDirective:right': directive('right'),
      'containerDirective:justify': directive('justify'),
    },
    elements: { div: alignedContainer, center },
  },
};

/** How a block of the canonical form is aligned; null: to the left. */
export function storedAlignment(block: HtmlElement): Alignment | null {
  const name = classesOf(block).find((token) => token.startsWith('intercom-align-'));
  const align = name?.slice('intercom-align-'.length);
  return align === 'center' || align === 'right' || align === 'justify' ? align : null;
}
