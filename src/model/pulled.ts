import type { ContentPath, Locale, State } from './article.ts';
import type { CollectionKey } from './collection.ts';
import type { Problem } from './problem.ts';

/** What of a source was edited in Intercom; a collection has a name, and that and its description in other languages. */
export type PulledPart =
  | 'title'
  | 'description'
  | 'state'
  | 'author'
  | 'owner'
  | 'collection'
  | 'fin'
  | 'audiences'
  | 'tags'
  | 'body'
  | 'name'
  | 'translations';

/** What pulling did to one source or `_collection.yml`, or would do. */
export interface PulledSource {
  readonly path: ContentPath;
  /** The article's key, or the collection's. */
  readonly key: ContentPath | CollectionKey;
  readonly locale: Locale;
  readonly id: string;
  readonly title: string;
  /**
   * `merged`: their edits are in the file. `conflict`: some stand between conflict markers. `noted`: the file says it
   * already, and the lockfile says so. `created`: a new file.
   */
  readonly result: 'merged' | 'conflict' | 'noted' | 'created';
  readonly changed: readonly PulledPart[];
  readonly conflicts: number;
  /** Who edited it last, where the API says. */
  readonly by: string | null;
  /** When, in Unix seconds. */
  readonly at: number | null;
  /** What a person should know of it, a sentence each, without a full stop. */
  readonly notes: readonly string[];
}

/** Something in Intercom that has no source yet, and gets one with `--new`. */
export interface PullOffer {
  /** `collection`: its name in a language that its `_collection.yml` does not have. */
  readonly kind: 'article' | 'locale' | 'collection';
  readonly id: string;
  readonly locale: Locale;
  readonly title: string;
  readonly state: State;
  /** The collection that a new article is in, or that has a name in one more language. */
  readonly collection: CollectionKey | null;
  /** The source that a new locale belongs to. */
  readonly key: ContentPath | null;
}

/** An article or collection that was looked at and left alone, with how to go on. */
export interface PullLeft {
  /** Of a collection its folder, where it has one. */
  readonly key: ContentPath | CollectionKey;
  readonly id: string | null;
  readonly why:
    | 'gone'
    | 'pending-draft'
    | 'file-gone'
    | 'file-there'
    | 'not-compiled'
    | 'changed-on-disk'
    /** A collection that is in another one in Intercom. */
    | 'place'
    /** A collection that only front matter names. */
    | 'front-matter';
  readonly by: string | null;
  readonly at: number | null;
  readonly help: string;
}

/** What a pull came to, or would come to. */
export interface Pull {
  readonly workspace: { readonly id: string; readonly name: string };
  /** Nothing was written: it was asked what would be. */
  readonly isCheck: boolean;
  /** By path. */
  readonly pulled: readonly PulledSource[];
  readonly offers: readonly PullOffer[];
  readonly left: readonly PullLeft[];
  /** Images that were downloaded, by path. */
  readonly images: readonly ContentPath[];
  readonly problems: readonly Problem[];
}
