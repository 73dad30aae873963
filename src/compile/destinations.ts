import type { ContentPath, Fingerprint, Locale } from '../model/article.ts';
import type { ArticleType } from '../model/article-type.ts';
import type { Problem } from '../model/problem.ts';
import type { FileFacts, Source } from '../model/repository.ts';
import type { Outline } from './outline.ts';
import type { SitePaths } from './site-paths.ts';

/** What is known of a source that others may link to. */
export interface Linkable {
  readonly source: Source;
  readonly outline: Outline;
  /** null where it has none. */
  readonly title: string | null;
  readonly isDraft: boolean;
  /** Who it is for: what no help centre has can be linked to from nowhere. */
  readonly type: ArticleType;
  /** Left alone: nothing is known of it in Intercom. */
  readonly isSkipped: boolean;
  /** Whether its outline is all of it: an error may have taken headings away, as a snippet does that is not there. */
  readonly isWhole: boolean;
  /** Whether its tool shows more on it than its text: headings that are not known here. */
  readonly hasMore: boolean;
}

/** Where a source stands that cannot be read: it is there, and more is not known. */
export type Unread = Pick<Source, 'path' | 'article' | 'locale'>;

/** All that a link can lead to. */
export interface Destinations {
  readonly byPath: ReadonlyMap<ContentPath, Linkable>;
  /** Sources of one article, by `article` and locale. */
  readonly byLocale: (article: ContentPath, locale: Locale) => Linkable | undefined;
  /** The source of an article by the number that links of Intercom's connector have; that in its first language. */
  readonly byReference: ReadonlyMap<string, Linkable>;
  readonly files: ReadonlyMap<ContentPath, FileFacts>;
  /** How addresses of a site are read; absent where there is none. */
  readonly site?: SitePaths;
  /** Articles with a source that could not be read. */
  readonly broken: ReadonlySet<ContentPath>;
  /** Sources that could not be read, by path. */
  readonly unread: ReadonlyMap<ContentPath, Unread>;
  /** Whether an article has a source in a locale, read or not. */
  readonly hasSource: (article: ContentPath, locale: Locale) => boolean;
}

/** Where an address leads: a URL to write, the image that must be published with it, or neither. */
export interface Resolved {
  readonly url: string;
  readonly image?: Fingerprint;
  /** The article that it leads to. */
  readonly article?: ContentPath;
  /** What the tool shows for a link whose text is its own address. */
  readonly name?: string;
  readonly problems: readonly Problem[];
}
