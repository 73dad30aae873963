import { graded } from '../compile/grade.ts';
import { type KnownFiles, knownFiles } from '../git/code-history.ts';
import { gitRunner } from '../git/git.ts';
import type { Problem } from '../model/problem.ts';
import { problem } from '../model/problem.ts';
import { codeGlob } from '../plan/impact.ts';
import { globsOf } from '../text/globs.ts';
import { changedProblems } from './code-changed.ts';
import { type DeadGlob, goneProblems } from './code-gone.ts';
import type { Context } from './context.ts';
import type { Sources } from './sources.ts';
import { changed } from './stale-translations.ts';
import { codeOf, type NamedCode, type Watching, watchedArticles } from './watched.ts';

/** Files of the product below which no glob is broad: of a handful, one folder is soon the half. */
const fewFiles = 20;

/**
 * The sources with what is wrong with the globs of code in them: those that name nothing any more, or half of the
 * repository, and articles that are older than their code. Asks git, and only where an article names code.
 *
 * @param depth `files` looks at the globs alone, which takes no history
 */
export async function withCodeChecked(
  context: Context,
  sources: Sources,
  depth: 'files' | 'history' = 'history',
): Promise<Sources> {
  const found = await codeProblems(context, sources, depth);
  if (found.length === 0) return sources;
  return changed(sources, { problems: [...sources.problems, ...graded(found, sources.settings.problems)] });
}

async function codeProblems(
  context: Context,
  sources: Sources,
  depth: 'files' | 'history',
): Promise<readonly Problem[]> {
  const watching = await watchedArticles(sources);
  if (watching === null) return [];
  const run = gitRunner(watching.root, context.host.env);
  const known = await knownFiles(run);
  if (known === null) return [];
  const lists = listsIn(sources);
  const gone = await goneProblems(
    run,
    watching.root,
    lists.flatMap((list) => deadIn(list, known)),
  );
  const broad = lists.flatMap((list) => broadIn(list, known, watching));
  const stale = depth === 'files' ? [] : await changedProblems(run, sources, watching);
  return [...gone, ...broad, ...stale];
}

/** Every list of globs once: that of a folder is of many articles. */
function listsIn(sources: Sources): readonly NamedCode[] {
  const lists = new Map<readonly string[], NamedCode>();
  for (const source of sources.repository.sources) {
    if (source.path !== source.article || source.fields.sync === false) continue;
    const code = codeOf(source, sources);
    if (code !== null) lists.set(code.globs, code);
  }
  return [...lists.values()];
}

function deadIn({ globs, placeOf }: NamedCode, { files, submodules }: KnownFiles): readonly DeadGlob[] {
  return globsOf(globs)
    .named.filter((glob) => {
      const one = globsOf([glob]);
      return !files.some((file) => one.caughtBy(file) !== null) && !reachesInto(glob, submodules);
    })
    .map((glob) => ({ glob, place: placeOf(glob) }));
}

/** Nobody here knows the files of another repository. */
function reachesInto(glob: string, submodules: readonly string[]): boolean {
  return submodules.some((folder) => glob.replace(/^(?:\.?\/)+/, '').startsWith(`${folder}/`));
}

function broadIn({ globs, placeOf }: NamedCode, { files }: KnownFiles, { isDocs }: Watching): readonly Problem[] {
  const code = files.filter((file) => !isDocs(file));
  if (code.length < fewFiles) return [];
  const taken = globs.filter((glob) => glob.startsWith('!'));
  return globsOf(globs).named.flatMap((glob) => {
    const one = globsOf([glob, ...taken]);
    const caught = code.filter((file) => codeGlob(one, file) !== null).length;
    return caught * 2 <= code.length
      ? []
      : [problem('sources-broad', { glob, caught, files: code.length }, placeOf(glob))];
  });
}
