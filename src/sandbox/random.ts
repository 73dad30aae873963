/** Draws numbers in [0, 1). */
export type Random = () => number;

/**
 * A generator that gives the same numbers for the same seed (mulberry32), so that a run with ids, request ids
 * and faults drawn at random can be had again.
 *
 * @param seed any integer
 */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Draws a text of the given length from an alphabet. */
export function drawText(random: Random, length: number, alphabet: string): string {
  return Array.from({ length }, () => alphabet[Math.floor(random() * alphabet.length)]).join('');
}

/** Digits of hexadecimal numbers. */
export const hex = '0123456789abcdef';
