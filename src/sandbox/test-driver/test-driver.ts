import type { LocaleCode } from '../locales.ts';
import type {
  ArticleRecord,
  CollectionRecord,
  HelpCentreRecord,
  Readership,
  TeammateRecord,
} from '../state/records.ts';

/** What a teammate types into Intercom's editor. What is absent stays as it is. */
export interface Edit {
  /** Default: the article's default locale. */
  readonly locale?: LocaleCode;
  readonly title?: string;
  readonly description?: string;
  /** HTML. Headings keep their markup, as they do in the editor. */
  readonly body?: string;
  readonly state?: 'published' | 'draft';
  /** Id of the teammate who edits. Default: one who does not own the token. */
  readonly by?: string;
}

/** Articles as people use them. */
export interface ArticleDriver {
  /** As they are kept: bodies hold `image:` and a path for each image. */
  articles(): readonly ArticleRecord[];
  article(id: string): ArticleRecord | null;
  /** Body of one locale as the API would answer it now; null where there is none. */
  body(id: string, locale?: LocaleCode): string | null;
  createArticle(article: Edit & { readonly title: string; readonly parentId?: string }): Promise<ArticleRecord>;
  /** Changes an article. Readers see it at once: what was staged is what the editor showed, and is published too. */
  editArticle(id: string, edit: Edit): Promise<ArticleRecord>;
  /** Stages a draft over a published article, as a person does who saves without publishing. */
  stageDraft(id: string, edit: Edit): Promise<ArticleRecord>;
  discardDraft(id: string, locale?: LocaleCode): Promise<ArticleRecord>;
  /** Puts a body there as it is, rewriting nothing: for blocks that neither API nor editor would write. */
  plantBody(id: string, html: string, locale?: LocaleCode): Promise<ArticleRecord>;
  moveArticle(id: string, parentId: string | null): Promise<ArticleRecord>;
  /** Puts an article into one more collection, as people can where there are several help centres. */
  addToCollection(id: string, parentId: string): Promise<ArticleRecord>;
  /** Lets people read an article: what it has for its statistics from now on. What is absent stays as it is. */
  setReadership(id: string, read: Partial<Readership>): Promise<ArticleRecord>;
  removeArticle(id: string): Promise<void>;
}

/** The rest of the workspace as people use it. */
export interface SettingDriver {
  collections(): readonly CollectionRecord[];
  createCollection(collection: {
    readonly name: string;
    readonly parentId?: string;
    /** Default: the parent's, else the default one. */
    readonly helpCentreId?: string;
  }): Promise<CollectionRecord>;
  /** Changes name or description in one language; default: the first of its help centre. */
  renameCollection(
    id: string,
    texts: { readonly locale?: LocaleCode; readonly name?: string; readonly description?: string },
  ): Promise<CollectionRecord>;
  removeCollection(id: string): Promise<void>;
  teammates(): readonly TeammateRecord[];
  addTeammate(person: {
    readonly name: string;
    readonly email: string;
    readonly writesArticles?: boolean;
  }): Promise<TeammateRecord>;
  /** Gives a teammate rights, or takes them. */
  setRights(
    id: string,
    rights: { readonly writesArticles?: boolean; readonly managesKnowledge?: boolean },
  ): Promise<void>;
  /** Turns languages on or off. */
  setMultilingual(on: boolean): Promise<void>;
  /** Locales of the default help centre, the default one first. */
  setLocales(locales: readonly LocaleCode[]): Promise<void>;
  /** Adds a help centre, switched on. Its default locale comes first. */
  addHelpCentre(centre: {
    readonly identifier: string;
    readonly locales: readonly LocaleCode[];
  }): Promise<HelpCentreRecord>;
  /** Makes an audience known, so that articles can be given to it. */
  addAudience(id: number, name?: string): Promise<void>;
}

/** The workspace as people use it, beside the API. What is done here is saved before it resolves. */
export type TestDriver = ArticleDriver & SettingDriver;
