/**
 * Whether a run tries everything, as before a release: `HELPCENTRE_DEEP=1 npm test`, which takes more than an hour.
 * Otherwise the many cases of one kind are sampled, the same ones in every run, so that every change waits minutes.
 */
export const isDeep = process.env.HELPCENTRE_DEEP !== undefined;

/** How often a property is tried: ten times as often in a deep run. */
export const runs = (count: number): number => (isDeep ? count * 10 : count);

/** Every `n`th of many cases, from the one at `first` on; all of them in a deep run. */
export function oneIn<Case>(n: number, cases: readonly Case[], first = 0): readonly Case[] {
  return isDeep ? cases : cases.filter((_, index) => index % n === first);
}
