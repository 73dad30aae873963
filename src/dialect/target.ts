/** Looks like a relative address, so that it passes for one. */
const mark = 'helpcentre-target-';

/**
 * What stands in `href` and `src` until all sources are known: the number of the address among those found in
 * the body.
 */
export function markTarget(index: number): string {
  return mark + index;
}

/** The number behind a mark; null for anything else. */
export function targetIndex(value: unknown): number | null {
  return typeof value === 'string' && value.startsWith(mark) ? Number(value.slice(mark.length)) : null;
}
