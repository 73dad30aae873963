import type { Place } from '../model/place.ts';
import { count, oneLine } from './paint.ts';

/** What looking at the addresses on the web came to, as far as it is summed up. */
export interface LinksCounts {
  readonly looked: number;
  readonly dead: readonly unknown[];
  readonly failedOnce: readonly { readonly url: string; readonly reason: string; readonly places: readonly Place[] }[];
  readonly unchecked: readonly unknown[];
}

/** Addresses that failed once which are named; `--json` has all. */
const mostNamed = 20;

/**
 * `12 addresses on the web: 1 dead, 1 failed for the first time, 2 could not be checked (--verbose says why)`, and those
 * that failed for the first time, a line each: they are no problems yet, and nobody should have to look for them.
 */
export function linksSummary({ looked, dead, failedOnce, unchecked }: LinksCounts): string {
  const parts = [
    ...(dead.length === 0 ? [] : [`${dead.length} dead`]),
    ...(failedOnce.length === 0 ? [] : [`${failedOnce.length} failed for the first time`]),
    ...(unchecked.length === 0 ? [] : [`${unchecked.length} could not be checked (--verbose says why)`]),
  ];
  const found = parts.length === 0 ? (looked === 0 ? '' : ': all alive') : `: ${parts.join(', ')}`;
  const named = failedOnce.slice(0, mostNamed).map(({ url, reason, places: [place] }) => {
    const where = place === undefined ? '' : `${place.file}:${place.line}:${place.column} `;
    return `  ${oneLine(`${where}${url} ${reason}`)}`;
  });
  const more = failedOnce.length - named.length;
  return [
    `${count(looked, 'address', 'addresses')} on the web${found}`,
    ...named,
    ...(more > 0 ? [`  and ${more} more`] : []),
    ...(failedOnce.length === 0 ? [] : ['  They count as dead when they fail again on another day.']),
  ].join('\n');
}
