import type { ContentPath } from '../model/article.ts';
import type { Desired, DesiredArticle } from '../model/desired.ts';
import { lastSource, type Recorded, type RecordedArticle } from '../model/recorded.ts';
import type { Settings } from '../model/settings.ts';
import type { Words } from '../text/likeness.ts';

/** What `findMoves` looks at. */
export interface MoveInput {
  readonly desired: Desired;
  readonly recorded: Recorded;
  /** Keys of the lockfile that may not be taken for gone: their sources failed to compile, or are skipped. */
  readonly untouchable: ReadonlySet<ContentPath>;
  /** `moved:` of the configuration, old → new. */
  readonly moved: Settings['moved'];
  /** Words of what a recorded article says in Intercom; null when that is not known. */
  readonly oldWords: (key: ContentPath) => Words | null;
  /** Words of what a source says. */
  readonly newWords: (article: DesiredArticle) => Words;
}

/** What can have moved, and where to. */
export interface Pools {
  /** Sources without an entry. */
  readonly fresh: readonly DesiredArticle[];
  /** Sources with an entry, whose text is another than the one published. */
  readonly changed: readonly DesiredArticle[];
  /** Entries without a source. */
  readonly gone: readonly ContentPath[];
}

/** Moves of one kind. */
export interface Found {
  readonly pairs: readonly (readonly [ContentPath, ContentPath])[];
  readonly ambiguous: ReadonlyMap<ContentPath, readonly ContentPath[]>;
}

/** The git blob of the text in the default locale, of a source and of what Intercom got last. */
export const blobOf = (article: DesiredArticle, desired: Desired): string | undefined =>
  article.locales[desired.locale]?.blob;
export const oldBlob = (entry: RecordedArticle | undefined, desired: Desired): string | undefined =>
  lastSource(entry?.locales[desired.locale]);

/** A file's name without its folders. */
export const baseName = (path: ContentPath): string => path.slice(path.lastIndexOf('/') + 1);

/**
 * Drops pairs that would leave an article without a source although its file is still there, or a source with two
 * articles: a key that has both an entry and a source gives up its entry only if that moves on, and takes another
 * only then. Repeated until none is left to drop.
 */
export function dropUnfinished(pairs: Map<ContentPath, ContentPath>, occupied: ReadonlySet<ContentPath>): void {
  for (let again = true; again; ) {
    again = false;
    const left = new Set(pairs.values());
    for (const [to, from] of pairs) {
      const staysPut = occupied.has(from) && !pairs.has(from);
      const keepsOwn = occupied.has(to) && !left.has(to);
      if (staysPut || keepsOwn) {
        pairs.delete(to);
        again = true;
      }
    }
  }
}
