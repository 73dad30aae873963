import { blockKey } from './cells.ts';

/*
 * Levels of headings count only against each other: the shallowest of a body is h1 in Intercom, whatever it is in the
 * text, and an edit that takes it away moves up all others. So levels are made alike before texts are compared.
 */

/** Level of a heading as it is written, `# …` or underlined; null for any other block. */
export function levelOf(block: string): number | null {
  const [, signs] = /^ {0,3}(#{1,6})(?:[ \t]|$)/.exec(block) ?? [];
  if (signs !== undefined) return signs.length;
  const [, line] = /^(?! {4})[^\n]+\n(?:[^\n]+\n)* {0,3}(=+|-+)[ \t]*$/.exec(block) ?? [];
  return line === undefined ? null : line.startsWith('=') ? 1 : 2;
}

/** Blocks in normal form with all headings deeper by so many levels; the same where one would go too deep or too high. */
export function shifted(blocks: readonly string[], by: number): readonly string[] {
  const levels = blocks.map((block) => (block.startsWith('#') ? levelOf(block) : null));
  const isPossible = levels.every((level) => level === null || (level + by >= 1 && level + by <= 6));
  if (by === 0 || !isPossible) return blocks;
  return blocks.map((block, at) => {
    const level = levels[at] ?? null;
    return level === null ? block : '#'.repeat(level + by) + block.slice(level);
  });
}

/**
 * How many levels deeper the headings of one text are than the same headings of another one.
 *
 * @returns 0 too where they are not all deeper by the same
 */
export function depthBetween(blocks: readonly string[], others: readonly string[]): number {
  const [own, other] = [levelsByText(blocks), levelsByText(others)];
  const differences = new Set<number>();
  for (const [text, level] of own) {
    const there = other.get(text);
    if (level !== null && there !== undefined && there !== null) differences.add(there - level);
  }
  const [only] = differences;
  return differences.size === 1 && only !== undefined ? only : 0;
}

/** Level by what a heading says; null for two that say the same. */
function levelsByText(blocks: readonly string[]): ReadonlyMap<string, number | null> {
  const levels = new Map<string, number | null>();
  for (const block of blocks) {
    if (!block.startsWith('#')) continue;
    const key = blockKey(block);
    levels.set(key, levels.has(key) ? null : levelOf(block));
  }
  return levels;
}

/** Whether two texts are the same, or all headings of one are deeper by the same. */
export function sameUpToDepth(blocks: readonly string[], others: readonly string[]): boolean {
  if (blocks.length !== others.length) return false;
  const depths = new Set<number>();
  for (const [at, block] of blocks.entries()) {
    const other = others[at] ?? '';
    const [own, there] = [block.startsWith('#') ? levelOf(block) : null, levelOf(other)];
    if (own === null || there === null) {
      if (block !== other) return false;
      continue;
    }
    if (block.slice(own) !== other.slice(there)) return false;
    depths.add(there - own);
  }
  return depths.size <= 1;
}
