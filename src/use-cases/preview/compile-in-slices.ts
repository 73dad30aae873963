import { setImmediate } from 'node:timers/promises';
import { compileSources, type Unit } from '../../compile/compile.ts';
import type { ContentPath } from '../../model/article.ts';
import type { Memo } from '../../model/memo.ts';
import type { Repository, Source } from '../../model/repository.ts';
import type { Settings } from '../../model/settings.ts';

/** Milliseconds after which others have their turn. */
const slice = 15;

/**
 * Compiles every source by itself, a few at a time, so that requests are answered meanwhile.
 *
 * @param before the unit of before, in this run, asked for when its turn comes
 * @returns as `compileSources`
 */
export async function compileInSlices(
  repository: Repository,
  settings: Settings,
  { before, memo }: { readonly before: (path: ContentPath) => Unit | undefined; readonly memo: Memo },
  now: () => number,
): Promise<ReadonlyMap<ContentPath, Unit>> {
  const made = new Map<ContentPath, Unit>();
  let turn = now();
  for (const sources of byArticle(repository.sources)) {
    if (now() - turn > slice) {
      await setImmediate();
      turn = now();
    }
    const known = sources.flatMap(({ path }) => {
      const unit = before(path);
      return unit === undefined ? [] : [[path, unit] as const];
    });
    for (const [path, unit] of compileSources(repository, settings, new Map(known), memo, sources))
      made.set(path, unit);
  }
  // In the order of the sources, as if they had been compiled at once.
  return new Map(
    repository.sources.flatMap(({ path }) => {
      const unit = made.get(path);
      return unit === undefined ? [] : [[path, unit] as const];
    }),
  );
}

/** Whether a source is left alone depends on the article's others. */
function byArticle(sources: readonly Source[]): Iterable<readonly Source[]> {
  const groups = new Map<ContentPath, Source[]>();
  for (const source of sources) {
    const group = groups.get(source.article);
    if (group === undefined) groups.set(source.article, [source]);
    else group.push(source);
  }
  return groups.values();
}
