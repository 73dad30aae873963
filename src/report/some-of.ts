import type { Change, CollectionChange } from '../model/plan.ts';
import { withCommas } from '../model/with-commas.ts';
import { type Deed, deedOf } from './deed.ts';

/** How much of a long list is shown: `some` is what a person reads before a question. */
export type Most = 'some' | 'all';

/** Of each kind so many are read before a question. */
const mostOfAKind = 20;
/** What readers lose is shown further: nobody should agree to it unseen. */
const mostRemovals = 200;

/**
 * Lines for the first of a list, and one that counts the rest.
 *
 * @param what they are, for the count: `held back`
 */
export function someOf<T>(
  all: readonly T[],
  most: Most,
  what: string,
  linesOf: (one: T) => readonly string[],
  limit = mostOfAKind,
): readonly string[] {
  const shown = most === 'all' ? all : all.slice(0, limit);
  const left = all.length - shown.length;
  const rest = left === 0 ? [] : [`  … and ${withCommas(left)} more ${what} (--all prints every one)`];
  return [...shown.flatMap(linesOf), ...rest];
}

/** The same for changes: all in their order while they are few, else the first of each kind. */
export function someOfEachKind<T extends Change | CollectionChange>(
  all: readonly T[],
  most: Most,
  whatOf: (deed: Deed) => string,
  linesOf: (one: T) => readonly string[],
): readonly string[] {
  if (most === 'all' || all.length <= mostOfAKind) return all.flatMap(linesOf);
  return [...new Set(all.map(deedOf))].flatMap((kind) => {
    const limit = kind === 'unpublish' || kind === 'delete' ? mostRemovals : mostOfAKind;
    const own = all.filter((one) => deedOf(one) === kind);
    return someOf(own, most, whatOf(kind), linesOf, limit);
  });
}
