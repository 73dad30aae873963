import type { Element, ElementContent, Properties } from 'hast';
import type { Construct, ElementRule, Shape } from './construct.ts';
import { alignmentIn, attribute, element, isElement, isSpace, oneLine, styles } from './element.ts';

/** Images: a block of their own in Intercom, with alt text and a width in pixels. */
const image: ElementRule = (node, shape) => {
  shape.sees();
  const src = shape.target({ kind: 'image', target: attribute(node, 'src'), position: node.position });
  const alt = oneLine(attribute(node, 'alt'));
  const title = attribute(node, 'title');
  if (title !== '') shape.report('title-lost', { title }, node.position);
  const properties: Properties = { src, ...(alt === '' ? {} : { alt }), ...sizeOf(node, shape) };
  const align = alignmentIn(node, shape.align);
  const container = ['intercom-container', ...(align === null ? [] : [`intercom-align-${align}`])];
  return [element('div', { className: container }, [element('img', properties)])];
};

function sizeOf(node: Element, shape: Shape): Properties {
  const written = attribute(node, 'width') || (styles(node).get('width') ?? '');
  const width = pixels(written);
  const height = pixels(attribute(node, 'height'));
  if (written !== '' && written !== 'auto' && width === null) shape.report('image-width', { written }, node.position);
  if (width === null) return height === null ? {} : { height };
  return height === null ? { width } : { width, height, style: 'height: auto;' };
}

function pixels(written: string): string | null {
  return /^\s*(\d+(?:\.\d+)?)(?:px)?\s*$/.exec(written)?.[1] ?? null;
}

/**
 * Warns of images that stand in a line of text, where they are shown in the line elsewhere and break it in
 * Intercom. An image on a line of its own in the source is meant as a block.
 */
export function warnOfImagesInText(paragraph: Element, shape: Shape): void {
  const { children } = paragraph;
  for (const [index, child] of children.entries()) {
    if (isImage(child) && (hasTextBeside(children, index, -1) || hasTextBeside(children, index, 1))) {
      shape.report('image-in-text', {}, child.position ?? paragraph.position);
    }
  }
}

function isImage(node: ElementContent): node is Element {
  return isElement(node, 'img') || (isElement(node, 'a') && node.children.some((child) => isElement(child, 'img')));
}

/** Whether text stands on the same line of the source, in this direction. */
function hasTextBeside(nodes: readonly ElementContent[], from: number, step: 1 | -1): boolean {
  for (let index = from + step; ; index += step) {
    const node = nodes[index];
    if (node === undefined || isElement(node, 'br')) return false;
    if (node.type === 'text') {
      const edge = step === 1 ? /^[ \t]*[\n\r]/ : /[\n\r][ \t]*$/;
      if (edge.test(node.value)) return false;
      if (!isSpace(node)) return true;
    } else if (!isImage(node) && isElement(node)) return true;
  }
}

/** Containers of images, Intercom's and HTML's: alignment on them is the image's. */
const container: ElementRule = (node, shape) => shape.aligned(alignmentIn(node, shape.align)).blocks(node.children);

export const images: Construct = {
  name: 'image',
  toHtml: {
    elements: {
      img: image,
      'div.intercom-container': container,
      figure: container,
      figcaption: container,
      picture: (node, shape) => shape.pieces(node.children.filter((child) => !isElement(child, 'source'))),
    },
  },
};
