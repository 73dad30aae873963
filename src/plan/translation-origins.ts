import type { ContentPath, Locale } from '../model/article.ts';
import type { Place } from '../model/place.ts';
import type { Recorded, RecordedLocale } from '../model/recorded.ts';

/** A translation, and the text in the default locale that it belongs to. */
export interface TranslationSource {
  /** The article's key. */
  readonly key: ContentPath;
  readonly locale: Locale;
  readonly path: ContentPath;
  readonly blob: string;
  /** From its front matter. */
  readonly translated: string | undefined;
  readonly original: { readonly path: ContentPath; readonly blob: string };
  /** First line of the source. */
  readonly place: Place | undefined;
}

/** What happened to a file, newest first. */
export type StepsOf = (path: ContentPath) => readonly Step[];

/** One file before and after one commit; 0 is the newest commit. */
interface Step {
  readonly commit: number;
  readonly before: string | null;
  readonly after: string | null;
}

/**
 * The text that a translation was made from, as far as its own words and the lockfile tell: what its front matter says;
 * else what was recorded when this very text was published, under its name or, since articles move, under another.
 *
 * @param sections of the lockfile; the workspace at hand first
 * @returns git blob id; null where only git's history can tell
 */
export function recordedOrigins(sections: readonly Recorded[]): (source: TranslationSource) => string | null {
  const byText = new Map<string, string>();
  for (const { articles } of sections) {
    for (const { locales } of Object.values(articles)) {
      for (const [locale, known] of Object.entries(locales)) {
        for (const { source, from } of textsOf(known)) {
          const text = `${locale} ${source}`;
          if (from !== undefined && !byText.has(text)) byText.set(text, from);
        }
      }
    }
  }
  return ({ key, locale, blob, translated, original }) => {
    if (translated !== undefined) return original.blob.startsWith(translated) ? original.blob : translated;
    for (const { articles } of sections) {
      const known = Object.hasOwn(articles, key) ? articles[key]?.locales[locale] : undefined;
      const same = textsOf(known).find(({ source, from }) => source === blob && from !== undefined);
      if (same?.from !== undefined) return same.from;
    }
    return byText.get(`${locale} ${blob}`) ?? null;
  };
}

/** What is recorded of a locale: what waits to be released, and what was published. */
function textsOf(known: RecordedLocale | undefined): readonly Pick<RecordedLocale, 'source' | 'from'>[] {
  return known === undefined ? [] : known.staged === undefined ? [known] : [known.staged, known];
}

/**
 * The same from git's history: what the original said when the translation was committed last. A translation with edits
 * that are not committed yet was made from what the original says now, and so is one of which nothing is known.
 *
 * @param stepsOf what happened to a file, newest first
 */
export function originInHistory({ path, blob, original }: TranslationSource, stepsOf: StepsOf): string {
  const [last] = stepsOf(path);
  if (last === undefined || last.after !== blob) return original.blob;
  const own = stepsOf(original.path);
  const then = own.find(({ commit }) => commit >= last.commit);
  // The first change since says what it was before; without any it is what it is now.
  return then?.after ?? own.findLast(({ commit }) => commit < last.commit)?.before ?? original.blob;
}

/**
 * How many commits changed an original since it was a certain text.
 *
 * @param own what happened to it, newest first
 * @returns null where the text is in none of them
 */
export function commitsSince(blob: string, own: readonly Step[]): number | null {
  const found = own.findIndex(({ after }) => after?.startsWith(blob) === true);
  if (found >= 0) return found;
  return own.at(-1)?.before?.startsWith(blob) === true ? own.length : null;
}
