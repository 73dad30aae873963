import { readableBody } from '../addresses.ts';
import type { ArticleWrite, ContentWrite } from '../articles/asked.ts';
import { staged, writtenOver } from '../articles/content.ts';
import { findArticle } from '../articles/find.ts';
import { removeArticle } from '../articles/remove.ts';
import { unread } from '../articles/wire.ts';
import { createArticle, updateArticle } from '../articles/write.ts';
import { type Engine, seconds } from '../engine.ts';
import { invalid } from '../http/api-error.ts';
import type { LocaleCode } from '../locales.ts';
import type { ArticleRecord, Content } from '../state/records.ts';
import { defaultHelpCentre, helpCentreIn, placeIn } from '../state/sandbox-state.ts';
import type { ArticleDriver, Edit } from './test-driver.ts';

/** Articles as people use them. */
export function articleDriver(engine: Engine): ArticleDriver {
  const { world } = engine;
  const actor = (edit: Edit) => ({ id: edit.by ?? colleague(engine), via: 'web' as const });
  const write = (id: string, edit: Edit): ArticleWrite => {
    const locale = edit.locale ?? findArticle(engine, id).defaultLocale;
    return { locales: new Map([[locale, contentOf(edit)]]) };
  };
  const put = async (article: ArticleRecord): Promise<ArticleRecord> => {
    world.articles.set(article.id, article);
    return saved(engine, article);
  };
  return {
    articles: () => [...world.articles.values()],
    article: (id) => world.articles.get(id) ?? null,
    body(id, locale) {
      const article = world.articles.get(id);
      const content = article?.contents[locale ?? article.defaultLocale];
      return content === undefined ? null : readableBody(engine, content.body);
    },
    async createArticle({ parentId, ...edit }) {
      const centre = helpCentreIn(world, parentId, defaultHelpCentre(world));
      const content = { authorId: edit.by ?? colleague(engine), ...contentOf(edit) };
      const locales = new Map([[edit.locale ?? centre.defaultLocale, content]]);
      return saved(engine, await createArticle(engine, { locales, parentId }, centre, actor(edit)));
    },
    async editArticle(id, edit) {
      return saved(engine, await updateArticle(engine, id, write(id, edit), actor(edit), publishedOver));
    },
    async stageDraft(id, edit) {
      const { contents, defaultLocale } = findArticle(engine, id);
      if (contents[edit.locale ?? defaultLocale]?.state !== 'published') {
        throw invalid('Article must be published before a draft can be staged');
      }
      return saved(engine, await updateArticle(engine, id, write(id, edit), actor(edit), staged));
    },
    discardDraft: async (id, locale) =>
      put(withContent(findArticle(engine, id), locale, (content) => ({ ...content, draft: null }))),
    async plantBody(id, body, locale) {
      const updatedAt = seconds(engine);
      const article = withContent(findArticle(engine, id), locale, (content) => ({ ...content, body, updatedAt }));
      return put({ ...article, updatedAt });
    },
    async moveArticle(id, parentId) {
      const article = findArticle(engine, id);
      const parentIds = parentId === null ? [] : [parentId];
      return put({ ...article, ...placeIn(world, article, parentId), parentIds, updatedAt: seconds(engine) });
    },
    async addToCollection(id, parentId) {
      const article = findArticle(engine, id);
      return put({ ...article, parentIds: [...article.parentIds, parentId], updatedAt: seconds(engine) });
    },
    async setReadership(id, read) {
      const article = findArticle(engine, id);
      return put({ ...article, readership: { ...unread, ...article.readership, ...read } });
    },
    async removeArticle(id) {
      removeArticle(engine, findArticle(engine, id).id);
      await saved(engine, undefined);
    },
  };
}

/** A teammate who does not own the token. */
export function colleague(engine: Engine): string {
  return [...engine.world.teammates.values()].filter((teammate) => teammate.writesArticles).at(-1)?.id ?? '';
}

/** Saves the workspace, and hands on what was done. */
export async function saved<T>(engine: Engine, result: T): Promise<T> {
  await engine.store.save(engine.world);
  return result;
}

/** In the editor a person sees what is staged, and publishes it with the edit. */
const publishedOver: typeof writtenOver = (engine, content, write, place) => {
  const { draft, ...live } = content;
  const text = draft === null ? {} : { title: draft.title, description: draft.description, body: draft.body };
  return writtenOver(engine, { ...live, ...text, draft: null }, write, place);
};

function contentOf({ title, description, body, state }: Edit): ContentWrite {
  return {
    field: 'body',
    ...(title === undefined ? {} : { title }),
    ...(description === undefined ? {} : { description }),
    ...(body === undefined ? {} : { html: body }),
    ...(state === undefined ? {} : { state }),
  };
}

function withContent(
  article: ArticleRecord,
  locale: LocaleCode | undefined,
  change: (content: Content) => Content,
): ArticleRecord {
  const key = locale ?? article.defaultLocale;
  const content = article.contents[key];
  if (content === undefined) throw new Error(`Article ${article.id} is not there in ${key}.`);
  return { ...article, contents: { ...article.contents, [key]: change(content) } };
}
