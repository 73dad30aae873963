import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type CodeCommit, codeHistory, commitsSaying, linesChanged } from '../git/code-history.ts';
import type { RunGit } from '../git/git.ts';
import type { ContentPath } from '../model/article.ts';
import type { WatchedArticle } from '../model/impact.ts';
import type { Problem } from '../model/problem.ts';
import { problem } from '../model/problem.ts';
import type { Source } from '../model/repository.ts';
import { shownFile } from '../model/shown-file.ts';
import { codeGlob } from '../plan/impact.ts';
import { lockfileName } from '../record/lockfile.ts';
import { bySpecificity, folderOfGlob, globsOf } from '../text/globs.ts';
import { reasonFor, reviewedTrailer, reviewsIn } from '../text/reviewed.ts';
import { shownPath } from './context.ts';
import type { Sources } from './sources.ts';
import type { Watching } from './watched.ts';

/** A commit that changed what an article is about. */
interface Newer {
  readonly commit: CodeCommit;
  readonly files: readonly string[];
}

/**
 * Articles whose code changed after them, by git alone: an article is as new as the last commit that changed it, or its
 * entry in the lockfile, or said that nothing of it has to change. Bots change no product.
 *
 * @param run git in the root of the repository
 */
export async function changedProblems(
  run: RunGit,
  sources: Sources,
  { root, articles, isDocs }: Watching,
): Promise<readonly Problem[]> {
  const named = articles.filter(({ globs }) => globs.length > 0);
  const paths = named.flatMap(({ globs, parts }) => [...parts, ...globsOf(globs).named.map(folderOfGlob)]);
  const history = await codeHistory(run, paths);
  const open = await openFiles(run);
  if (history === null || open === null) return [];
  const reviews = await commitsSaying(run, reviewedTrailer, history);
  const newer = named.flatMap((article) => {
    const reviewed = reviews.find(({ message }) => reasonFor(reviewsIn([message]), article.names) !== null);
    const found = newerThan(article, history.commits, { open, isDocs, reviewed: reviewed?.age });
    return found.length === 0 ? [] : [{ article, found }];
  });
  const lockfile = shownPath(root, path.join(sources.folder, lockfileName));
  const published = await publishedAges(run, root, lockfile, {
    keys: newer.map(({ article }) => article.key),
    ...history,
  });
  const mains = new Map(sources.repository.sources.map((source) => [source.path, source]));
  return newer.flatMap(({ article, found }) => {
    const age = published.get(article.key) ?? Number.POSITIVE_INFINITY;
    const left = found.filter(({ commit }) => commit.age < age);
    return changedProblem(article, left, mains.get(article.key), sources);
  });
}

/** Files that are not as they were committed. */
async function openFiles(run: RunGit): Promise<ReadonlySet<string> | null> {
  const changed = await run(['diff', '--no-ext-diff', '--no-renames', '--name-only', '-z', 'HEAD']);
  const fresh = await run(['ls-files', '--others', '--exclude-standard', '-z']);
  return changed === null || fresh === null ? null : new Set(`${changed}${fresh}`.split('\0').filter(Boolean));
}

/** What else tells whether an article is older than its code. */
interface Around extends Pick<Watching, 'isDocs'> {
  /** Files that are not as they were committed. */
  readonly open: ReadonlySet<string>;
  /** How long ago somebody said that nothing of it has to change. */
  readonly reviewed: number | undefined;
}

/** Commits after the article, newest first, that changed what it is about. */
function newerThan(
  { parts, globs }: WatchedArticle,
  commits: readonly CodeCommit[],
  { open, isDocs, reviewed = Number.POSITIVE_INFINITY }: Around,
): readonly Newer[] {
  if (parts.some((part) => open.has(part))) return [];
  const own = new Set(parts);
  const last = commits.find(({ files }) => files.some((file) => own.has(file.path)));
  const seen = Math.min(last?.age ?? Number.POSITIVE_INFINITY, reviewed);
  const list = globsOf(globs);
  return commits
    .filter(({ age, byBot }) => age < seen && !byBot)
    .flatMap((commit) => {
      const hits = commit.files.flatMap((file) => {
        const glob = isDocs(file.path) ? null : codeGlob(list, file.path);
        return glob === null ? [] : [{ file: file.path, glob }];
      });
      const files = hits.sort((a, b) => bySpecificity(a.glob, b.glob)).map(({ file }) => file);
      return files.length === 0 ? [] : [{ commit, files }];
    });
}

function changedProblem(
  { file: article }: WatchedArticle,
  newer: readonly Newer[],
  main: Source | undefined,
  { repository }: Sources,
): readonly Problem[] {
  const [newest] = newer;
  const [file] = newest?.files ?? [];
  if (newest === undefined || file === undefined || main === undefined) return [];
  const all = new Set(newer.flatMap(({ files }) => files));
  const { id, subject } = newest.commit;
  const start = { file: shownFile(repository.root, main.path), line: 1, column: 1 };
  const facts = { article, file, more: all.size - 1, commit: id.slice(0, 8), subject };
  return [problem('sources-changed', facts, main.places.sources ?? start)];
}

/** How long ago articles were published last, as the lines of the lockfile were last changed; those that are not told are not in it. */
async function publishedAges(
  run: RunGit,
  root: string,
  lockfile: string,
  { keys, ages }: { readonly keys: readonly ContentPath[]; readonly ages: ReadonlyMap<string, number> },
): Promise<ReadonlyMap<ContentPath, number>> {
  const text = keys.length === 0 ? null : await readFile(path.join(root, lockfile), 'utf8').catch(() => null);
  if (text === null) return new Map();
  const entries = keys.flatMap((key) => entriesOf(key, text).map((lines) => ({ key, lines })));
  const changed =
    entries.length === 0
      ? null
      : await linesChanged(
          run,
          lockfile,
          entries.map(({ lines }) => lines),
        );
  // What git does not tell is not said of anybody.
  if (changed === null) return new Map(entries.map(({ key }) => [key, -1]));
  const found = new Map<ContentPath, number>();
  for (const {
    key,
    lines: [first, last],
  } of entries) {
    for (let line = first; line <= last; line += 1) {
      const commit = changed.get(line) ?? '';
      const age = /^0+$/.test(commit) ? -1 : (ages.get(commit) ?? Number.POSITIVE_INFINITY);
      found.set(key, Math.min(age, found.get(key) ?? Number.POSITIVE_INFINITY));
    }
  }
  return found;
}

/** Lines of an article's entries in a lockfile, first and last from 1: one for each workspace. */
function entriesOf(key: ContentPath, text: string): readonly (readonly [number, number])[] {
  const lines = text.split('\n');
  const start = `${JSON.stringify(key)}: {`;
  return lines.flatMap((line, index): (readonly [number, number])[] => {
    if (line.trimStart() !== start) return [];
    const end = line.slice(0, line.length - start.length);
    const length = lines.slice(index + 1).findIndex((one) => one.startsWith(`${end}}`));
    return length === -1 ? [] : [[index + 1, index + 2 + length]];
  });
}
