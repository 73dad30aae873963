import type { Construct } from './construct.ts';
import { alignmentIn, classes, element } from './element.ts';
import { warnOfImagesInText } from './image.ts';
import { blank } from './spacing.ts';
import { videoAlone } from './video.ts';

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
        return blocks;
      },
      br: () => [element('br', {})],
      wbr: () => [],
    },
  },
};
