import * as z from 'zod';
import type { Engine } from '../engine.ts';
import { invalid, missing, notFound } from '../http/api-error.ts';
import type { Call } from '../http/call.ts';
import { audienceIds, availability, idLike } from '../http/fields.ts';
import { isLocale, type LocaleCode } from '../locales.ts';
import type { HelpCentreRecord } from '../state/records.ts';
import { has } from '../version.ts';
import type { ArticleWrite, ContentWrite } from './asked.ts';

const state = z.enum(['published', 'draft']);

const contentFields = {
  title: z.string().optional(),
  description: z.string().nullable().optional(),
  body: z.string().nullable().optional(),
  body_markdown: z.string().nullable().optional(),
  author_id: idLike.optional(),
  state: state.optional(),
  ...availability,
  audience_ids: audienceIds,
};

const contentBody = z.looseObject(contentFields);

/** Body of a create, an update and a staged draft. Unknown fields are ignored, as Intercom does. */
export const articleBody = z.looseObject({
  ...contentFields,
  parent_id: idLike.nullable().optional(),
  parent_type: z.enum(['collection', 'section']).nullable().optional(),
  translated_content: z
    .record(z.string(), z.union([contentBody, z.string()]).nullable())
    .nullable()
    .optional(),
  scheduled_publish_at: z.string().nullable().optional(),
  scheduled_unpublish_at: z.string().nullable().optional(),
});

type ContentBody = z.infer<typeof contentBody>;
type ArticleBody = z.infer<typeof articleBody>;

/**
 * What a body asks for, in the sandbox's nouns. The default locale may stand at the root, in
 * `translated_content` or in both; the root wins.
 *
 * @throws ApiError 400 for what cannot be meant
 */
export function articleWrite(
  engine: Engine,
  call: Call,
  body: ArticleBody,
  centre: HelpCentreRecord,
  kind: 'create' | 'update',
): ArticleWrite {
  checkIdTypes(engine, body, kind);
  const { translated_content: translated, ...root } = body;
  const locales = new Map<LocaleCode, ContentWrite>();
  const touchesRoot = kind === 'create' || Object.keys(root).length > 0;
  if (touchesRoot) locales.set(centre.defaultLocale, contentWrite(engine, call, root, 'body'));
  for (const [key, content] of translations(engine, translated)) {
    if (!centre.locales.includes(key)) {
      if (engine.quirks.unknownLocale === 'ignored') continue;
      throw invalid(`Locale ${key} is not enabled in the help center`, `translated_content.${key}`);
    }
    const given = contentWrite(engine, call, content, `translated_content.${key}.body`);
    locales.set(key, key === centre.defaultLocale ? { ...given, ...locales.get(key) } : given);
  }
  const audiences = has(call.version, 'audiences') ? root.audience_ids : undefined;
  const keepsTimes = has(call.version, 'schedules') && engine.quirks.schedules === 'kept';
  const broadcast = audiences === undefined ? {} : { audienceIds: audiences ?? [] };
  return {
    locales: new Map([...locales].map(([locale, content]) => [locale, { ...content, ...broadcast }])),
    ...broadcast,
    parentId: parentOf(engine, call, body, kind),
    publishAt: keepsTimes ? body.scheduled_publish_at : undefined,
    unpublishAt: keepsTimes ? body.scheduled_unpublish_at : undefined,
  };
}

function translations(engine: Engine, translated: ArticleBody['translated_content']): [LocaleCode, ContentBody][] {
  const entries = Object.entries(translated ?? {}).filter(([key]) => key !== 'type');
  if (!engine.world.workspace.multilingual && entries.length > 0) {
    if (engine.quirks.translationsWhenOff === 'ignored') return [];
    throw invalid('The help center is not multilingual', 'translated_content');
  }
  return entries.flatMap(([key, content]): [LocaleCode, ContentBody][] => {
    if (!isLocale(key)) throw invalid(`${key} is not a supported locale`, `translated_content.${key}`);
    if (typeof content === 'string') throw invalid('must be an object', `translated_content.${key}`);
    return content === null ? [] : [[key, content]];
  });
}

function contentWrite({ quirks }: Engine, { version }: Call, body: ContentBody, field: string): ContentWrite {
  const markdown = has(version, 'markdown') ? (body.body_markdown ?? undefined) : undefined;
  if (markdown !== undefined && typeof body.body === 'string') {
    throw invalid('body and body_markdown are mutually exclusive', field);
  }
  const ai = has(version, 'audiences')
    ? {
        chatbot: body.ai_chatbot_availability,
        copilot: body.ai_copilot_availability,
        sales: body.ai_sales_agent_availability,
      }
    : {};
  return {
    ...(body.title === undefined ? {} : { title: body.title }),
    ...(body.description === undefined ? {} : { description: body.description ?? '' }),
    ...(markdown === undefined || quirks.markdownWritten === 'ignored' ? {} : { markdown }),
    ...(body.body === undefined || markdown !== undefined ? {} : { html: body.body ?? '' }),
    ...(body.author_id === undefined ? {} : { authorId: String(body.author_id) }),
    ...(body.state === undefined ? {} : { state: body.state }),
    ai: Object.fromEntries(Object.entries(ai).filter(([, value]) => value !== undefined)),
    ...(has(version, 'audiences') && body.audience_ids !== undefined ? { audienceIds: body.audience_ids ?? [] } : {}),
    field,
  };
}

function parentOf(
  engine: Engine,
  { version }: Call,
  body: ArticleBody,
  kind: 'create' | 'update',
): string | null | undefined {
  if (body.parent_id === undefined) return undefined;
  if (body.parent_id !== null) {
    const parent = engine.world.collections.get(String(body.parent_id));
    const type = (parent?.parentId ?? null) === null ? 'collection' : 'section';
    // While there were sections, collections and they were found under their own kind only.
    if (has(version, 'sections') && parent !== undefined && (body.parent_type ?? type) !== type) throw notFound();
    return String(body.parent_id);
  }
  if (kind === 'create') return null;
  if (engine.quirks.parentIdNull === 'refused') throw invalid('parent_id must be a string', 'parent_id');
  return engine.quirks.parentIdNull === 'clears' ? null : undefined;
}

/** The description names a number for `author_id` everywhere, and for `parent_id` a number in a create and text in an update. */
function checkIdTypes(engine: Engine, body: ArticleBody, kind: 'create' | 'update'): void {
  if (engine.quirks.idTypes === 'either') return;
  checkNumbers(engine, body, 'author_id');
  const wrong = kind === 'create' ? 'string' : 'number';
  if (typeof body.parent_id === wrong) {
    throw invalid(`parent_id must be ${kind === 'create' ? 'an integer' : 'a string'}`, 'parent_id');
  }
}

/** @throws ApiError 400 in strict mode, for digits where the description names a number */
export function checkNumbers<K extends string>(
  { quirks }: Engine,
  body: { readonly [key in K]?: number | string | undefined },
  ...fields: readonly K[]
): void {
  if (quirks.idTypes === 'either') return;
  for (const field of fields) if (typeof body[field] === 'string') throw invalid(`${field} must be an integer`, field);
}

/** @throws ApiError 400 when a create lacks a title or an author, at the root and in the default locale */
export function checkComplete(write: ArticleWrite, centre: HelpCentreRecord): void {
  const content = write.locales.get(centre.defaultLocale);
  const place = 'must be in the main body or default locale translated_content object';
  if (content?.title === undefined || content.title.trim() === '') throw missing(`title ${place}`);
  if (content.authorId === undefined) throw missing(`author_id ${place}`);
}
