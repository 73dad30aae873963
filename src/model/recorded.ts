import type { ContentPath, Fingerprint, Locale } from './article.ts';
import type { CollectionKey } from './collection.ts';
import type { RecordedReach } from './reach.ts';
import type { RecordedRedirect } from './redirect.ts';
import type { WorkspaceFacts } from './workspace-facts.ts';

/** One locale of an article as last published. */
export interface RecordedLocale {
  readonly source: string;
  /** Of a translation: git blob id of the text in the default locale that it was made from, as far as that is known. */
  readonly from?: string;
  readonly desired: Fingerprint;
  readonly remote: Fingerprint;
  /**
   * What Intercom would have had without the markup in its headings, which it strips from whatever is sent: what the
   * text comes to when it is only sent along. Present where headings had markup.
   */
  readonly stripped?: Fingerprint;
  /**
   * Present where readers did not have it. Lockfiles of before say it of none: there an article without an address was
   * a draft, and of others it is not known.
   */
  readonly draft?: true;
  /** The text that waits to be released; absent where nothing is staged. */
  readonly staged?: StagedText;
}

/** A text that Intercom keeps out of readers' sight until it is released. */
export interface StagedText {
  readonly source: string;
  /** As of a text that was published. */
  readonly from?: string;
  readonly desired: Fingerprint;
  /** What Intercom has once the text is released and nothing else has changed. */
  readonly remote: Fingerprint;
}

/** Git blob id of the text of ours that Intercom got last, published or staged. */
export function lastSource(known: RecordedLocale | undefined): string | undefined {
  return known?.staged?.source ?? known?.source;
}

/** What is recorded of Intercom's side of a text. */
export type RecordedText = Pick<RecordedLocale, 'remote' | 'stripped' | 'draft'>;

/** An article as last published. */
export interface RecordedArticle {
  /** It says of which type the article is: see `typeOfId`. */
  readonly id: string;
  readonly url: string | null;
  /** Intercom's `updated_at`, Unix seconds. */
  readonly updatedAt: number;
  /** Present once its source is gone and the article was unpublished: it is managed still, and comes back with its source. */
  readonly removed?: true;
  /** Times that we gave Intercom, in Unix seconds; absent for none. */
  readonly scheduled?: { readonly publishAt?: number; readonly unpublishAt?: number };
  /** Absent where its source named nothing of it. */
  readonly reach?: RecordedReach;
  readonly locales: Readonly<Record<Locale, RecordedLocale>>;
}

/** A collection as last published. */
export interface RecordedCollection {
  readonly id: string;
  readonly desired: Fingerprint;
  readonly folder?: ContentPath;
  /** What Intercom had then, field by field. Absent in lockfiles of before: it is learnt at the next publish. */
  readonly remote?: Readonly<Record<string, Fingerprint>>;
  /** Descriptions that our source gave it then, by field: they go when the source has them no more. Others are Intercom's. */
  readonly described?: Readonly<Record<string, true>>;
}

/** What the lockfile says of one workspace. */
export interface Recorded {
  readonly articles: Readonly<Record<ContentPath, RecordedArticle>>;
  readonly collections: Readonly<Record<CollectionKey, RecordedCollection>>;
  /** Content hash → Intercom's own copy, without the signature. */
  readonly images: Readonly<Record<Fingerprint, string>>;
  /** Old addresses that sources named, by `redirectKey`; absent for none. */
  readonly redirects?: Readonly<Record<string, RecordedRedirect>>;
}

/** The lockfile's value: what was last published, per workspace. */
export interface Lockfile {
  readonly lockfileVersion: 1;
  readonly workspaces: Readonly<Record<string, LockfileSection>>;
}

/** What the lockfile says of one workspace, and the content folder it was written for. */
export interface LockfileSection extends Recorded {
  readonly content?: string;
  /** Absent for a workspace that was never asked. */
  readonly facts?: WorkspaceFacts;
}
