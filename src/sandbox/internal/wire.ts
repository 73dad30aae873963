import { readableBody } from '../addresses.ts';
import { bodyMarkdown } from '../body-markdown.ts';
import type { Engine } from '../engine.ts';
import type { InternalArticleRecord } from '../state/records.ts';
import { has, type SandboxVersion } from '../version.ts';

/** An internal article as the given version of the API answers it. */
export function internalWire(engine: Engine, article: InternalArticleRecord, version: SandboxVersion) {
  const body = readableBody(engine, article.body);
  return {
    type: 'internal_article',
    id: article.id,
    title: article.title,
    body,
    ...(has(version, 'markdown') ? { body_markdown: bodyMarkdown(engine, article) } : {}),
    owner_id: Number(article.ownerId),
    author_id: Number(article.authorId),
    created_at: article.createdAt,
    updated_at: article.updatedAt,
    locale: article.locale,
    ...(has(version, 'audiences')
      ? {
          audience_ids: article.audienceIds,
          ai_chatbot_availability: article.ai.chatbot,
          ai_copilot_availability: article.ai.copilot,
          ai_sales_agent_availability: article.ai.sales,
        }
      : {}),
  };
}
