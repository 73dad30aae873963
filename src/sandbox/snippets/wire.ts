import { readableBody } from '../addresses.ts';
import { bodyMarkdown } from '../body-markdown.ts';
import type { Engine } from '../engine.ts';
import type { SnippetRecord } from '../state/records.ts';
import { blocksOfHtml } from './blocks.ts';

/** A snippet as the API answers it. */
export function snippetWire(engine: Engine, snippet: SnippetRecord) {
  const { ai, title } = snippet;
  const body = readableBody(engine, snippet.body);
  const markdown = bodyMarkdown(engine, snippet);
  return {
    type: 'content_snippet',
    id: snippet.id,
    title,
    locale: snippet.locale,
    json_blocks: snippet.blocks ?? blocksOfHtml(body),
    body_markdown: engine.quirks.snippetMarkdown === 'text' ? markdown : `# ${title}\n\n${markdown}`,
    // Two fields of before, which are still answered.
    chatbot_availability: Number(ai.chatbot),
    copilot_availability: Number(ai.copilot),
    ai_chatbot_availability: ai.chatbot,
    ai_copilot_availability: ai.copilot,
    ai_sales_agent_availability: ai.sales,
    created_at: snippet.createdAt,
    updated_at: snippet.updatedAt,
    audience_ids: snippet.audienceIds,
  };
}
