import { type Aligned, align, type Look } from '../../../text/align.ts';
import { type BodyElement, type BodyNode, type MarkedElement, type MarkedNode, printBody, textOfNode } from './node.ts';
import { markedText, only } from './text.ts';

/** One or more blocks of two bodies, and what became of them. */
export interface BlockRow {
  readonly is: 'same' | 'changed' | 'removed' | 'added';
  readonly nodes: readonly MarkedNode[];
}

/** Puts the blocks of two bodies beside each other, words that differ marked inside blocks that are in both. */
export function blockRows(before: readonly BodyNode[], after: readonly BodyNode[]): readonly BlockRow[] {
  return align(before, after, look).map(rowOf);
}

/** What goes by itself, and has words in it. */
const texts = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'code']);

const look: Look<BodyNode> = {
  key: (node) => printBody([node]),
  text: textOfNode,
  isBlank: (node) => typeof node !== 'string' && node.name === 'p' && node.children.length === 0,
};

function rowOf({ before, after }: Aligned<BodyNode>): BlockRow {
  if (before === null) return { is: 'added', nodes: only('ins', after === null ? [] : [after]) };
  if (after === null) return { is: 'removed', nodes: only('del', [before]) };
  if (printBody([before]) === printBody([after])) return { is: 'same', nodes: [after] };
  return { is: 'changed', nodes: changed(before, after) };
}

/** A block that is in both, as one where its words or its parts differ, else as what went and what came. */
function changed(before: BodyNode, after: BodyNode): readonly MarkedNode[] {
  if (typeof before === 'string' || typeof after === 'string')
    return [...only('del', [before]), ...only('ins', [after])];
  const isOne = before.name === after.name && (before.name === 'td' || before.attributes === after.attributes);
  const inside = isOne ? insideOf(before, after) : null;
  if (inside === null) return [...only('del', [before]), ...only('ins', [after])];
  const { name, attributes } = after;
  const element: MarkedElement = { name, attributes, children: inside };
  return [before.attributes === attributes ? element : { ...element, was: before.attributes }];
}

/** The content of two elements in one; null for what is no sequence of words or blocks: pictures, videos, buttons. */
function insideOf(before: BodyElement, after: BodyElement): readonly MarkedNode[] | null {
  const { name } = after;
  if (texts.has(name)) return markedText(before.children, after.children);
  if (/ class="[^"]*\bintercom-(?:container|h2b-video)\b/.test(after.attributes)) return null;
  if (name === 'table' || name === 'details' || name === 'pre') return pairwise(before, after);
  if (name === 'tr' && before.children.length === after.children.length) return pairwise(before, after);
  return ['ul', 'ol', 'li', 'tbody', 'tr', 'td', 'div', 'summary'].includes(name)
    ? blockRows(before.children, after.children).flatMap(({ nodes }) => nodes)
    : null;
}

/** Parts that have their places: the first beside the first. */
function pairwise(before: BodyElement, after: BodyElement): readonly MarkedNode[] | null {
  if (before.children.length !== after.children.length) return null;
  return after.children.flatMap(
    (child, index) => rowOf({ before: before.children[index] ?? null, after: child }).nodes,
  );
}
