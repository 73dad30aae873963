import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { type Schema, sanitize } from 'hast-util-sanitize';
import { toHtml } from 'hast-util-to-html';
import { toString as textOf } from 'hast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';
import { bodySchema } from '../../body/vocabulary.ts';
import { colourClass, coloursIn } from './colours.ts';
import { videoPlaceholder } from './video.ts';

/** A heading that the table of contents can lead to. */
export interface ContentsEntry {
  readonly id: string;
  readonly text: string;
  /** 1 for the body's shallowest. */
  readonly level: number;
}

/** A body that is fit to stand in a page. */
export interface PresentedBody {
  readonly html: string;
  readonly contents: readonly ContentsEntry[];
}

/** The allow-list, with the marks of what changed. */
export const markedSchema: Schema = {
  ...bodySchema,
  tagNames: [...(bodySchema.tagNames ?? []), 'ins', 'del'],
  attributes: {
    ...bodySchema.attributes,
    details: ['open'],
    ...Object.fromEntries(
      ['li', 'tr', 'td'].map((name) => [name, [...(bodySchema.attributes?.[name] ?? []), 'dataMark']]),
    ),
  },
};

/**
 * Makes a body fit to stand in one of our pages: nothing in it can run or load a frame, colours and widths hold without
 * `style` attributes, headings go on from the page's own, what scrolls can be reached with the keyboard, links to our
 * own pages stay in the window. It looks as it did.
 *
 * @param html any HTML; links to our own pages are relative
 * @param label what a heading's id starts with where one page holds two bodies; empty otherwise
 * @param schema what is let through
 */
export function presentBody(html: string, label = '', schema: Schema = bodySchema): PresentedBody {
  const tree = sanitize(fromHtml(html, { fragment: true }), schema) as Root;
  const contents = settleHeadings(tree, label);
  let tables = 0;
  visit(tree, 'element', (node, index, parent) => {
    restyle(node);
    if (node.tagName === 'a') settleLink(node);
    if (node.tagName === 'img') settleImage(node);
    if (node.tagName === 'pre') reachable(node, 'Code');
    if (hasClass(node, 'intercom-interblocks-table-container')) {
      tables += 1;
      reachable(node, `Table ${tables}`);
    }
    if (node.tagName === 'img' && !node.properties.src && parent !== undefined && index !== undefined) {
      parent.children[index] = imageStandIn(String(node.properties.alt ?? ''));
      return SKIP;
    }
    if (node.tagName === 'p' && node.properties.dataIntercomBlock !== undefined) {
      node.properties = {};
      node.children = [standIn('A block that only Intercom can show')];
      return SKIP;
    }
    if (node.tagName === 'iframe' && parent !== undefined && index !== undefined) {
      parent.children[index] = videoPlaceholder(String(node.properties.src ?? ''));
      return SKIP;
    }
    return true;
  });
  return { html: toHtml(tree), contents };
}

/**
 * Headings become one level deeper than they are, since the page's title is the first, and never skip a level; how
 * large each is stays with it as a class. An empty one, which readers see as a gap, becomes a gap.
 */
function settleHeadings(tree: Root, label: string): readonly ContentsEntry[] {
  const headings: { readonly node: Element; readonly level: number; readonly isOutline: boolean }[] = [];
  const walk = (node: Root | Element, isOutline: boolean): void => {
    for (const child of node.children) {
      if (child.type !== 'element') continue;
      const level = /^h([1-6])$/.exec(child.tagName)?.[1];
      if (level === undefined) walk(child, isOutline && child.tagName !== 'summary' && child.tagName !== 'td');
      else headings.push({ node: child, level: Number(level), isOutline });
    }
  };
  walk(tree, true);
  const levels = [...new Set(headings.map(({ level }) => level))].sort((a, b) => a - b);
  const contents: ContentsEntry[] = [];
  let before = 1;
  for (const { node, level, isOutline } of headings) {
    addClass(node, `size-${level}`);
    const text = textOf(node).replace(/\s+/g, ' ').trim();
    if (text === '') {
      node.tagName = 'p';
      continue;
    }
    const rank = levels.indexOf(level) + 1;
    before = Math.min(rank + 1, before + 1, 6);
    node.tagName = `h${before}`;
    const { id } = node.properties;
    if (typeof id !== 'string') continue;
    node.properties.id = label + id;
    if (isOutline && rank <= 3) contents.push({ id: label + id, text, level: rank });
  }
  return contents;
}

/** What a `style` attribute says, said in another way. */
function restyle(node: Element): void {
  const { style } = node.properties;
  if (typeof style !== 'string') return;
  delete node.properties.style;
  for (const { use, value } of coloursIn(style)) {
    const name = colourClass(use, value);
    if (name !== null) addClass(node, name);
  }
  if (node.tagName !== 'td' && node.tagName !== 'img') return;
  const width = /(?:^|;)\s*width\s*:\s*(\d+(?:\.\d+)?)(px|%)?\s*(?:;|$)/i.exec(style);
  if (width !== null && node.properties.width === undefined) {
    node.properties.width = `${Math.round(Number(width[1]))}${width[2] === '%' ? '%' : ''}`;
  }
}

function settleLink(node: Element): void {
  const href = String(node.properties.href ?? '');
  delete node.properties.target;
  if (!/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(href)) return;
  node.properties.target = '_blank';
  node.properties.rel = ['noopener', 'noreferrer'];
}

function settleImage(node: Element): void {
  node.properties.alt ??= '';
  node.properties.decoding = 'async';
}

/** Stands in for a picture that is not here: one that only Intercom has, behind an address that soon ends. */
function imageStandIn(alt: string): Element {
  return standIn(alt === '' ? 'An image in Intercom' : `An image in Intercom: ${alt}`);
}

/** A frame that says what is there. */
function standIn(value: string): Element {
  return {
    type: 'element',
    tagName: 'span',
    properties: { className: ['stand-in'] },
    children: [{ type: 'text', value }],
  };
}

/** What is wider than the screen scrolls by itself, and is a stop for the keyboard. */
function reachable(node: Element, label: string): void {
  node.properties.tabIndex = 0;
  node.properties.role = 'group';
  node.properties.ariaLabel = label;
}

function hasClass(node: Element, name: string): boolean {
  const { className } = node.properties;
  return Array.isArray(className) && className.includes(name);
}

function addClass(node: Element, name: string): void {
  const { className } = node.properties;
  node.properties.className = [...(Array.isArray(className) ? className : []), name];
}
