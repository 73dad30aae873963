/** Most redirects that lead to one another. */
const mostSteps = 5;

/**
 * Where an address leads in the end.
 *
 * @param next where each redirect leads, by `keyOf` of its own address
 */
export function endOfRedirects(
  from: string,
  next: ReadonlyMap<string, string>,
  keyOf: (address: string) => string,
): string {
  let to = from;
  for (let step = 0; step < mostSteps && next.has(keyOf(to)); step += 1) to = next.get(keyOf(to)) ?? to;
  return to;
}
