import type { Git } from '../../git/git.ts';
import type { ContentPath } from '../../model/article.ts';
import type { Settings } from '../../model/settings.ts';

/** Files that git is asked about at once: a command line has an end. */
const atOnce = 200;

/**
 * Makes what tells the git blob ids of files as they were last committed. Git is asked once, when somebody asks first.
 *
 * @param paths sources that may be asked for
 * @returns a function from a path to the id; `''` for a file that was never committed, null where git cannot tell
 */
export function committedIn(
  paths: readonly ContentPath[],
  { content }: Pick<Settings, 'content'>,
  git: Pick<Git, 'committed'>,
): (path: ContentPath) => Promise<string | null> {
  const nameOf = (path: ContentPath): string => (content === '.' ? path : `${content}/${path}`);
  let asked: Promise<ReadonlyMap<string, string> | null> | null = null;
  return async (path) => {
    asked ??= ask(paths.map(nameOf), git);
    const known = await asked;
    return known === null ? null : (known.get(nameOf(path)) ?? '');
  };
}

async function ask(names: readonly string[], git: Pick<Git, 'committed'>): Promise<ReadonlyMap<string, string> | null> {
  const known = new Map<string, string>();
  for (let at = 0; at < names.length; at += atOnce) {
    const part = await git.committed(names.slice(at, at + atOnce));
    if (part === null) return null;
    for (const [name, id] of part) known.set(name, id);
  }
  return known;
}
