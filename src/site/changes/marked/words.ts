import { diffArrays } from 'diff';
import { tokensOf } from '../../../text/diff.ts';
import type { BodyElement, BodyNode } from './node.ts';

/** A word, a stretch of white space or a sign with the elements around it; or an element without content. */
export interface Word {
  readonly content: string | BodyElement;
  /** From the outside in. */
  readonly around: readonly Around[];
}

/** An element around a word. */
export interface Around {
  readonly name: string;
  readonly attributes: string;
  /** Whether the word is the first in it. */
  readonly isFirst: boolean;
}

/** A word of both texts, or of one of them. */
export interface ComparedWord extends Word {
  readonly in: 'both' | 'before' | 'after';
}

/** Edits after which two texts are no longer compared closely: the work grows with their square. */
const maxEdits = 600;

/** The words of a paragraph, heading or code block, in order. */
export function wordsOf(nodes: readonly BodyNode[]): readonly Word[] {
  const words: Word[] = [];
  const read = (inside: readonly BodyNode[], around: readonly Omit<Around, 'isFirst'>[], starts: boolean[]): void => {
    const put = (content: Word['content']): void => {
      words.push({ content, around: around.map((one, depth) => ({ ...one, isFirst: starts[depth] === true })) });
      starts.fill(false);
    };
    for (const node of inside) {
      if (typeof node === 'string') tokensOf(node).forEach(put);
      else if (node.children.length === 0) put(node);
      else {
        const { name, attributes } = node;
        const inner = [...starts, true];
        read(node.children, [...around, { name, attributes }], inner);
        for (const depth of starts.keys()) starts[depth] = inner[depth] === true;
      }
    }
  };
  read(nodes, [], []);
  return words;
}

/**
 * Compares two texts word by word. Words are equal with everything around them: a word that became bold is another.
 *
 * @returns null when too much differs for a comparison to say anything
 */
export function compareWords(before: readonly Word[], after: readonly Word[]): readonly ComparedWord[] | null {
  const found = diffArrays(before.map(keyOf), after.map(keyOf), { maxEditLength: maxEdits });
  if (found === undefined) return null;
  const words: ComparedWord[] = [];
  let [at, to] = [0, 0];
  for (const { added, removed, count } of found) {
    const from = added ? after.slice(to, to + count) : before.slice(at, at + count);
    words.push(...from.map((word): ComparedWord => ({ ...word, in: added ? 'after' : removed ? 'before' : 'both' })));
    if (!added) at += count;
    if (!removed) to += count;
  }
  return inStretches(words);
}

function keyOf({ content, around }: Word): string {
  const outside = around.map(
    ({ name, attributes, isFirst }) => `${isFirst && !isSeamless(name) ? '^' : ''}${name}${attributes}`,
  );
  return `${outside.join('>')}|${typeof content === 'string' ? content : `<${content.name}${content.attributes}>`}`;
}

/** Whether two such elements beside each other look the same as one. */
export function isSeamless(name: string): boolean {
  return name === 'b' || name === 'i';
}

/** Changes with nothing but white space between them as one: what went, then what came. */
function inStretches(words: readonly ComparedWord[]): readonly ComparedWord[] {
  const result: ComparedWord[] = [];
  let [gone, come]: [ComparedWord[], ComparedWord[]] = [[], []];
  const end = (): void => {
    result.push(...gone, ...come);
    [gone, come] = [[], []];
  };
  for (const [index, word] of words.entries()) {
    const next = words[index + 1];
    const isBetween =
      word.in === 'both' &&
      isSpace(word) &&
      gone.length > 0 &&
      come.length > 0 &&
      next !== undefined &&
      next.in !== 'both';
    if (word.in === 'both' && !isBetween) {
      end();
      result.push(word);
      continue;
    }
    if (word.in !== 'after') gone.push({ ...word, in: 'before' });
    if (word.in !== 'before') come.push({ ...word, in: 'after' });
  }
  end();
  return result;
}

function isSpace({ content }: Word): boolean {
  return typeof content === 'string' && /^\s+$/.test(content);
}
