import type { Lockfile } from './lockfile-schema.ts';

/**
 * The lockfile's text: keys sorted, one value a line, LF ends, a last newline. The same value gives the same
 * bytes on every machine, so that git shows what changed and nothing else. The format version comes first.
 */
export function formatLockfile(lockfile: Lockfile): string {
  const { lockfileVersion, workspaces } = lockfile;
  return `${JSON.stringify({ lockfileVersion, workspaces: sorted(workspaces) }, null, 2)}\n`;
}

/** Order of an article's own fields: identity first, then what changes. */
const articleOrder = ['id', 'url', 'updatedAt', 'removed', 'locales'];

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  const keys = Object.keys(value).sort(byName);
  // Keys that look like integers would come first whatever their order: none of ours does.
  return Object.fromEntries(keys.map((key) => [key, sorted((value as Record<string, unknown>)[key])]));
}

function byName(a: string, b: string): number {
  const first = articleOrder.indexOf(a);
  const second = articleOrder.indexOf(b);
  if (first >= 0 && second >= 0) return first - second;
  return a < b ? -1 : a > b ? 1 : 0;
}
