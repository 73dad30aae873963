import type { ContentPath, Fingerprint, Locale, State } from './article.ts';
import type { UnlistedType } from './article-type.ts';
import type { CollectionKey } from './collection.ts';
import type { Change, RedirectChange } from './plan.ts';
import type { RecordedArticle, RecordedCollection } from './recorded.ts';
import type { RecordedRedirect } from './redirect.ts';

/**
 * What the lockfile has to learn from one effect: written to the journal when it took place, and from there
 * into the lockfile. `null` drops the entry.
 */
export type Recording =
  | {
      readonly of: 'article';
      readonly key: ContentPath;
      /** The key it had before. */
      readonly from?: ContentPath;
      /** Id of the article that it takes the place of, because that is gone from Intercom. */
      readonly replaces?: string;
      readonly entry: RecordedArticle | null;
      readonly images: Readonly<Record<Fingerprint, string>>;
    }
  | { readonly of: 'collection'; readonly key: CollectionKey; readonly entry: RecordedCollection }
  | { readonly of: 'redirect'; readonly key: string; readonly entry: RecordedRedirect | null };

/** A text as it is sent, with the blob of its source. */
export interface SentLocale {
  readonly source: string;
  readonly title: string;
  readonly description: string;
  readonly state: State;
  /** HTML with every reference resolved. */
  readonly body: string;
}

/**
 * What is about to be sent of an article: in the journal before the request, so that after a run that was cut off our own
 * text is known again in Intercom, whatever became of its source since.
 */
export interface Sent {
  readonly key: ContentPath;
  /** null: it is created. */
  readonly id: string | null;
  /** Of one that no help centre has. */
  readonly type?: UnlistedType;
  /** Present where it goes into the article's draft. */
  readonly staged?: true;
  /** Collection that it is in then. */
  readonly parentId: string | null;
  readonly locales: Readonly<Record<Locale, SentLocale>>;
}

/** What became of one change. */
export type Outcome =
  | { readonly result: 'done'; readonly change: Change; readonly id: string; readonly url: string | null }
  | { readonly result: 'failed'; readonly change: Change; readonly message: string; readonly requestId: string | null };

/** What became of one redirect; `left`: it was not begun, and the next run makes it. */
export type RedirectOutcome =
  | { readonly result: 'done'; readonly redirect: RedirectChange }
  | { readonly result: 'left'; readonly redirect: RedirectChange; readonly message: string }
  | {
      readonly result: 'failed';
      readonly redirect: RedirectChange;
      readonly message: string;
      readonly requestId: string | null;
    };
