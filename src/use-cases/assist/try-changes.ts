import type { Problem } from '../../model/problem.ts';
import { shownFile } from '../../model/shown-file.ts';
import { trialMemory } from '../../read/memory.ts';
import { sortProblems } from '../../report/sort-problems.ts';
import { ProblemsError } from '../connect.ts';
import type { Context } from '../context.ts';
import { gatherSources, type Sources } from '../sources.ts';
import type { ContentFile } from './content-file.ts';
import type { FreshSources } from './fresh-sources.ts';

/** Changes to files that nobody has made yet. */
export interface Changes {
  readonly put: readonly (ContentFile & { readonly text: string })[];
  readonly gone: readonly ContentFile[];
}

/** What the sources would be. */
export interface Tried {
  readonly sources: Sources;
  /** In the files that would be written, sorted. */
  readonly own: readonly Problem[];
  /** In other files, where there was no such problem before; sorted. */
  readonly elsewhere: readonly Problem[];
}

/**
 * Reads and compiles the sources as they would be after some changes; nothing is written.
 *
 * @param before the sources as they are, gathered last by `fresh`
 * @throws ProblemsError where they could not be read any more
 */
export async function tryChanges(
  context: Context,
  fresh: FreshSources,
  before: Sources,
  { put, gone }: Changes,
): Promise<Tried> {
  const { memory, units } = fresh.kept();
  const trial = {
    put: put.map(({ path, absolute, text }) => ({ path, absolute, bytes: Buffer.from(text) })),
    gone: gone.map(({ absolute }) => absolute),
  };
  const result = await gatherSources(context, { memory: trialMemory(memory, trial), units });
  if (!result.ok) throw new ProblemsError(result.problems);
  const { sources } = result;
  const { root } = sources.repository;
  const written = new Set(put.map(({ path }) => shownFile(root, path)));
  const known = new Set([...before.problems, ...before.untidy].map(wordsOf));
  const all = sortProblems([...sources.problems, ...sources.untidy]);
  const isOwn = ({ place }: Problem): boolean => place !== undefined && written.has(place.file);
  return {
    sources,
    own: all.filter(isOwn),
    elsewhere: all.filter((found) => !isOwn(found) && !known.has(wordsOf(found))),
  };
}

/** What tells one problem from another, wherever in its file it has moved to. */
const wordsOf = ({ code, message, place }: Problem): string => JSON.stringify([code, message, place?.file]);

/** Whether a text cannot be published as it is. */
export const hasErrors = (problems: readonly Problem[]): boolean =>
  problems.some(({ severity }) => severity === 'error');
