import { hasCarrier } from '../body/carried.ts';
import { asIntercomMarkdown } from '../intercom-markdown/as-markdown.ts';
import { markdownLossesText } from '../intercom-markdown/losses-text.ts';
import { toIntercomMarkdown } from '../intercom-markdown/to-markdown.ts';
import type { Locale } from '../model/article.ts';
import type { UnlistedType } from '../model/article-type.ts';
import type { Fin } from '../model/reach.ts';
import type { ArticleWrite, CollectionWrite, LocaleWrite } from '../model/workspace.ts';

type Body = Readonly<Record<string, unknown>>;

/**
 * The body of a create. Intercom wants the parent as a number here. State and author go along whenever the write
 * names them: without a state an article becomes a draft, without an author it is refused.
 *
 * @param defaultLocale its text stands at the root, and only there
 */
export function articleCreate(write: ArticleWrite, defaultLocale: Locale): Body {
  const inside = typeof write.parentId === 'string';
  const parent = inside ? { parent_id: numeric(write.parentId), parent_type: 'collection' } : {};
  return { ...texts(write, defaultLocale), ...audiencesOf(write), ...parent };
}

/**
 * The body of an update. Intercom wants the parent as text here; null takes it away, and without it the article
 * stays where it is.
 *
 * @param defaultLocale its text stands at the root, and only there
 */
export function articleUpdate(write: ArticleWrite, defaultLocale: Locale): Body {
  const { parentId, schedule = {} } = write;
  const sent = { ...texts(write, defaultLocale), ...audiencesOf(write), ...times(schedule) };
  if (parentId === undefined) return sent;
  const parent = parentId === null ? { parent_id: null } : { parent_id: parentId, parent_type: 'collection' };
  return { ...sent, ...parent };
}

/** The body of a create of an internal article or a snippet. An internal one that nobody is named for is its author's. */
export function unlistedCreate(type: UnlistedType, write: ArticleWrite, defaultLocale: Locale): Body {
  const { authorId = null } = write.locales[defaultLocale] ?? {};
  const owner = write.ownerId ?? authorId;
  const own = type === 'internal' ? { owner_id: numeric(owner) } : { locale: defaultLocale };
  return { ...own, ...unlistedUpdate(type, write, defaultLocale) };
}

/** The body of an update of one. It has no state, no description and no place. */
export function unlistedUpdate(type: UnlistedType, write: ArticleWrite, defaultLocale: Locale): Body {
  const { title, body, authorId = null, fin = {} } = write.locales[defaultLocale] ?? {};
  return {
    ...(title === undefined ? {} : { title }),
    ...(body === undefined ? {} : bodyFor(type, body)),
    ...(type === 'snippet' || authorId === null ? {} : { author_id: numeric(authorId) }),
    ...(type === 'snippet' || write.ownerId === undefined ? {} : { owner_id: numeric(write.ownerId) }),
    ...availability(fin),
    ...audiencesOf(write),
  };
}

function bodyFor(type: UnlistedType, body: string): Body {
  if (type === 'internal') return bodyOf(body);
  const said = toIntercomMarkdown(body, { spacing: 'dropped' });
  // What it cannot say, the sources have been told of.
  return { body_markdown: said.says === 'all' ? said.markdown : asIntercomMarkdown(body) };
}

function times({ publishAt, unpublishAt }: NonNullable<ArticleWrite['schedule']>): Body {
  const at = (time: number | null): string | null => (time === null ? null : new Date(time * 1000).toISOString());
  return {
    ...(publishAt === undefined ? {} : { scheduled_publish_at: at(publishAt) }),
    ...(unpublishAt === undefined ? {} : { scheduled_unpublish_at: at(unpublishAt) }),
  };
}

/** The body of a create of a collection; a null help centre is the workspace's default one. */
export function collectionCreate(write: CollectionWrite & { readonly helpCentreId: string | null }): Body {
  const centre = write.helpCentreId === null ? {} : { help_center_id: numeric(write.helpCentreId) };
  return { ...collectionUpdate(write), ...centre };
}

/** The body of an update of a collection. The help centre cannot be changed. */
export function collectionUpdate(write: CollectionWrite): Body {
  const map = Object.entries(write.translations).map(([locale, { name, description }]) => [
    locale,
    { type: 'group_content', name, description: description ?? '' },
  ]);
  const translated = map.length === 0 ? {} : { translated_content: Object.fromEntries(map) };
  return { name: write.name, description: write.description, parent_id: write.parentId, ...translated };
}

function texts(write: ArticleWrite, defaultLocale: Locale): Body {
  const main = write.locales[defaultLocale];
  const others = Object.entries(write.locales)
    .filter(([locale]) => locale !== defaultLocale)
    .map(([locale, part]) => [locale, { type: 'article_content', ...text(part) }]);
  const translated = others.length === 0 ? {} : { translated_content: Object.fromEntries(others) };
  return { ...(main === undefined ? {} : text(main)), ...translated };
}

function text(part: LocaleWrite): Body {
  const { authorId, fin, body, ...rest } = part;
  return {
    ...rest,
    ...bodyOf(body),
    ...(authorId === null ? {} : { author_id: numeric(authorId) }),
    ...availability(fin ?? {}),
  };
}

/** What HTML does not show of a body stays only where it is sent as Markdown; then the space between its blocks goes. */
function bodyOf(html: string | undefined): Body {
  if (html === undefined) return {};
  if (!hasCarrier(html)) return { body: html };
  const said = toIntercomMarkdown(html, { spacing: 'dropped' });
  if (said.says === 'all') return { body_markdown: said.markdown };
  // A plan has no such write; as HTML it would destroy a block.
  throw new Error(`Intercom's Markdown cannot say ${markdownLossesText(said.losses)}.`);
}

function availability({ chatbot, copilot, sales }: Fin): Body {
  return {
    ...(chatbot === undefined ? {} : { ai_chatbot_availability: chatbot }),
    ...(copilot === undefined ? {} : { ai_copilot_availability: copilot }),
    ...(sales === undefined ? {} : { ai_sales_agent_availability: sales }),
  };
}

/** At the root they are those of every language. */
function audiencesOf({ audiences }: ArticleWrite): Body {
  return audiences === undefined ? {} : { audience_ids: audiences.map(numeric) };
}

/** Intercom's ids are whole numbers; one that is not goes as it is, for Intercom to refuse in its own words. */
function numeric(id: string | null | undefined): number | string | null | undefined {
  return typeof id === 'string' && /^\d{1,15}$/.test(id) ? Number(id) : id;
}
