import type { ContentPath, Fingerprint, Locale, State, SymbolicHtml } from './article.ts';
import type { UnlistedType } from './article-type.ts';
import type { CollectionKey, CollectionPlaces } from './collection.ts';
import type { Place } from './place.ts';
import type { Reach } from './reach.ts';
import type { DesiredRedirect } from './redirect.ts';
import type { ImageType } from './repository.ts';

/** A link from one article to another. */
export interface ArticleLink {
  readonly to: ContentPath;
  readonly place: Place;
}

/** A picture in a body. */
export interface BodyPicture {
  /** Address as it stands in the body, symbolic for a file. */
  readonly url: string;
  readonly place: Place;
}

/** One locale of a desired article. */
export interface DesiredLocale {
  readonly path: ContentPath;
  /** Git blob id of the source. */
  readonly blob: string;
  /** First line of the source, for problems that only the workspace shows. */
  readonly start?: Place;
  readonly title: string;
  readonly description: string;
  readonly body: SymbolicHtml;
  readonly state: State;
  /** Slugs of the headings, in order: what `#slug` may point to. */
  readonly anchors: readonly string[];
  /** Its links to other articles, for problems that only the plan shows. */
  readonly links?: readonly ArticleLink[];
  /** Its pictures, each where it is first shown, for problems that only publishing shows. */
  readonly pictures?: readonly BodyPicture[];
  /** Present where it is a draft only because its original has changed since it was made. */
  readonly isStale?: true;
  /** Present where the source marks a block that Intercom's API does not give out: the article is never written then. */
  readonly undisplayed?: true;
  /** Of title, description, state, author, parent and the canonical symbolic body. */
  readonly fingerprint: Fingerprint;
}

/** What an article's sources compile to. */
export interface DesiredArticle {
  /** Path of the source in the default locale: the article's key in the lockfile. */
  readonly key: ContentPath;
  /** From front matter: the Intercom article to take over. */
  readonly id?: string;
  /** Absent: it is for the readers of a help centre. */
  readonly type?: UnlistedType;
  readonly parent: CollectionKey | null;
  /** E-mail or id of a teammate; null leaves the author as it is (or the token's owner, for a new article). */
  readonly author: string | null;
  /** E-mail or id of the teammate whom an internal article belongs to; absent: nobody is named. */
  readonly owner?: string;
  /** Absent where its sources name nothing of it. */
  readonly reach?: Reach;
  /** Present where its changes wait in Intercom until they are released. */
  readonly stage?: true;
  /** When its texts go live, in Unix seconds; absent: at once. */
  readonly publishAt?: number;
  /** When readers no longer have it, in Unix seconds; absent: never. */
  readonly unpublishAt?: number;
  readonly locales: Readonly<Record<Locale, DesiredLocale>>;
  /** Where its front matter says so, for problems that only the workspace shows. */
  readonly places?: { readonly author?: Place; readonly owner?: Place; readonly id?: Place; readonly type?: Place };
}

/** A collection that at least one desired article or `_collection.yml` asks for. */
export interface DesiredCollection {
  readonly key: CollectionKey;
  /** Folder it comes from; absent when only front matter names it. */
  readonly folder?: ContentPath;
  readonly name: string;
  readonly description: string;
  readonly parent: CollectionKey | null;
  /** Help centre of its top collection, as its `_collection.yml` says; absent for the one of `helpcentre.yml`. */
  readonly helpCentre?: string;
  readonly order?: number;
  readonly icon?: string;
  /** Where its file says them, for what only the workspace shows. */
  readonly places?: CollectionPlaces;
  readonly translations: Readonly<Record<Locale, { readonly name: string; readonly description?: string }>>;
  readonly fingerprint: Fingerprint;
}

/** All that the sources ask for. */
export interface Desired {
  /** Default locale. */
  readonly locale: Locale;
  /** By key, sorted. */
  readonly articles: readonly DesiredArticle[];
  /** From the top down, then by order and key. */
  readonly collections: readonly DesiredCollection[];
  /** Images that bodies refer to, by content. */
  readonly images: Readonly<
    Record<Fingerprint, { readonly path: ContentPath; readonly bytes: number; readonly mediaType: ImageType }>
  >;
  /** Old addresses that lead to them, each once; absent for none. */
  readonly redirects?: readonly DesiredRedirect[];
  /** Present where a file that may name more of those cannot be read. */
  readonly redirectsUnread?: true;
  /** Sources that failed to compile: their articles are neither written nor removed. */
  readonly failed: readonly ContentPath[];
  /** Sources with `sync: false`: known, and left alone. */
  readonly skipped: readonly ContentPath[];
}
