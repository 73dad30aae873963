import { byCodeUnit } from '../model/by-code-unit.ts';
import type { Lockfile } from '../model/recorded.ts';

/**
 * The lockfile's text: keys sorted, one value a line, LF ends, a last newline. The same value gives the same
 * bytes on every machine, so that git shows what changed and nothing else. The format version comes first.
 */
export function formatLockfile(lockfile: Lockfile): string {
  const pieces: string[] = [];
  print(lockfile, [], (piece) => pieces.push(piece));
  return `${pieces.join('')}\n`;
}

/** Whether a text is what `formatLockfile` makes of a value, which is not made again for it. */
export function isFormatted(lockfile: Lockfile, text: string): boolean {
  // What V8 has optimised goes on holding a text that a function like this one uses: all of a large lockfile.
  const followed: { rest: string; at: number | null } = { rest: text, at: 0 };
  const follow = (piece: string): void => {
    const { rest, at } = followed;
    if (at !== null) followed.at = rest.startsWith(piece, at) ? at + piece.length : null;
  };
  print(lockfile, [], follow);
  follow('\n');
  followed.rest = '';
  return followed.at === text.length;
}

/** Order of an article's own fields: identity first, then what changes. */
const articleOrder = ['id', 'url', 'updatedAt', 'removed', 'scheduled', 'reach', 'locales'];

/**
 * Written out by hand, since `JSON.stringify` puts keys that look like integers first, whatever their order.
 *
 * @param path keys that lead to the value
 */
function print(value: unknown, path: readonly string[], write: (piece: string) => unknown): void {
  if (value === null || typeof value !== 'object') return void write(JSON.stringify(value));
  if (Array.isArray(value)) return void write(`[${value.map((member) => JSON.stringify(member)).join(', ')}]`);
  const entries = Object.entries(value).filter(([, child]) => child !== undefined);
  if (entries.length === 0) return void write('{}');
  // Only an article's fields have an order of their own: a path or a collection may have such a name too.
  const isArticle = path.length === 4 && path[2] === 'articles';
  const sorted = entries.sort(([a], [b]) =>
    isArticle ? articleOrder.indexOf(a) - articleOrder.indexOf(b) : byCodeUnit(a, b),
  );
  const indent = '  '.repeat(path.length);
  let before = '{\n';
  for (const [key, child] of sorted) {
    write(`${before}${indent}  ${JSON.stringify(key)}: `);
    print(child, [...path, key], write);
    before = ',\n';
  }
  write(`\n${indent}}`);
}
