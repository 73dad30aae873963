import type { Construct, ElementRule } from './construct.ts';
import { element } from './element.ts';
import type { MarkName, Token } from './inline/tokens.ts';
import { wrap } from './wrap.ts';

const as =
  (tagName: string): ElementRule =>
  (node, shape) =>
    wrap(shape.pieces(node.children), (children) => element(tagName, {}, children));

/** Bold and italic, and what browsers show in italics. */
export const emphasis: Construct = {
  name: 'emphasis',
  toHtml: {
    elements: { strong: as('b'), b: as('b'), em: as('i'), i: as('i'), cite: as('i'), dfn: as('i'), var: as('i') },
  },
};

const asterisks: Readonly<Record<MarkName, string>> = { bold: '**', italic: '*' };
const tags: Readonly<Record<MarkName, string>> = { bold: 'b', italic: 'i' };

/** One end of what is bold or italic, in Markdown. */
export function emphasisMark({ is, mark, pair }: Extract<Token, { is: 'open' | 'close' }>): string {
  if (!pair.asTag) return asterisks[mark];
  return is === 'open' ? `<${tags[mark]}>` : `</${tags[mark]}>`;
}

/**
 * Finds the ends that CommonMark would not read as what they are meant, and has them written as tags: asterisks open
 * nothing before a space and close nothing after one, and between a letter and punctuation they do neither.
 *
 * @param tokens a line
 * @param written each token as Markdown
 * @returns whether nothing had to be changed
 */
export function settleEmphasis(tokens: readonly Token[], written: readonly string[]): boolean {
  let isSettled = true;
  for (const [index, token] of tokens.entries()) {
    if (token.is !== 'open' && token.is !== 'close') continue;
    if (token.pair.asTag || isRead(tokens, written, index, token.is)) continue;
    token.pair.asTag = true;
    isSettled = false;
  }
  return isSettled;
}

function isRead(tokens: readonly Token[], written: readonly string[], index: number, is: 'open' | 'close'): boolean {
  const isDelimiter = (at: number): boolean => {
    const token = tokens[at];
    return (token?.is === 'open' || token?.is === 'close') && !token.pair.asTag;
  };
  let first = index;
  let last = index;
  while (isDelimiter(first - 1)) first -= 1;
  while (isDelimiter(last + 1)) last += 1;
  // A run of asterisks that closes one thing and opens another is ambiguous.
  const run = tokens.slice(first, last + 1);
  if (is === 'open' && run.some((token) => token.is === 'close')) return false;
  const before = kindOf(characterBefore(written, first));
  const after = kindOf(characterBehind(written, last));
  if (is === 'open') return after !== 'space' && (after !== 'sign' || before !== 'letter');
  return before !== 'space' && (before !== 'sign' || after !== 'letter');
}

/** The last character in front of a token. What is further away is not looked at, or a line would take its square. */
function characterBefore(written: readonly string[], index: number): string | undefined {
  let at = index - 1;
  while (written[at] === '') at -= 1;
  // Enough for one of two halves.
  return [...(written[at] ?? '').slice(-2)].at(-1);
}

/** The first one behind it. */
function characterBehind(written: readonly string[], index: number): string | undefined {
  let at = index + 1;
  while (written[at] === '') at += 1;
  return [...(written[at] ?? '').slice(0, 2)].at(0);
}

/**
 * What Markdown's parser takes a character for; the end of a line counts as space. It looks at halves of what UTF-16 has
 * two of, as emoji, and so takes those for letters.
 */
function kindOf(character: string | undefined): 'space' | 'sign' | 'letter' {
  if (character === undefined || /\s/u.test(character)) return 'space';
  return character.length === 1 && /[\p{P}\p{S}]/u.test(character) ? 'sign' : 'letter';
}
