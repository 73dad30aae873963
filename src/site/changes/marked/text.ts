import type { BodyNode, ChangeMark, MarkedNode } from './node.ts';
import { type Around, type ComparedWord, compareWords, isSeamless, wordsOf } from './words.ts';

/**
 * Two texts in one, the words that differ marked. Marks stand as far inside as can be, so that a link or a box of code
 * that goes on stays one.
 *
 * @param before content of a paragraph, a heading or a code block
 */
export function markedText(before: readonly BodyNode[], after: readonly BodyNode[]): readonly MarkedNode[] {
  const words = compareWords(wordsOf(before), wordsOf(after));
  return (words === null ? null : nested(words)) ?? [...only('del', before), ...only('ins', after)];
}

/** Nodes that only one side has. */
export function only(mark: ChangeMark, children: readonly MarkedNode[]): readonly MarkedNode[] {
  return children.length === 0 ? [] : [{ mark, children }];
}

/** An element that is being filled. */
interface Level {
  readonly name: string;
  readonly attributes: string;
  readonly children: MarkedNode[];
  /** Which sides have words in it. */
  readonly used: Set<'before' | 'after'>;
}

/**
 * Nests words into elements.
 *
 * @returns null where the two cannot be nested into each other: where one has one box of code, say, and the other has
 *   two in the same place
 */
function nested(words: readonly ComparedWord[]): readonly MarkedNode[] | null {
  const root: MarkedNode[] = [];
  const open: Level[] = [];
  for (const word of words) {
    const sides = word.in === 'both' ? (['before', 'after'] as const) : [word.in];
    const joined = word.around.findIndex((around, depth) => !joins(around, open[depth], sides));
    const kept = joined < 0 ? word.around.length : joined;
    // A word that does not begin an element must have found the one that it goes on in.
    if (word.around.slice(kept).some(({ name, isFirst }) => !isFirst && !isSeamless(name))) return null;
    open.length = kept;
    for (const { name, attributes } of word.around.slice(kept)) {
      const level: Level = { name, attributes, children: [], used: new Set() };
      (open.at(-1)?.children ?? root).push(level);
      open.push(level);
    }
    for (const level of open) for (const side of sides) level.used.add(side);
    put(word, open.at(-1)?.children ?? root);
  }
  return root;
}

/** Whether a word's element is the one that is open. */
function joins(around: Around, level: Level | undefined, sides: readonly ('before' | 'after')[]): boolean {
  if (level === undefined || level.name !== around.name || level.attributes !== around.attributes) return false;
  return isSeamless(around.name) || sides.every((side) => level.used.has(side) !== around.isFirst);
}

/** Adds a word to the mark, or the text, that it goes on. */
function put({ content, in: side }: ComparedWord, children: MarkedNode[]): void {
  const mark = side === 'before' ? 'del' : side === 'after' ? 'ins' : null;
  const last = children.at(-1);
  if (mark === null) append(content, children);
  else if (typeof last === 'object' && 'mark' in last && last.mark === mark)
    append(content, last.children as MarkedNode[]);
  else children.push({ mark, children: [content] });
}

function append(content: ComparedWord['content'], children: MarkedNode[]): void {
  const last = children.at(-1);
  if (typeof content === 'string' && typeof last === 'string') children[children.length - 1] = last + content;
  else children.push(content);
}
