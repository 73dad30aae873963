import { type HtmlElement, type HtmlNode, isHtmlElement, textOf } from '../body/parse.ts';
import type { Spacing } from '../model/article.ts';
import type { Container } from './construct.ts';
import { type Space, spaceBetween } from './spacing.ts';
import { isUndisplayed } from './undisplayed.ts';

/** What Markdown says as one: a block, or paragraphs that are the lines of one. */
export interface Unit {
  readonly blocks: readonly [HtmlElement, ...HtmlElement[]];
  /** What stands between it and the unit above. */
  readonly before: Space;
}

/** Lines that one paragraph may have, and marks of Markdown in it: the parser has a limit, real ones stay far below. */
const most = { lines: 60, marks: 300 };

/**
 * Groups the blocks of a container in canonical form: empty paragraphs are space, and a paragraph with no space to
 * the one above is its next line.
 *
 * @returns the units, and what stands after the last
 */
export function unitsOf(
  nodes: readonly HtmlNode[],
  container: Container,
  spacing: Spacing,
): { readonly units: readonly Unit[]; readonly end: Space } {
  const groups: { blocks: [HtmlElement, ...HtmlElement[]]; empty: number }[] = [];
  let empty = 0;
  for (const block of nodes.filter(isHtmlElement)) {
    if (isBlank(block)) {
      empty += 1;
      continue;
    }
    const last = groups.at(-1);
    if (last !== undefined && empty === 0 && isNextLine(last.blocks, block)) last.blocks.push(block);
    else groups.push({ blocks: [block], empty });
    empty = 0;
  }
  const units = groups.map(({ blocks, empty: count }, index): Unit => {
    const above = groups[index - 1]?.blocks.at(-1) ?? null;
    return { blocks, before: spaceBetween(above, blocks[0], count, container, spacing) };
  });
  return { units, end: spaceBetween(groups.at(-1)?.blocks.at(-1) ?? null, null, empty, container, spacing) };
}

/** Whether a container holds a single empty paragraph, which is what the compiler puts into one that is empty. */
export function isOneBlank({ childNodes: [only, ...others] }: HtmlElement): boolean {
  return only !== undefined && others.length === 0 && isHtmlElement(only) && isBlank(only);
}

function isBlank(block: HtmlElement): boolean {
  return block.tagName === 'p' && block.childNodes.length === 0;
}

function isNextLine(above: readonly HtmlElement[], block: HtmlElement): boolean {
  const [first] = above;
  if (first?.tagName !== 'p' || block.tagName !== 'p') return false;
  if (isUndisplayed(first) || isUndisplayed(block) || attributesOf(first) !== attributesOf(block)) return false;
  return above.length < most.lines && above.reduce((sum, line) => sum + marksIn(line), marksIn(block)) < most.marks;
}

function attributesOf(block: HtmlElement): string {
  return block.attrs.map(({ name, value }) => `${name}=${value}`).join(' ');
}

function marksIn(node: HtmlNode): number {
  const text = textOf(node);
  if (text !== null) return text.match(/[*_~<>[\]`]/g)?.length ?? 0;
  return isHtmlElement(node) ? node.childNodes.reduce((sum, child) => sum + marksIn(child), 5) : 0;
}
