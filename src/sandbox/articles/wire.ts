import { articleUrl, readableBody } from '../addresses.ts';
import { bodyMarkdown } from '../body-markdown.ts';
import type { Engine } from '../engine.ts';
import type { LocaleCode } from '../locales.ts';
import type { ArticleRecord, Content, Readership } from '../state/records.ts';
import { helpCentreOf } from '../state/sandbox-state.ts';
import { has, type SandboxVersion } from '../version.ts';

/** How an article is shown. */
export interface ArticleView {
  readonly engine: Engine;
  readonly version: SandboxVersion;
  /** Alone, with its statistics; in a list it has none. */
  readonly single?: boolean;
  /** With what is staged instead of what readers see. */
  readonly staged?: boolean;
}

/** An article as the given version of the API answers it. The default locale is at the root, and again in `translated_content`. */
export function articleWire(article: ArticleRecord, view: ArticleView) {
  const { engine, version } = view;
  const { multilingual, idCode } = engine.world.workspace;
  const parentIds = article.parentIds.map(Number);
  const contents = new Map(
    (Object.entries(article.contents) as [LocaleCode, Content][]).map(
      ([locale, content]) => [locale, contentWire(article, locale, content, view)] as const,
    ),
  );
  const own = contents.get(article.defaultLocale);
  if (own === undefined) throw new Error(`Article ${article.id} has no content in its default locale.`);
  const { type: _, ...root } = own;
  const { audience_ids: audienceIds, ...rest } = root;
  return {
    id: article.id,
    type: 'article',
    workspace_id: idCode,
    ...(has(version, 'parent-fields') ? parentFields(article, view) : {}),
    parent_ids: parentIds,
    ...(view.single === true ? { statistics: statistics(article, version) } : {}),
    ...(has(version, 'article-tags') ? { tags: tagList(engine, article) } : {}),
    ...(engine.quirks.contentId === 'present' ? { content_id: article.contents[article.defaultLocale]?.id } : {}),
    ...rest,
    created_at: article.createdAt,
    updated_at: article.updatedAt,
    ...(has(version, 'audiences') ? { exclude_from_article_suggestions: false, help_center_audience: 'everyone' } : {}),
    ...(has(version, 'audiences') && !multilingual ? { audience_ids: audienceIds } : {}),
    ...(has(version, 'schedules')
      ? { scheduled_publish_at: article.publishAt, scheduled_unpublish_at: article.unpublishAt }
      : {}),
    ...(multilingual
      ? { default_locale: article.defaultLocale, translated_content: translatedContent(article, contents, engine) }
      : {}),
  };
}

function contentWire(article: ArticleRecord, locale: LocaleCode, content: Content, view: ArticleView) {
  const { engine, version } = view;
  const shown = view.staged === true && content.draft !== null ? content.draft : content;
  const body = readableBody(engine, shown.body);
  return {
    type: 'article_content',
    title: shown.title,
    description: shown.description,
    body,
    ...(has(version, 'markdown') ? { body_markdown: bodyMarkdown(engine, shown) } : {}),
    author_id: Number(shown.authorId),
    state: content.state,
    created_at: content.createdAt,
    updated_at: content.updatedAt,
    ...(has(version, 'drafts')
      ? {
          has_unpublished_changes: content.state === 'published' && content.draft !== null,
          draft_updated_at: content.draft?.updatedAt ?? null,
        }
      : {}),
    url: articleUrl(engine, article, locale),
    ...(has(version, 'audiences')
      ? {
          audience_ids: content.audienceIds,
          ai_chatbot_availability: content.ai.chatbot,
          ai_copilot_availability: content.ai.copilot,
          ai_sales_agent_availability: content.ai.sales,
          created_by_id: numberOrNull(content.createdById),
          updated_by_id: numberOrNull(content.updatedById),
        }
      : {}),
  };
}

function translatedContent(article: ArticleRecord, contents: ReadonlyMap<LocaleCode, unknown>, engine: Engine) {
  const { locales } = helpCentreOf(engine.world, article);
  const absent = engine.quirks.missingLocales === 'null' ? locales.filter((locale) => !contents.has(locale)) : [];
  const nothing = absent.map((locale) => [locale, null]);
  return { type: 'article_translated_content', ...Object.fromEntries([...contents, ...nothing]) };
}

function parentFields({ parentIds: [first] }: ArticleRecord, { engine, version }: ArticleView) {
  if (first === undefined || engine.quirks.parentIdInAnswers === 'null') return { parent_id: null, parent_type: null };
  const isSection = has(version, 'sections') && engine.world.collections.get(first)?.parentId != null;
  return { parent_id: Number(first), parent_type: isSection ? 'section' : 'collection' };
}

/** The description calls `conversations` by another name; every recording and example has this one. */
function statistics({ readership }: ArticleRecord, version: SandboxVersion) {
  const read = readership ?? unread;
  const { finInvolvements, finResolutions } = read;
  const rate = finInvolvements === 0 ? 0 : Math.round((finResolutions / finInvolvements) * 1000) / 10;
  return {
    type: 'article_statistics',
    views: read.views,
    conversations: read.conversations,
    reactions: read.reactions,
    happy_reaction_percentage: read.happy,
    neutral_reaction_percentage: read.neutral,
    sad_reaction_percentage: read.sad,
    ...(has(version, 'fin-statistics')
      ? { fin_involvements: finInvolvements, fin_resolutions: finResolutions, fin_resolution_rate: rate }
      : {}),
  };
}

/** What an article has that nobody read. */
export const unread: Readership = {
  views: 0,
  conversations: 0,
  reactions: 0,
  happy: 0,
  neutral: 0,
  sad: 0,
  finInvolvements: 0,
  finResolutions: 0,
};

function tagList(engine: Engine, article: ArticleRecord) {
  const tags = article.tags.map((applied) => ({
    type: 'tag',
    id: applied.id,
    name: engine.world.tags.get(applied.id)?.name ?? '',
    applied_at: applied.appliedAt,
    applied_by: { type: 'admin', id: applied.appliedById },
  }));
  return { type: 'tag.list', tags };
}

function numberOrNull(id: string | null): number | null {
  return id === null ? null : Number(id);
}
