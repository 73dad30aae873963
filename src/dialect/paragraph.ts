import type { Element, ElementContent } from 'hast';
import type { BlockWriter, Construct } from './construct.ts';
import { alignmentIn, classes, element, isElement, isSpace } from './element.ts';
import { warnOfImagesInText } from './image.ts';
import { piecesOf } from './inline/pieces.ts';
import { printLines } from './inline/print.ts';
import { lineOf } from './markdown-nodes.ts';
import { blank } from './spacing.ts';
import { carrierDirective, carrierOf, isUndisplayed, undisplayedMark } from './undisplayed.ts';
import { videoAlone } from './video.ts';

/** In lists each `<br>` that ends a paragraph asks for an empty one below it, as a `<br>` alone does elsewhere. */
function withBlankLines(block: Element): Element[] {
  const children = [...block.children];
  const blanks: Element[] = [];
  while (block.tagName === 'p' && block.data === undefined && isLooseEnd(children.at(-1))) {
    if (isElement(children.pop(), 'br')) blanks.push(blank());
  }
  return blanks.length === 0 ? [block] : [{ ...block, children }, ...blanks];
}

function isLooseEnd(node: ElementContent | undefined): boolean {
  return node !== undefined && (isElement(node, 'br') || isSpace(node));
}

/** Paragraphs with no space between are lines of one. */
const write: BlockWriter = (blocks) => {
  if (isUndisplayed(blocks[0])) {
    const data = carrierOf(blocks[0]);
    return [data === null ? { type: 'html', value: undisplayedMark } : lineOf(carrierDirective(data))];
  }
  const markdown = printLines(
    blocks.map((block) => piecesOf(block.childNodes)),
    'paragraph',
  );
  return markdown === null ? { reason: 'a paragraph that Markdown reads as something else' } : [lineOf(markdown)];
};

/** Paragraphs and the line breaks in them. */
export const paragraph: Construct = {
  name: 'paragraph',
  toHtml: {
    elements: {
      p(node, shape) {
        const isExact = classes(node).includes('no-margin');
        if (isExact && node.children.length === 0) return [blank()];
        const video = videoAlone(node, shape);
        if (video !== null) return [video];
        warnOfImagesInText(node, shape);
        const blocks = shape.aligned(alignmentIn(node, shape.align)).blocks(node.children);
        if (isExact) for (const block of blocks) block.data = { position: {}, ...block.data, exact: true };
        return shape.within[0] === 'item' && !isExact ? blocks.flatMap(withBlankLines) : blocks;
      },
      br: () => [element('br', {})],
      wbr: () => [],
    },
  },
  toMarkdown: { p: write },
};
