import type { Place } from '../model/place.ts';
import type { Problem } from '../model/problem.ts';
import { problem } from '../model/problem.ts';
import type { Lockfile } from '../model/recorded.ts';
import type { LocatedYaml } from '../yaml/located-yaml.ts';

/**
 * Entries of one workspace that name the same article or collection: one of the two would be lost at the
 * next write.
 *
 * @param lockfile what the text says
 * @param read reads the text with its places, and is called only when there is something to say; null where
 *   that is not possible
 * @param file path to name in problems
 */
export function idsTwice(lockfile: Lockfile, read: () => LocatedYaml | null, file: string): readonly Problem[] {
  const found: { readonly of: 'article' | 'collection'; readonly id: string; readonly paths: readonly string[][] }[] =
    [];
  for (const [workspace, section] of Object.entries(lockfile.workspaces)) {
    for (const [part, of] of [
      ['articles', 'article'],
      ['collections', 'collection'],
    ] as const) {
      const first = new Map<string, string>();
      for (const [key, { id }] of Object.entries(section[part])) {
        const other = first.get(id);
        if (other === undefined) first.set(id, key);
        else found.push({ of, id, paths: [other, key].map((one) => ['workspaces', workspace, part, one]) });
      }
    }
  }
  if (found.length === 0) return [];
  const yaml = read();
  const placeOf = (path: readonly string[]): Place => yaml?.placeOfKey(path) ?? { file, line: 1, column: 1 };
  return found.map(({ of, id, paths: [other = [], again = []] }) =>
    problem(
      'lockfile-id-twice',
      { of, id, key: again.at(-1) ?? '', other: other.at(-1) ?? '', first: placeOf(other).line },
      placeOf(again),
    ),
  );
}
