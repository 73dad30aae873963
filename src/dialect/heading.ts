import GithubSlugger from 'github-slugger';
import type { Element, ElementContent } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { attributeOf, type HtmlElement } from '../body/parse.ts';
import { plainTextOf } from '../body/plain-text.ts';
import type { BlockWriter, Construct, ElementRule, Shape } from './construct.ts';
import { alignmentIn, attribute, element, isBlock, isElement, oneLine, plainText } from './element.ts';
import { headingLine } from './heading-line.ts';
import { piecesOf } from './inline/pieces.ts';
import { printLines } from './inline/print.ts';
import { isSignOfPlace } from './link.ts';
import { writtenOut } from './markdown-nodes.ts';

/** `{#my-id}` at the end of a heading. */
const explicitId = / *\{#([^\s{}]+)\} *$/;

/**
 * Headings: a line with links, bold, italic and code. Intercom strips the markup of those that it is sent, and keeps that
 * of its own editor. Level and id are settled once all headings of the body are known. `## Heading {#my-id}` sets the id.
 */
const heading: ElementRule = (node, shape) => {
  const from = shape.seen();
  const pieces = shape.pieces(numbered(node) ?? inOneLine(node));
  const blocks = pieces.filter((piece) => isBlock(piece) && piece.data === undefined);
  const line = pieces.filter((piece) => !isBlock(piece));
  const shown = oneLine(plainText(line));
  warnOfLosses(node, blocks, shape);
  if (shown === '' && blocks.length > 0) {
    anchorOfPicture(node, shape);
    return blocks;
  }
  // What it held, such as an icon, shows nothing.
  if (shown === '' && node.children.some((child) => isElement(child)) && attribute(node, 'id') === '') return [];
  const id = explicitId.exec(shown)?.[1] ?? (attribute(node, 'id') || null);
  const label = shown.replace(explicitId, '');
  const align = alignmentIn(node, shape.align);
  const properties = align === null ? {} : { className: [`intercom-align-${align}`] };
  const found = element(node.tagName, properties, headingLine(line, shown.length - label.length));
  shape.heading({
    element: found,
    level: Number(node.tagName.slice(1)),
    text: label,
    slugText: oneLine(textOf(node)).replace(explicitId, ''),
    id,
    from,
    to: shape.seen(),
    position: node.position,
  });
  return [found, ...blocks];
};

/** What is in a heading of HTML that begins with a number: Markdown reads a list of one item there. */
function numbered({ children }: Element): readonly ElementContent[] | null {
  const [list, ...others] = children.filter((child) => isElement(child) || textOf(child).trim() !== '');
  if (list === undefined || others.length > 0 || !isElement(list) || list.tagName !== 'ol') return null;
  const [item, ...more] = list.children.filter((child) => isElement(child));
  if (item === undefined || more.length > 0) return null;
  return [
    { type: 'text', value: `${attribute(list, 'start') || '1'}. ` },
    ...item.children.flatMap((child) => (isElement(child, 'p') ? child.children : [child])),
  ];
}

/** What is in a heading of HTML whose words stand between blank lines: Markdown reads paragraphs there. */
function inOneLine({ children }: Element): readonly ElementContent[] {
  return children.flatMap((child) =>
    isElement(child, 'p') ? [...child.children, { type: 'text' as const, value: '\n' }] : [child],
  );
}

function warnOfLosses(node: Element, blocks: readonly ElementContent[], shape: Shape): void {
  const link = find(node, (child) => {
    const target = child.tagName === 'a' ? attribute(child, 'href') : '';
    return target !== '' && !isSignOfPlace(child, target);
  });
  if (link !== null)
    shape.report('heading-markup', { what: `the link to "${attribute(link, 'href')}"` }, link.position);
  if (blocks.length > 0) shape.report('heading-image', {}, node.position);
}

/** A heading that is only a picture is none here, though other tools let links lead to its words. */
function anchorOfPicture(node: Element, shape: Shape): void {
  const picture = find(node, (child) => child.tagName === 'img');
  const id = picture === null ? '' : new GithubSlugger().slug(attribute(picture, 'alt'));
  if (id !== '') shape.anchor({ id, bare: false, position: node.position });
}

/** The first element inside that fits. */
function find(node: Element, fits: (child: Element) => boolean): Element | null {
  for (const child of node.children) {
    if (!isElement(child)) continue;
    const found = fits(child) ? child : find(child, fits);
    if (found !== null) return found;
  }
  return null;
}

/**
 * What is written behind a heading of the canonical form: its own id, or one that keeps a text from being taken for it.
 *
 * @returns `{#my-id}`, or nothing
 */
export function ownIdOf(heading: HtmlElement): string {
  const text = plainTextOf(heading.childNodes);
  const id = attributeOf(heading, 'id') ?? (explicitId.test(text) ? new GithubSlugger().slug(text) || 'heading' : null);
  return id === null ? '' : `{#${id}}`;
}

/**
 * Headings are one level deeper in Markdown than in Intercom, whose shallowest is h1: the title is what a page of
 * Markdown has in its place.
 */
const write: BlockWriter = ([block]) => {
  const pieces = piecesOf(block.childNodes);
  const label = pieces.length === 0 ? '' : printLines([pieces], 'heading');
  if (label === null) return { reason: 'a heading that Markdown reads as something else' };
  const depth = Math.min(6, Number(block.tagName.slice(1)) + 1) as 2 | 3 | 4 | 5 | 6;
  const written = [label, ownIdOf(block)].filter((part) => part !== '').join(' ');
  return [{ type: 'heading', depth, children: written === '' ? [] : [writtenOut(written)] }];
};

export const headings: Construct = {
  name: 'heading',
  toHtml: { elements: { h1: heading, h2: heading, h3: heading, h4: heading, h5: heading, h6: heading } },
  toMarkdown: { h1: write, h2: write, h3: write, h4: write },
};
