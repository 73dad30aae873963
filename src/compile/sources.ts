import type { ContentPath } from '../model/article.ts';
import { type Memo, noMemo } from '../model/memo.ts';
import type { Repository, Source } from '../model/repository.ts';
import type { Settings } from '../model/settings.ts';
import { rememberingUnits } from './remembered-unit.ts';
import { isCurrent, skippedSources, type Unit } from './unit.ts';

/** The sources that are to be compiled, and what the others came to before. */
export interface KnownSources {
  readonly units: ReadonlyMap<ContentPath, Unit>;
  readonly missing: readonly Source[];
}

/**
 * Finds the sources that have to be compiled.
 *
 * @param previous units of before, in this run; those that would come out the same are taken over
 * @param memo of earlier runs
 * @param among the sources that are wanted; others of the repository may be part of them
 */
export function knownSources(
  repository: Repository,
  settings: Settings,
  previous?: ReadonlyMap<ContentPath, Unit>,
  memo: Memo = noMemo,
  among: readonly Source[] = repository.sources,
): KnownSources {
  const units = new Map<ContentPath, Unit>();
  const missing: Source[] = [];
  const skipped = skippedSources({ ...repository, sources: among });
  const { recalled } = rememberingUnits(repository, settings, memo);
  for (const source of among) {
    if (skipped.has(source.path)) continue;
    const before = previous?.get(source.path);
    const isSame = before !== undefined && isCurrent(before, source, repository, settings);
    const unit = isSame ? { ...before, source } : recalled(source);
    if (unit === null) missing.push(source);
    else units.set(source.path, unit);
  }
  return { units, missing };
}

/**
 * Compiles what is missing, by itself.
 *
 * @returns all units, in the order of the sources
 */
export function withMissing(
  { units, missing }: KnownSources,
  repository: Repository,
  settings: Settings,
  memo: Memo = noMemo,
  among: readonly Source[] = repository.sources,
): ReadonlyMap<ContentPath, Unit> {
  const { made } = rememberingUnits(repository, settings, memo);
  const compiled = new Map(missing.map((source) => [source.path, made(source)]));
  return new Map(
    among.flatMap(({ path }) => {
      const unit = units.get(path) ?? compiled.get(path);
      return unit === undefined ? [] : [[path, unit] as const];
    }),
  );
}

/** Compiles every source that is not left alone by itself; see `knownSources`. */
export function compileSources(
  repository: Repository,
  settings: Settings,
  previous?: ReadonlyMap<ContentPath, Unit>,
  memo: Memo = noMemo,
  among: readonly Source[] = repository.sources,
): ReadonlyMap<ContentPath, Unit> {
  return withMissing(knownSources(repository, settings, previous, memo, among), repository, settings, memo, among);
}
