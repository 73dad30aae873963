import type { ContentPath } from '../model/article.ts';
import { type Memo, noMemo } from '../model/memo.ts';
import type { Repository } from '../model/repository.ts';
import type { Settings } from '../model/settings.ts';
import { rememberingUnits } from './remembered-unit.ts';
import { isCurrent, skippedSources, type Unit } from './unit.ts';

/**
 * Compiles every source that is not left alone by itself.
 *
 * @param previous units of before, in this run; those that would come out the same are taken over
 * @param memo of earlier runs
 */
export function compileSources(
  repository: Repository,
  settings: Settings,
  previous?: ReadonlyMap<ContentPath, Unit>,
  memo: Memo = noMemo,
): ReadonlyMap<ContentPath, Unit> {
  const units = new Map<ContentPath, Unit>();
  const skipped = skippedSources(repository);
  const unitOf = rememberingUnits(repository, settings, memo);
  for (const source of repository.sources) {
    if (skipped.has(source.path)) continue;
    const before = previous?.get(source.path);
    const isSame = before !== undefined && isCurrent(before, source, repository, settings);
    units.set(source.path, isSame ? { ...before, source } : unitOf(source));
  }
  return units;
}
