import type { BodyTarget } from '../../compile/body.ts';
import { resolveLocal } from '../../compile/paths.ts';
import { targetFix } from '../../compile/target-fix.ts';
import type { ContentPath } from '../../model/article.ts';
import type { Fix } from '../../model/place.ts';
import { relativePath } from '../../model/relative-path.ts';
import type { Sources } from '../sources.ts';

/** Where files go: old path → new path. */
export type MovedPaths = ReadonlyMap<ContentPath, ContentPath>;

/**
 * What keeps links and images leading where they do once files are elsewhere: those that lead to a file that moves, and
 * those in it that count from where it was. What leads nowhere today is left as it is.
 *
 * @returns fixes by the file that they are in, as it is called before
 */
export function movedLinks(
  { units, repository }: Pick<Sources, 'units' | 'repository'>,
  moved: MovedPaths,
): ReadonlyMap<ContentPath, readonly Fix[]> {
  const isThere = thingsIn(repository);
  const fixes = new Map<ContentPath, Map<string, Fix>>();
  for (const { body } of units.values()) {
    for (const target of body.targets) {
      const fix = fixOf(target, moved, isThere);
      if (fix === undefined) continue;
      const known = fixes.get(target.from) ?? new Map<string, Fix>();
      fixes.set(target.from, known);
      // A snippet is read once for every article that shows it.
      known.set(JSON.stringify(fix.edits), fix);
    }
  }
  return new Map([...fixes].map(([file, each]) => [file, [...each.values()]]));
}

function fixOf(found: BodyTarget, moved: MovedPaths, isThere: (path: ContentPath) => boolean): Fix | undefined {
  const { target, from } = found;
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/|[#?]|$)/i.test(target)) return undefined;
  const { path, isFolder } = resolveLocal(from, target);
  if (path === null || !isThere(path)) return undefined;
  const [now, to] = [moved.get(from) ?? from, moved.get(path) ?? path];
  const before = target.replace(/[?#].*$/s, '');
  const isFromRoot = before.startsWith('/');
  if (to === path && (now === from || isFromRoot)) return undefined;
  return targetFix(found, before, isFromRoot ? `/${to}` : addressFrom(now, isFolder ? `${to}/` : to, before));
}

/** A relative address, begun as the one before was. */
function addressFrom(from: ContentPath, to: string, before: string): string {
  const address = relativePath(from, to);
  return before.startsWith('./') && !address.startsWith('.') ? `./${address}` : address;
}

/** Whether a path is a file or a folder of the content folder. */
function thingsIn({ sources, files }: Sources['repository']): (path: ContentPath) => boolean {
  const known = new Set<string>();
  for (const file of [...sources.map(({ path }) => path), ...files.keys()]) {
    for (let at = file.length; at > 0; at = file.lastIndexOf('/', at - 1)) known.add(file.slice(0, at));
  }
  return (path) => known.has(path);
}

const include = /(:::?include[^\n{]*\{[^}\n]*?\bfile=)(["']?)([^"'}\s]+)\2/g;

/** A text whose includes lead where they did, once it is elsewhere. */
export function movedIncludes(text: string, from: ContentPath, to: ContentPath): string {
  return text.replace(include, (whole: string, before: string, quote: string, written: string) => {
    const { path } = resolveLocal(from, written);
    if (path === null || written.startsWith('/')) return whole;
    return `${before}${quote}${addressFrom(to, path, written)}${quote}`;
  });
}
