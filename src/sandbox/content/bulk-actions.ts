import { promoted } from '../articles/content.ts';
import { removeArticle } from '../articles/remove.ts';
import { type Engine, seconds } from '../engine.ts';
import type { Written } from '../http/log.ts';
import type { LocaleCode } from '../locales.ts';
import type { AppliedTag, ArticleRecord, Content } from '../state/records.ts';
import { withTag } from '../tags/tagging.ts';

/** What is done to each item. */
export type BulkAction =
  | { readonly do: 'publish' | 'unpublish' | 'delete' }
  | {
      readonly do: 'set_availability';
      readonly chatbot: boolean | undefined;
      readonly copilot: boolean | undefined;
      readonly sales: boolean | undefined;
    }
  | {
      readonly do: 'set_audience';
      readonly add: readonly number[];
      readonly remove: readonly number[];
      readonly all: boolean;
    }
  | { readonly do: 'update_tags'; readonly add: readonly string[]; readonly remove: readonly string[] };

/** An item as a request names it. */
export interface BulkItem {
  readonly type: string;
  readonly id: string;
}

/**
 * Does one action to one item.
 *
 * @param by id of the teammate whose token it is
 * @returns what was written; null for an item that the action is not for, or that is not there
 */
export function doTo(engine: Engine, item: BulkItem, action: BulkAction, by: string): Written | null {
  const { world } = engine;
  const now = seconds(engine);
  if (item.type === 'article' && action.do === 'update_tags') {
    const article = world.articles.get(item.id);
    if (article === undefined) return null;
    world.articles.set(article.id, { ...article, tags: tagged(article.tags, action, now, by), updatedAt: now });
    return { kind: 'article', action: 'update', id: article.id };
  }
  if (item.type === 'article_content' && action.do !== 'update_tags') return doToText(engine, item.id, action, by);
  if (action.do === 'publish' || action.do === 'unpublish') return null;
  const table = { internal_article: world.internalArticles, content_snippet: world.snippets }[item.type];
  if (item.type === 'internal_article' || item.type === 'content_snippet') {
    const content = table?.get(item.id);
    if (content === undefined) return null;
    if (action.do === 'delete') {
      table?.delete(item.id);
      return { kind: item.type, action: 'delete', id: item.id };
    }
    const changed = { ...content, ...changedBy(content, action, now, by), updatedAt: now };
    (table as Map<string, typeof changed>).set(item.id, changed);
    return { kind: item.type, action: 'update', id: item.id };
  }
  return null;
}

/** What actions change of any content. */
interface Changeable extends Pick<Content, 'ai' | 'audienceIds'> {
  readonly tags?: readonly AppliedTag[];
}

function changedBy(content: Changeable, action: BulkAction, now: number, by: string): Partial<Changeable> {
  switch (action.do) {
    case 'set_availability': {
      const { chatbot = content.ai.chatbot, copilot = content.ai.copilot, sales = content.ai.sales } = action;
      return { ai: { chatbot, copilot, sales } };
    }
    case 'set_audience': {
      const left = action.all ? [] : content.audienceIds.filter((id) => !action.remove.includes(id));
      return { audienceIds: [...new Set([...left, ...action.add])] };
    }
    case 'update_tags':
      return { tags: tagged(content.tags ?? [], action, now, by) };
    default:
      return {};
  }
}

function tagged(
  tags: readonly AppliedTag[],
  { add, remove }: Extract<BulkAction, { do: 'update_tags' }>,
  appliedAt: number,
  appliedById: string,
): AppliedTag[] {
  const left = tags.filter(({ id }) => !remove.includes(id));
  return add.reduce((all, id) => withTag(all, { id, appliedAt, appliedById }), left);
}

function doToText(engine: Engine, contentId: string, action: BulkAction, by: string): Written | null {
  const { world } = engine;
  for (const article of world.articles.values()) {
    const texts = Object.entries(article.contents) as [LocaleCode, Content][];
    const [locale, content] = texts.find(([, { id }]) => id === contentId) ?? [];
    if (locale === undefined || content === undefined) continue;
    if (action.do === 'delete' && locale === article.defaultLocale) {
      removeArticle(engine, article.id);
      return { kind: 'article', action: 'delete', id: article.id };
    }
    const contents = { ...article.contents };
    if (action.do === 'delete') delete contents[locale];
    else contents[locale] = changedText(engine, content, action, by);
    const changed: ArticleRecord = { ...article, contents, updatedAt: seconds(engine) };
    world.articles.set(article.id, changed);
    return { kind: 'article', action: 'update', id: article.id };
  }
  return null;
}

function changedText(engine: Engine, content: Content, action: BulkAction, by: string): Content {
  const now = { updatedAt: seconds(engine), updatedById: by };
  if (action.do === 'publish') {
    const live = promoted(engine, content, { id: by, via: 'web' });
    return { ...live, ...now, state: 'published', liveVersionId: live.versionId };
  }
  if (action.do === 'unpublish') return { ...content, ...now, state: 'draft', liveVersionId: null };
  return { ...content, ...changedBy(content, action, now.updatedAt, by), ...now };
}
