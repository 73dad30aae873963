import { count } from './paint.ts';

/** What looking at the addresses on the web came to, as far as it is summed up. */
export interface LinksCounts {
  readonly looked: number;
  readonly dead: number;
  readonly unchecked: readonly unknown[];
}

/** `12 addresses on the web: 1 dead, 2 could not be checked (with --verbose: which)`. */
export function linksSummary({ looked, dead, unchecked }: LinksCounts): string {
  const parts = [
    ...(dead === 0 ? [] : [`${dead} dead`]),
    ...(unchecked.length === 0 ? [] : [`${unchecked.length} could not be checked (--verbose says why)`]),
  ];
  const found = parts.length === 0 ? (looked === 0 ? '' : ': all alive') : `: ${parts.join(', ')}`;
  return `${count(looked, 'address', 'addresses')} on the web${found}`;
}
