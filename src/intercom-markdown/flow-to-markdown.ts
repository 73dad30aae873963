import type { RootContent } from 'mdast';
import { boldMark, collapseLine, isInvisible, italicMark, type Line, type Mark } from '../body/canonical/lines.ts';
import { attributeOf, classesOf, type HtmlElement, type HtmlNode, isHtmlElement, textOf } from '../body/parse.ts';
import { codeMark, type LineContext, linkMark, phrasingOf } from './inline-to-markdown.ts';

/** What the writing of a body may ask, and how it goes on into the blocks of a block. */
export interface BlockContext extends LineContext {
  /** Whether an empty paragraph is something that is lost. */
  readonly seesSpacing: boolean;
  /** Writes an element that is a block, or a block that stood in a line; null for one that is neither. */
  readonly block: BlockRule;
}

/** Writes a block; null for an element that is part of a line. */
export type BlockRule = (element: HtmlElement, context: BlockContext, link: string | null) => RootContent[] | null;

/** A place that is being filled with blocks. */
interface Flow {
  readonly context: BlockContext;
  readonly blocks: RootContent[];
  lines: Mutable[];
  /** Whether empty lines were met that count only if something follows. */
  hasBlank: boolean;
}

type Mutable = { text: string; marks: readonly Mark[] }[];

/**
 * Writes nodes as blocks; text outside of a paragraph is one.
 *
 * @param isBody whether they are all of a body
 */
export function flowOf(
  nodes: readonly HtmlNode[],
  context: BlockContext,
  { isBody = false }: { readonly isBody?: boolean } = {},
): RootContent[] {
  const flow: Flow = { context, blocks: [], lines: [[]], hasBlank: false };
  walk(nodes, flow, [], null);
  endLines(flow, false);
  // At the end of a body they are not seen; alone in an item or a cell they are what Intercom puts there anyway.
  if (flow.hasBlank && !isBody && flow.blocks.length > 0) sayBlank(flow);
  return flow.blocks;
}

/** The lines of an element that holds nothing but text, such as a heading. Blocks in it are a loss of their own. */
export function linesOf(nodes: readonly HtmlNode[], context: BlockContext): Line[] {
  const flow: Flow = { context, blocks: [], lines: [[]], hasBlank: false };
  walk(nodes, flow, [], null);
  if (flow.blocks.length > 0) context.list.add({ is: 'otherwise' });
  return flow.lines.map(collapseLine);
}

function walk(nodes: readonly HtmlNode[], flow: Flow, marks: readonly Mark[], link: string | null): void {
  for (const node of nodes) {
    const text = textOf(node);
    if (text !== null) flow.lines.at(-1)?.push({ text, marks });
    else if (isHtmlElement(node)) walkElement(node, flow, marks, link);
  }
}

function walkElement(node: HtmlElement, flow: Flow, marks: readonly Mark[], link: string | null): void {
  const mark = markOf(node);
  const isLink = node.tagName === 'a' && !classesOf(node).includes('intercom-h2b-button');
  if (node.tagName === 'p') paragraph(node, flow, marks);
  else if (node.tagName === 'br') flow.lines.push([]);
  else if (mark !== null) walk(node.childNodes, flow, [...marks, mark], link);
  else if (isLink) anchor(node, flow, marks);
  else {
    const blocks = flow.context.block(node, flow.context, link);
    if (blocks === null) {
      flow.context.list.add({ is: 'element', name: node.tagName });
      walk(node.childNodes, flow, marks, link);
      return;
    }
    endLines(flow, false);
    put(blocks, flow);
  }
}

function markOf({ tagName }: HtmlElement): Mark | null {
  if (tagName === 'b' || tagName === 'strong') return boldMark;
  if (tagName === 'i' || tagName === 'em') return italicMark;
  return tagName === 'code' ? codeMark() : null;
}

function anchor(node: HtmlElement, flow: Flow, marks: readonly Mark[]): void {
  const href = attributeOf(node, 'href')?.trim() ?? '';
  if (href === '') {
    flow.context.list.add({ is: 'link-without-address' });
    walk(node.childNodes, flow, marks, null);
    return;
  }
  walk(node.childNodes, flow, [...marks, linkMark(href)], href);
}

function paragraph(node: HtmlElement, flow: Flow, marks: readonly Mark[]): void {
  endLines(flow, false);
  const carried = flow.context.block(node, flow.context, null);
  if (carried !== null) {
    put(carried, flow);
    return;
  }
  if (isAligned(node)) flow.context.list.add({ is: 'alignment' });
  const before = flow.blocks.length;
  walk(node.childNodes, flow, marks, null);
  endLines(flow, flow.blocks.length === before);
}

/** Whether a block stands otherwise than at the left. */
export function isAligned(node: HtmlElement): boolean {
  return classesOf(node).some((name) => /^intercom-align-(?!left$)/.test(name));
}

function put(blocks: readonly RootContent[], flow: Flow): void {
  if (blocks.length === 0) return;
  if (flow.hasBlank) sayBlank(flow);
  flow.hasBlank = false;
  flow.blocks.push(...blocks);
}

function sayBlank({ context }: Flow): void {
  if (context.seesSpacing) context.list.add({ is: 'spacing' });
}

/** Ends the text that is open. A line in which nothing is seen is an empty one, and no line of Markdown's. */
function endLines(flow: Flow, isParagraph: boolean): void {
  const lines = flow.lines.map(collapseLine);
  flow.lines = [[]];
  if (lines.length > 1 && lines.at(-1)?.length === 0) lines.pop();
  const seen = lines.filter((line) => !isInvisible(line));
  const isNothing = !isParagraph && lines.length === 1 && lines[0]?.length === 0;
  const first = lines.findIndex((line) => !isInvisible(line));
  const last = lines.findLastIndex((line) => !isInvisible(line));
  if (seen.length === 0) {
    if (!isNothing) flow.hasBlank = true;
    return;
  }
  if (first > 0 || last - first + 1 > seen.length) flow.hasBlank = true;
  put([{ type: 'paragraph', children: phrasingOf(seen, flow.context) }], flow);
  if (last < lines.length - 1) flow.hasBlank = true;
}
