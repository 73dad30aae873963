import path from 'node:path';
import { type Git, gitIn } from '../git/git.ts';
import type { FileStep } from '../git/timeline.ts';
import type { ContentPath } from '../model/article.ts';
import type { Recorded } from '../model/recorded.ts';
import type { Source } from '../model/repository.ts';
import type { OriginalText, StaleTranslation, Translations } from '../model/translation.ts';
import {
  commitsSince,
  originInHistory,
  recordedOrigins,
  type StepsOf,
  type TranslationSource,
} from '../plan/translation-origins.ts';
import { changedBlocks } from '../text/changed-blocks.ts';
import type { Context } from './context.ts';
import { originalIn, type ReadBlob } from './gone-texts.ts';
import type { Sources } from './sources.ts';

/** Texts that are read from git at most; of more it is only said that they are not the same. */
const mostTexts = 1_000;

/**
 * Finds out from which text each translation was made, and how far it is behind. Git is asked only about what neither
 * front matter nor the lockfile tells, and about what is behind.
 *
 * @param sections of the lockfile; the workspace at hand first
 * @param blob reads a text that was published; by default from the repository that the help centre is in
 */
export async function judgeTranslations(
  context: Context,
  sources: Sources,
  sections: readonly Recorded[],
  blob?: ReadBlob,
): Promise<Translations> {
  const all = translationsIn(sources);
  if (all.length === 0) return { origins: new Map(), stale: [] };
  const git = gitIn(path.join(sources.folder, sources.settings.content), context.host.env);
  const recorded = recordedOrigins(sections);
  const known = all.map((source) => ({ source, from: recorded(source) }));
  const unknown = known.filter(({ from }) => from === null).map(({ source }) => source);
  const early = await stepsIn(
    git,
    unknown.flatMap(({ path: own, original }) => [own, original.path]),
  );
  const judged = known.map(({ source, from }) => ({ source, from: from ?? originInHistory(source, early) }));
  const behind = judged.filter(({ source, from }) => from !== source.original.blob);
  const late = await stepsIn(
    git,
    behind.map(({ source }) => source.original.path),
  );
  const written = new Map(sources.repository.sources.map((source) => [source.path, source]));
  const read = blob ?? git.blob;
  const stale: StaleTranslation[] = [];
  for (const [index, { source, from }] of behind.entries()) {
    const before = index < mostTexts ? originalIn(await read(from), sources.settings) : null;
    const found = staleAgainst(source, from, before, { written, stepsOf: late });
    if (found !== null) stale.push(found);
  }
  return { origins: new Map(judged.map(({ source, from }) => [source.path, from])), stale };
}

function translationsIn({ desired, repository }: Sources): readonly TranslationSource[] {
  const translated = new Map(repository.sources.map(({ path, fields }) => [path, fields.translated]));
  return desired.articles.flatMap(({ key, locales }) => {
    const original = locales[desired.locale];
    if (original === undefined) return [];
    // Bodies and fingerprints are made when they are asked for, so a text is not spread.
    const { path: main, blob: now } = original;
    return Object.entries(locales).flatMap(([locale, { path, blob, start }]): TranslationSource[] =>
      locale === desired.locale
        ? []
        : [
            {
              ...{ key, locale, path, blob, place: start },
              translated: translated.get(path),
              original: { path: main, blob: now },
            },
          ],
    );
  });
}

async function stepsIn(git: Git, paths: readonly string[]): Promise<StepsOf> {
  const byPath = new Map<string, FileStep[]>();
  for (const step of (await git.timeline([...new Set(paths)])) ?? []) {
    const own = byPath.get(step.path) ?? [];
    if (own.push(step) === 1) byPath.set(step.path, own);
  }
  return (path) => byPath.get(path) ?? [];
}

/** A translation that is behind; null where what changed in the original is nothing that anybody translates. */
function staleAgainst(
  { key, locale, path, place, original }: TranslationSource,
  from: string,
  before: OriginalText | null,
  around: {
    readonly written: ReadonlyMap<ContentPath, Source>;
    readonly stepsOf: StepsOf;
  },
): StaleTranslation | null {
  const source = around.written.get(original.path);
  const { fields, body } = source ?? { fields: {}, body: '' };
  const now = { title: fields.title ?? '', description: fields.description ?? '', markdown: body.trim() };
  const blocks = before === null ? null : blocksBetween(before, now);
  if (blocks === 0) return null;
  const commits = commitsSince(from, around.stepsOf(original.path));
  return {
    key,
    locale,
    path,
    original,
    from,
    before,
    now,
    behind: { blocks, commits },
    ...(place === undefined ? {} : { place }),
  };
}

function blocksBetween(before: OriginalText, now: OriginalText): number {
  const fields = (['title', 'description'] as const).filter((field) => before[field] !== now[field]).length;
  return fields + changedBlocks(before.markdown, now.markdown);
}
