import type { ContentPath, Locale } from './article.ts';
import type { Place } from './place.ts';

/** A source in another locale than the default one, and the text that it was made from. */
export interface Translation {
  /** The article's key: path of its source in the default locale. */
  readonly key: ContentPath;
  readonly locale: Locale;
  readonly path: ContentPath;
  /** First line of the source. */
  readonly place?: Place;
  /** Git blob id of the text that it was made from: a part of one where its front matter says so. */
  readonly from: string;
}

/** A translation whose original says something else by now. */
export interface StaleTranslation extends Translation {
  /** The source in the default locale, and its git blob id now. */
  readonly original: { readonly path: ContentPath; readonly blob: string };
  /** What the original said then; null where git does not have it here. */
  readonly before: OriginalText | null;
  readonly now: OriginalText;
  readonly behind: Behind;
}

/** How far a translation is behind its original. */
export interface Behind {
  /** Blocks of the original that came, went or changed, its title and description among them; null: not known. */
  readonly blocks: number | null;
  /** Commits that changed the original since; null: not known. */
  readonly commits: number | null;
}

/** An original as a translator reads it. */
export interface OriginalText {
  readonly title: string;
  readonly description: string;
  /** Markdown without front matter. */
  readonly markdown: string;
}

/** What all translations were made from, and those whose original says something else by now. */
export interface Translations {
  /** Path of a translation → git blob id of the text that it was made from. */
  readonly origins: ReadonlyMap<ContentPath, string>;
  /** In the order of articles and locales. */
  readonly stale: readonly StaleTranslation[];
}
