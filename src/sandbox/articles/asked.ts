import type { LocaleCode } from '../locales.ts';
import type { Content } from '../state/records.ts';

/** A body on its way in: HTML or Markdown, and the field it came in, for errors. */
export interface SentBody {
  readonly html?: string;
  readonly markdown?: string;
  readonly field: string;
}

/** What a write says of one locale. What is absent stays as it is. */
export interface ContentWrite extends SentBody {
  readonly title?: string;
  readonly description?: string;
  readonly authorId?: string;
  readonly state?: 'published' | 'draft';
  readonly ai?: Partial<Content['ai']>;
  readonly audienceIds?: readonly number[];
}

/** What a write says of an article. */
export interface ArticleWrite {
  readonly locales: ReadonlyMap<LocaleCode, ContentWrite>;
  /** Audiences of every locale the article has, named in this write or not. */
  readonly audienceIds?: readonly number[];
  /** null: in no collection; undefined: where it is. */
  readonly parentId?: string | null | undefined;
  /** ISO 8601; null cancels. */
  readonly publishAt?: string | null | undefined;
  readonly unpublishAt?: string | null | undefined;
}
