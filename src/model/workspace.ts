import type { Locale, State } from './article.ts';
import type { UnlistedType } from './article-type.ts';
import type { ScheduleChange } from './plan.ts';
import type { Fin, Label } from './reach.ts';
import type { RedirectGoal, RemoteRedirect } from './redirect.ts';
import type { Remote, RemoteArticle, RemoteCollection, RemoteHelpCentre, RemoteLocale } from './remote.ts';
import type { ArticleStatistics } from './statistics.ts';

/**
 * The port between the stages and Intercom: what can be asked of a workspace, in our own nouns. `intercom/`
 * implements it over HTTP. A command that must not write is given a `WorkspaceReader`, and the compiler
 * holds it to that.
 */
export interface WorkspaceReader {
  /** Workspace, help centres, collections, articles and teammates, each listed to the end. */
  snapshot(options: {
    readonly defaultLocale: Locale;
    readonly signal?: AbortSignal;
    /** Told how many articles came since it was told last. What is read again comes again. */
    readonly onArticles?: (count: number) => void;
    /**
     * Asked of each article as it comes, whether its bodies need not be kept. Of one whose headings cannot be told
     * without them they are kept all the same.
     */
    readonly letsGo?: (article: RemoteArticle) => boolean;
  }): Promise<Remote>;
  /**
   * All articles of a type that no help centre has. Nothing on versions of the API that do not know it: internal ones
   * before 2.13, snippets before 2.16.
   */
  unlisted(type: UnlistedType, defaultLocale: Locale): Promise<readonly RemoteArticle[]>;
  /** One article as it is now; null when it does not exist. */
  article(id: string, defaultLocale: Locale): Promise<RemoteArticle | null>;
  /**
   * What readers and Fin did with one article: one request each, as lists do not say it. Null where the article does
   * not exist, or Intercom does not say it.
   */
  statistics(id: string): Promise<ArticleStatistics | null>;
  /**
   * What one locale of an article was before, newest first, without the texts: the newest 50. Nothing on versions of
   * the API before 2.16, and nothing for an article that does not exist.
   *
   * @param locale null where the article has but one
   */
  versions(id: string, locale: Locale | null): Promise<readonly ArticleVersion[]>;
  /** The text of one of them; null when it does not exist. */
  version(id: string, versionId: string, locale: Locale | null): Promise<ArticleVersionText | null>;
  /**
   * What waits in the drafts of an article: the texts of the locales that have one. Nothing on versions of the API
   * before 2.16, for an article without a draft, and for one that does not exist.
   */
  drafts(id: string, defaultLocale: Locale): Promise<Readonly<Record<Locale, RemoteLocale>>>;
  /** All audiences of the workspace; nothing on versions of the API before 2.16. */
  audiences(): Promise<readonly Label[]>;
  /** All tags of the workspace. */
  tags(): Promise<readonly Label[]>;
  /** All redirects of a help centre; nothing on versions of the API before 2.16, and of one that is switched off. */
  redirects(centre: Pick<RemoteHelpCentre, 'id' | 'url'>): Promise<readonly RemoteRedirect[]>;
  /** Requests sent so far, by method: `{ GET: 4, PUT: 1 }`. */
  requests(): Readonly<Record<string, number>>;
}

/** That an article was saved once. */
export interface ArticleVersion {
  readonly id: string;
  /** Person who saved it, where the API says. */
  readonly createdById: string | null;
  /** Unix seconds. */
  readonly createdAt: number;
}

/** What one locale of an article was when it was saved. */
export interface ArticleVersionText {
  readonly title: string;
  readonly description: string;
  readonly body: string;
  readonly authorId: string | null;
}

/** What a write sets in one locale. A field that is absent is not sent and stays as it is. */
export interface LocaleWrite {
  readonly title?: string;
  readonly description?: string;
  /** HTML with every reference resolved. */
  readonly body?: string;
  /** Absent where a draft of ours waits: then any state that goes along might publish it. */
  readonly state?: State;
  /** Sent always where it is known: leaving it out was seen to put the token's owner on the byline. */
  readonly authorId: string | null;
  /** Which of Fin's agents may answer with it; what is absent stays as it is. On 2.16 and newer. */
  readonly fin?: Fin;
}

/**
 * What a write of an article carries: one request, everything in it. The default locale stands at the root
 * of the request, the others in `translated_content`; locales that are not named stay as they are.
 */
export interface ArticleWrite {
  /** What a create makes; absent: an article of a help centre. An update goes by the id. */
  readonly type?: UnlistedType;
  /** Id of the teammate whom an internal article belongs to; absent: as it is, and whoever wrote it of a new one. */
  readonly ownerId?: string;
  /** Collection; null: no collection; absent: stays where it is. */
  readonly parentId?: string | null;
  /** A create names the default locale, with title and author. */
  readonly locales: Readonly<Record<Locale, LocaleWrite>>;
  /** Ids of the audiences that Fin answers with it for, in all languages; none for everybody. On 2.16 and newer. */
  readonly audiences?: readonly string[];
  /** Times at which Intercom acts by itself, in Unix seconds; null cancels. On 2.16 and newer. */
  readonly schedule?: ScheduleChange;
}

/** What a write of a collection carries. */
export interface CollectionWrite {
  readonly name: string;
  readonly description: string;
  readonly parentId: string | null;
  readonly translations: Readonly<Record<Locale, { readonly name: string; readonly description?: string }>>;
}

/** What a new redirect carries. */
export interface RedirectWrite extends RedirectGoal {
  readonly centre: { readonly id: string; readonly url: string };
  /** Path and query below the address of the help centre. */
  readonly address: string;
  /** Language of the text that it leads to. */
  readonly locale: Locale;
}

/** What `publish` holds besides the reader. */
export interface WorkspaceWriter extends WorkspaceReader {
  createCollection(
    write: CollectionWrite & { readonly helpCentreId: string | null },
    defaultLocale: Locale,
  ): Promise<RemoteCollection>;
  updateCollection(id: string, write: CollectionWrite, defaultLocale: Locale): Promise<RemoteCollection>;
  /**
   * Creates an article. The answer is Intercom's: the body as it was rewritten. When the answer is lost the
   * newest page of the list is looked at, and the article is sent again only if it is not there.
   */
  createArticle(write: ArticleWrite, defaultLocale: Locale): Promise<RemoteArticle>;
  updateArticle(id: string, write: ArticleWrite, defaultLocale: Locale): Promise<RemoteArticle>;
  /**
   * Puts texts into the draft of an article that is published, in each of the locales: readers see none of it.
   *
   * @returns the article as it will be once its drafts are published
   */
  stageDraft(id: string, write: Pick<ArticleWrite, 'locales'>, defaultLocale: Locale): Promise<RemoteArticle>;
  /**
   * Publishes the drafts of an article.
   *
   * @param locales that have one; null where the workspace has languages switched off
   */
  publishDraft(id: string, locales: readonly Locale[] | null, defaultLocale: Locale): Promise<RemoteArticle>;
  /** Makes a tag. One of that name, in any case of letters, is the answer where there is one. */
  createTag(name: string): Promise<Label>;
  /** Puts a tag on an article. Twice has the same end as once. */
  addTag(articleId: string, tagId: string): Promise<void>;
  /** Resolves also when the article does not have the tag. */
  removeTag(articleId: string, tagId: string): Promise<void>;
  /**
   * Makes a redirect. Where the answer is lost, or says that the address is taken, the list is looked at: one that
   * leads to the same is the answer.
   */
  createRedirect(write: RedirectWrite): Promise<RemoteRedirect>;
  /** Resolves also when it is already gone. */
  deleteRedirect(helpCentreId: string, id: string): Promise<void>;
  /** Resolves also when the article is already gone. */
  deleteArticle(id: string): Promise<void>;
}

/**
 * The one error of Intercom's border: a request that failed for good. Its message is fit to print and never
 * holds the token.
 */
export class IntercomError extends Error {
  override readonly name = 'IntercomError';
  readonly method: string;
  /** Path and query, without host. */
  readonly path: string;
  /** HTTP status; null when no answer came. */
  readonly status: number | null;
  /** Intercom's code (`not_found`), or ours for what has none: `no-answer`, `timed-out`, `not-json`, `unexpected-shape`, `changed-while-reading`, `cancelled`, `http-422` (status), `bad-token`, `bad-base-url`, `bad-proxy`. */
  readonly code: string;
  readonly requestId: string | null;
  /** Intercom's own words; empty when it said nothing. */
  readonly detail: string;

  constructor(facts: {
    method: string;
    path: string;
    status: number | null;
    code: string;
    requestId: string | null;
    detail: string;
    message: string;
  }) {
    super(facts.message);
    this.method = facts.method;
    this.path = facts.path;
    this.status = facts.status;
    this.code = facts.code;
    this.requestId = facts.requestId;
    this.detail = facts.detail;
  }
}
