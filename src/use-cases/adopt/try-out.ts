import type { Unit } from '../../compile/compile.ts';
import { configurationName, parseConfiguration } from '../../config/settings.ts';
import type { ContentPath } from '../../model/article.ts';
import { localise } from '../../model/localised-path.ts';
import { negotiable } from '../../model/negotiable.ts';
import type { Problem } from '../../model/problem.ts';
import type { Settings } from '../../model/settings.ts';
import { unnamedCollections } from '../../plan/unnamed-collections.ts';
import { createMemory } from '../../read/memory.ts';
import type { ReadResult } from '../../read/read-result.ts';
import { readRepository } from '../../read/repository.ts';
import type { Unlisted } from '../../read/unlisted-pages.ts';
import { ProblemsError } from '../connect.ts';
import { type Context, shownPath } from '../context.ts';
import { memoForTrial } from '../memo-for.ts';
import { sourcesFrom } from '../sources.ts';
import { unitsOf } from '../threads/units-of.ts';

/** What a configuration would publish. */
export interface Trial {
  /** Articles that compile, and those that do not. */
  readonly ready: number;
  readonly failed: number;
  /** Translations of pages that are not there in the first language, where they keep no article out. */
  readonly lonely: number;
  /** Sources that the tool does not build: drafts and the like. */
  readonly skipped: number;
  /** Pages that its navigation does not list; absent for none. */
  readonly unlisted?: Unlisted;
  readonly languages: readonly string[];
  readonly collections: number;
  readonly images: number;
  readonly problems: readonly Problem[];
  readonly settings: Settings;
  /** What was read and compiled, for a trial with other severities. */
  readonly kept: { readonly read: ReadResult; readonly units: ReadonlyMap<ContentPath, Unit> };
}

/**
 * Reads and compiles a repository as a configuration would have it, without writing anything.
 *
 * @param text of the configuration
 * @param before a trial of one that differs in nothing but `problems`: nothing is read or compiled again
 * @throws ProblemsError where it is none
 */
export async function tryOut(context: Context, text: string, before?: Trial): Promise<Trial> {
  const parsed = parseConfiguration(text, configurationName, context.cwd);
  if (!parsed.ok) throw new ProblemsError(parsed.problems);
  const { settings, folder } = parsed;
  const memo = await memoForTrial(context, folder);
  const shown = shownPath(context.host.cwd, folder);
  const read =
    before?.kept.read ?? (await readRepository(folder, settings, shown, createMemory(), memo, parsed.variablePlaces));
  const units =
    before?.kept.units ?? (await unitsOf(context, read.repository, settings, { previous: undefined, memo }));
  const sources = sourcesFrom({ settings, folder, read, unreadTexts: new Map(), memo }, units);
  const { articles, collections, images, failed, skipped } = sources.desired;
  const unnamed = unnamedCollections(
    { ...nothingKnown, desired: sources.desired },
    settings.problems['collection-unnamed'],
  );
  const lonely = sources.problems.filter(({ code, severity }) => code === 'lonely-locale' && severity !== 'error');
  const alone = new Set(
    lonely.length === 0
      ? []
      : read.misplaced.map((file) => `${localise(file, settings.locales, settings.locale).stem}.md`),
  );
  return {
    ready: articles.length - unnamed.leftOut.size,
    failed: failed.filter((key) => !alone.has(key)).length + unnamed.leftOut.size,
    lonely: lonely.length,
    skipped: skipped.length,
    ...(read.unlisted === undefined ? {} : { unlisted: read.unlisted }),
    languages: [...new Set(articles.flatMap((article) => Object.keys(article.locales)))].sort(),
    collections: collections.length,
    images: Object.keys(images).length,
    problems: [...sources.problems, ...unnamed.problems],
    settings,
    kept: { read, units },
  };
}

/** A sandbox that nothing was published to. */
const nothingKnown = {
  remote: null,
  recorded: { collections: {} },
  ids: new Map(),
  firstLanguage: () => null,
  isWritten: () => true,
};

/** The codes of errors that may be lowered, so that fewer articles are kept out. */
export function loweredBy({ problems }: Trial): readonly string[] {
  return negotiable.filter((code) => problems.some((found) => found.severity === 'error' && found.code === code));
}
