/**
 * Levels of a body's headings as Intercom keeps them. All move up together until the shallowest is 1. What is still
 * deeper than 4 then takes the first level below the deepest one in use, 4 at most: a body of h1, h2 and h6 keeps h1, h2
 * and h3; one of h1, h2, h3 and h6 keeps h1 to h4. A gap among levels 1 to 4 stays, as bodies with h1 and
 * h3 show.
 *
 * @param levels 1 to 6, in document order
 * @returns levels 1 to 4, in the same order
 */
export function settleHeadingLevels(levels: readonly number[]): readonly number[] {
  const shift = Math.min(...new Set(levels)) - 1;
  const settled = new Map<number, number>();
  let deepest = 0;
  for (const level of [...new Set(levels)].sort((a, b) => a - b)) {
    const shifted = level - shift;
    deepest = shifted <= 4 ? shifted : Math.min(4, deepest + 1);
    settled.set(level, deepest);
  }
  return levels.map((level) => settled.get(level) ?? level);
}
