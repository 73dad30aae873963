import { type HtmlElement, type HtmlNode, isHtmlElement, textOf } from '../parse.ts';
import { withoutVariableMarks } from '../variable-mark.ts';
import { alignmentAttribute } from './attributes.ts';
import { collapseLine, isInvisible, type Lifted, type Line, type Mark, nestRuns, type Run } from './lines.ts';
import { blankParagraph, type CanonicalElement, element } from './node.ts';

/** What a caller may change about links and images on the way. */
export interface Choices {
  /** Whether a link is left out, its text kept. null: it has no address. */
  readonly dropsLink?: (href: string | null) => boolean;
  /** Whether an image is left out, its alternative text kept. */
  readonly dropsImage?: (source: string) => boolean;
  /** Whether a frame is left out. */
  readonly dropsFrame?: (source: string) => boolean;
  /** The address a link is compared by. */
  readonly link?: (href: string) => string;
  /** The address an image is compared by. */
  readonly image?: (source: string) => string;
  /** Whether markup in headings counts: all of it, or without line breaks. */
  readonly headingMarkup?: 'all' | 'in-one-line';
  /** Whether ids of headings are kept. */
  readonly seesHeadingIds?: boolean;
}

/** What holds for a whole body while it is walked. */
export interface BodyContext {
  readonly choices: Choices;
  /** Headings of the outline, in document order. */
  readonly headings: CanonicalElement[];
  /** Inside the summary of a collapsible section, whose headings are not part of the outline. */
  readonly inSummary: boolean;
  /** Reads one element into a flow. */
  readonly read: Read;
}

/** Reads an element, and what is in it, into a flow. */
export type Read = (element: HtmlElement, flow: Flow, marks: readonly Mark[]) => void;

/** A place that is being filled: with blocks, or with the lines of one heading or code block. */
export interface Flow {
  readonly kind: 'blocks' | 'heading' | 'code';
  readonly context: BodyContext;
  readonly blocks: CanonicalElement[];
  /** Text since the last block, by line; never empty. */
  lines: (Run | Lifted)[][];
  /** The paragraph that is open; null between paragraphs. */
  paragraph: { readonly attributes: string; readonly alignment: string | null; readonly after: number } | null;
  /** Alignment that an element around gives to what is in it. */
  alignment: string | null;
  /** Whether what comes next stands in no element at all. */
  isOutermost: boolean;
}

/** Starts an empty flow. */
export function openFlow(kind: Flow['kind'], context: BodyContext, isOutermost = false): Flow {
  return { kind, context, blocks: [], lines: [[]], paragraph: null, alignment: null, isOutermost };
}

/** Reads a whole body into blocks. */
export function blocksOfBody(nodes: readonly HtmlNode[], context: BodyContext): CanonicalElement[] {
  const flow = openFlow('blocks', context, true);
  walk(nodes, flow, []);
  endLines(flow);
  return flow.blocks;
}

/** Reads nodes into blocks: text outside a paragraph becomes one. */
export function blocksOf(
  nodes: readonly HtmlNode[],
  context: BodyContext,
  marks: readonly Mark[] = [],
): CanonicalElement[] {
  const flow = openFlow('blocks', context);
  walk(nodes, flow, marks);
  endLines(flow);
  return flow.blocks;
}

/** Like `blocksOf`, for places that Intercom never leaves empty: list items, cells, callouts. */
export function filledBlocksOf(
  nodes: readonly HtmlNode[],
  context: BodyContext,
  marks: readonly Mark[],
): CanonicalElement[] {
  const blocks = blocksOf(nodes, context, marks);
  return blocks.length === 0 ? [blankParagraph()] : blocks;
}

/** Reads nodes into a flow. */
export function walk(nodes: readonly HtmlNode[], flow: Flow, marks: readonly Mark[]): void {
  for (const node of nodes) {
    const text = textOf(node);
    if (text !== null) addText(flow, withoutVariableMarks(text), marks);
    else if (isHtmlElement(node)) flow.context.read(node, flow, marks);
  }
}

/** Adds text to the line that is open. In code, a newline in it starts the next line. */
function addText(flow: Flow, text: string, marks: readonly Mark[]): void {
  if (flow.kind !== 'code') {
    flow.lines.at(-1)?.push({ text, marks });
    return;
  }
  for (const [index, part] of text.split(/\r\n?|\n/).entries()) {
    if (index > 0) flow.lines.push([]);
    if (part !== '') flow.lines.at(-1)?.push({ text: part, marks });
  }
}

/** Puts a block after what is there. In a heading or code block it comes out after it. */
export function addBlock(flow: Flow, block: CanonicalElement): void {
  endLines(flow);
  flow.blocks.push(block);
}

/** Ends the text that is open: each of its lines becomes a paragraph of its own, or an image's container. */
export function endLines(flow: Flow): void {
  if (flow.kind !== 'blocks') {
    if (flow.lines.at(-1)?.length !== 0) flow.lines.push([]);
    return;
  }
  const attributes = flow.paragraph?.attributes ?? alignmentAttribute(flow.alignment);
  const lines = flow.lines.map(collapseLine);
  const leavesBlank = flow.isOutermost && flow.paragraph === null && endsInSpaceAfterBlock(flow.lines.at(-1) ?? []);
  flow.lines = [[]];
  if (lines.at(-1)?.length === 0) lines.pop();
  for (const line of lines) for (const block of blocksOfLine(line, attributes)) flow.blocks.push(block);
  if (leavesBlank) flow.blocks.push(blankParagraph());
}

/** White space after an image that stands in no element is saved as an empty paragraph. */
function endsInSpaceAfterBlock(line: Line): boolean {
  const [before, last] = line.slice(-2);
  return before !== undefined && 'block' in before && last !== undefined && 'text' in last && last.text.trim() === '';
}

/** Starts an explicit paragraph. */
export function startParagraph(flow: Flow, attributes: string, alignment: string | null): void {
  endLines(flow);
  flow.paragraph = { attributes, alignment, after: flow.blocks.length };
}

/** Ends an explicit paragraph: one without anything in it is an empty paragraph, which shows as space. */
export function endParagraph(flow: Flow): void {
  endLines(flow);
  if (flow.kind === 'blocks' && flow.paragraph?.after === flow.blocks.length) flow.blocks.push(blankParagraph());
  flow.paragraph = null;
}

/** Paragraph of a line's text, and the blocks lifted out of it. */
function blocksOfLine(line: Line, attributes: string): readonly CanonicalElement[] {
  const blocks: CanonicalElement[] = [];
  let runs: Run[] = [];
  for (const piece of line) {
    if ('text' in piece) {
      runs.push(piece);
      continue;
    }
    if (!isInvisible(runs)) blocks.push(element('p', attributes, nestRuns(runs)));
    blocks.push(piece.block);
    runs = [];
  }
  if (!isInvisible(runs)) blocks.push(element('p', attributes, nestRuns(runs)));
  return blocks.length === 0 ? [blankParagraph()] : blocks;
}
