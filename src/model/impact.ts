import type { ContentPath } from './article.ts';

/** A file that changed, and whether a person changed it. Paths count from the root of the git repository. */
export interface ChangedFile {
  readonly path: string;
  /** Where it was, if it was renamed. */
  readonly old?: string;
  /** Nobody but programs changed it: a dependency, a formatting. */
  readonly byBots?: true;
}

/** What changed between two states of a repository. */
export interface CodeChange {
  readonly files: readonly ChangedFile[];
  /** Messages of the commits between, whole. */
  readonly messages: readonly string[];
}

/** An article that names the code that it is about. Files count from the root of the git repository. */
export interface WatchedArticle {
  readonly key: ContentPath;
  readonly title: string;
  /** Its source in the default locale. */
  readonly file: string;
  /** What people call it where they say that they looked at it: its sources, and folders that they are in. */
  readonly names: readonly string[];
  readonly globs: readonly string[];
  /** The folder whose `_collection.yml` has the globs; null: the article has its own. */
  readonly from: ContentPath | null;
  /** Everything that it is made of: its sources, snippets and images. */
  readonly parts: readonly string[];
  readonly pictures: readonly Picture[];
}

/** An image of an article, and the globs of what it shows. */
export interface Picture {
  readonly image: string;
  readonly of: readonly string[];
}

/** A changed file that an article is about, by the glob that says so. */
export interface CodeHit {
  readonly file: string;
  readonly glob: string;
}

/** An image that shows what changed, and was not changed itself. */
export interface OldPicture extends CodeHit {
  readonly image: string;
}

/** An article that a change has to do with. */
export interface TouchedArticle {
  readonly key: ContentPath;
  readonly title: string;
  readonly file: string;
  readonly from: ContentPath | null;
  /** Most specific glob first; empty where only its screenshots have to do with the change. */
  readonly hits: readonly CodeHit[];
  /** The change changes the article, too. */
  readonly isChanged: boolean;
  /** Why nothing of it has to change, as a commit says; null: none does. */
  readonly reviewed: string | null;
  readonly pictures: readonly OldPicture[];
}

/** An article that nobody has looked at yet, as a pull request names it. */
export type ArticleToReview = Pick<TouchedArticle, 'key' | 'title' | 'file' | 'hits'>;
