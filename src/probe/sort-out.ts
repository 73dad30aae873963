/**
 * Finds out which of several things are refused, where any one of them makes the whole be refused: all at once, and
 * by halves only where that is.
 *
 * @param some what is asked
 * @param taken sends some of them; whether they were taken
 * @returns those that are refused; the others were all taken by `taken`
 */
export async function sortOut<T>(
  some: readonly T[],
  taken: (some: readonly T[]) => Promise<boolean>,
): Promise<readonly T[]> {
  if (some.length === 0 || (await taken(some))) return [];
  if (some.length === 1) return some;
  const half = Math.ceil(some.length / 2);
  return [...(await sortOut(some.slice(0, half), taken)), ...(await sortOut(some.slice(half), taken))];
}
