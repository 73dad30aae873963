import type { Element, ElementContent, Properties } from 'hast';
import type { RootContent } from 'mdast';
import { attributeOf, type HtmlElement, isHtmlElement } from '../body/parse.ts';
import { trimEnd, trimStart } from '../body/white-space.ts';
import { buttonAsMarkdown } from './button.ts';
import type { BlockWriter, Construct, ElementRule, Shape } from './construct.ts';
import { alignmentIn, attribute, element, isElement, isSpace, styles } from './element.ts';
import { repeats } from './hover-title.ts';
import { valueAsHtml } from './html-text.ts';
import { destination, isPlainAddress } from './link.ts';
import { lineOf, writtenOut } from './markdown-nodes.ts';
import { hasScheme } from './stored.ts';
import { videoAddress } from './video-address.ts';

/** Images: a block of their own in Intercom, with alt text and a width in pixels. */
const image: ElementRule = (node, shape) => {
  shape.sees();
  const src = shape.target({ kind: 'image', target: attribute(node, 'src'), position: node.position });
  const alt = attribute(node, 'alt').replace(/(?<![ \t])[ \t]*[\n\r]\s*/g, ' ');
  const title = attribute(node, 'title');
  const file = attribute(node, 'src').replace(/^.*\//, '');
  if (title !== '' && !repeats(title, [alt, file])) shape.report('title-lost', { title }, node.position);
  const properties: Properties = { src, ...(alt === '' ? {} : { alt }), ...sizeOf(node, shape) };
  const align = alignmentIn(node, shape.align);
  const container = ['intercom-container', ...(align === null ? [] : [`intercom-align-${align}`])];
  return [element('div', { className: container }, [element('img', properties)])];
};

function sizeOf(node: Element, shape: Shape): Properties {
  const written = attribute(node, 'width') || (styles(node).get('width') ?? '');
  const width = pixels(written);
  const height = pixels(attribute(node, 'height'));
  // As wide as the text is what a picture is anyway, where it is large.
  if (!/^(?:auto|100%)?$/.test(written) && width === null) shape.report('image-width', { written }, node.position);
  if (width === null) return height === null ? {} : { height };
  return height === null ? { width } : { width, height, style: 'height: auto;' };
}

function pixels(written: string): string | null {
  return /^\s*(\d{1,5}(?:\.\d{1,20})?)(?:px)?\s*$/.exec(written)?.[1] ?? null;
}

/**
 * Warns of images that stand in a line of text, where they are shown in the line elsewhere and break it in
 * Intercom. An image on a line of its own in the source is meant as a block.
 */
export function warnOfImagesInText(paragraph: Element, shape: Shape): void {
  const { children } = paragraph;
  if (!children.some(isImage)) return;
  const before = textBeside(children, 1);
  const after = textBeside(children.toReversed(), -1).toReversed();
  for (const [index, child] of children.entries()) {
    if (isElement(child) && isImage(child) && (before[index] || after[index])) {
      shape.report('image-in-text', {}, child.position ?? paragraph.position);
    }
  }
}

function isImage(node: ElementContent): boolean {
  if (isElement(node, 'picture')) return true;
  return isElement(node, 'img') || (isElement(node, 'a') && node.children.some(isImage));
}

/** For each node, whether text stands on its line of the source before it (1), or behind it in the list reversed (-1). */
function textBeside(nodes: readonly ElementContent[], step: 1 | -1): boolean[] {
  let hasText = false;
  return nodes.map((node) => {
    const isBeside = hasText;
    if (isElement(node, 'br')) hasText = false;
    else if (node.type === 'text') {
      const edge = step === 1 ? trimEnd(node.value, ' \t').slice(-1) : trimStart(node.value, ' \t').slice(0, 1);
      if (edge === '\n' || edge === '\r') hasText = false;
      else if (!isSpace(node)) hasText = true;
    } else if (!isImage(node) && isElement(node)) hasText = true;
    return isBeside;
  });
}

/** Containers of images, Intercom's and HTML's: alignment on them is the image's. */
const container: ElementRule = (node, shape) => shape.aligned(alignmentIn(node, shape.align)).blocks(node.children);

/** The container of an image, of one with a link around it, or of a button. */
const write: BlockWriter = ([block]) => {
  const [child] = block.childNodes;
  if (child === undefined || !isHtmlElement(child)) return { reason: 'an image that is none' };
  if (child.tagName === 'img') return imageAsMarkdown(child);
  const [inner] = child.childNodes;
  if (inner !== undefined && isHtmlElement(inner) && inner.tagName === 'img') return linkedImage(child, inner);
  return buttonAsMarkdown(child);
};

function imageAsMarkdown(img: HtmlElement): readonly RootContent[] {
  return [isPlain(img) ? lineOf(markdownOf(img)) : writtenOut(imageTag(img))];
}

function linkedImage(link: HtmlElement, img: HtmlElement): readonly RootContent[] {
  const href = attributeOf(link, 'href') ?? '';
  const isPlainLink = attributeOf(link, 'kept') === null && (!hasScheme(href) || isPlainAddress(href));
  if (isPlain(img) && isPlainLink) return [lineOf(`[${markdownOf(img)}](${destination(href)})`)];
  return [lineOf(`<a${linkAttributes(link)}>${imageTag(img)}</a>`)];
}

/** Attributes of a link in HTML. */
export function linkAttributes(link: HtmlElement): string {
  const href = attributeOf(link, 'href');
  // Alone in its paragraph, the address of a video would become the video.
  const isKept = href === null || attributeOf(link, 'kept') !== null || videoAddress(href) !== null;
  return `${href === null ? '' : ` href="${valueAsHtml(href)}"`}${isKept ? ' class="intercom-content-link"' : ''}`;
}

/** Whether `![alt](address)` says all there is. */
function isPlain(img: HtmlElement): boolean {
  const src = attributeOf(img, 'src') ?? '';
  const hasMore = img.attrs.some(({ name }) => name !== 'src' && name !== 'alt');
  return !hasMore && src !== '' && (!hasScheme(src) || isPlainAddress(src));
}

function markdownOf(img: HtmlElement): string {
  const alt = attributeOf(img, 'alt') ?? '';
  return `![${alt.replace(/[\\`*_~[\]<>&|{@]|:(?=\/\/)|(?<=www)\./gi, '\\$&')}](${destination(attributeOf(img, 'src') ?? '')})`;
}

/** An image as HTML, in the order in which people write attributes. */
export function imageTag(img: HtmlElement, extra = ''): string {
  const order = ['src', 'width', 'height', 'alt'];
  const rank = (name: string): number => (order.indexOf(name) + order.length + 1) % (order.length + 1);
  const attributes = [...img.attrs]
    .sort((a, b) => rank(a.name) - rank(b.name))
    .map(({ name, value }) => ` ${name}="${valueAsHtml(value)}"`);
  return `<img${attributes.join('')}${extra}>`;
}

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
  toMarkdown: { 'div.intercom-container': write },
};
