import { withCarriers } from '../intercom-markdown/carriers.ts';
import { fromIntercomMarkdown } from '../intercom-markdown/from-markdown.ts';
import type { ApiVersion } from '../model/api-version.ts';
import type { Locale, State } from '../model/article.ts';
import { idOf, type UnlistedType } from '../model/article-type.ts';
import type { Label } from '../model/reach.ts';
import type {
  Remote,
  RemoteArticle,
  RemoteCollection,
  RemoteHelpCentre,
  RemoteLocale,
  Teammate,
} from '../model/remote.ts';
import { keepBodies } from './held-bodies.ts';
import { localeEntries } from './locale-keys.ts';
import { versionHas } from './versions.ts';
import {
  articleContent,
  groupContent,
  type WireAdmin,
  type WireArticle,
  type WireCollection,
  type WireHelpCentre,
  type WireLabel,
  type WireMe,
  type WireUnlisted,
} from './wire.ts';

/** What a mapping needs besides the wire value. */
export interface Reading {
  readonly version: ApiVersion;
  /** The default locale where the workspace has but one and so does not say. */
  readonly defaultLocale: Locale;
}

/** An article in our nouns, its bodies kept as bytes; see `readWireArticle`. */
export function fromWireArticle(wire: WireArticle, reading: Reading): RemoteArticle {
  return keepBodies(readWireArticle(wire, reading));
}

/**
 * An article in our nouns. The root holds the default locale; `translated_content` may repeat it, and then the root
 * wins. A locale that is null there, or has neither title nor body, does not exist.
 */
export function readWireArticle(wire: WireArticle, reading: Reading): RemoteArticle {
  const defaultLocale = wire.default_locale || reading.defaultLocale;
  const locales: Record<Locale, RemoteLocale> = { [defaultLocale]: { ...localeOf(wire), ...finOf(wire, reading) } };
  let pendingDraft = wire.has_unpublished_changes === true;
  for (const [locale, value] of localeEntries(wire.translated_content)) {
    const content = articleContent.safeParse(value);
    if (!content.success) continue;
    pendingDraft ||= content.data.has_unpublished_changes === true;
    const fin = finOf(content.data, reading);
    const root = locales[defaultLocale];
    // With languages the audiences of the first one stand here too, and not at the root.
    if (locale === defaultLocale && root !== undefined) locales[locale] = { ...fin, ...root };
    else if (content.data.title || content.data.body) locales[locale] = { ...localeOf(content.data), ...fin };
  }
  const parentId = parentOf(wire, reading.version);
  const others = (wire.parent_ids ?? []).filter((parent) => parent !== parentId);
  return {
    id: wire.id,
    url: wire.url || null,
    parentId,
    ...(others.length > 0 ? { otherParentIds: others } : {}),
    updatedAt: wire.updated_at,
    ...(wire.created_at > 0 ? { createdAt: wire.created_at } : {}),
    updatedById: versionHas(reading.version, 'editors') ? (wire.updated_by_id ?? null) : null,
    pendingDraft: versionHas(reading.version, 'drafts') && pendingDraft,
    ...(versionHas(reading.version, 'schedules')
      ? { schedule: { publishAt: wire.scheduled_publish_at ?? null, unpublishAt: wire.scheduled_unpublish_at ?? null } }
      : {}),
    ...(versionHas(reading.version, 'tags') && wire.tags ? { tags: (wire.tags.tags ?? []).map(fromWireLabel) } : {}),
    defaultLocale,
    locales,
  };
}

/**
 * An internal article or a snippet in our nouns. It has one text, which counts as that of the first language: what
 * language Intercom files it under says nothing of the text, and cannot be changed for an internal article.
 */
export function fromWireUnlisted(wire: WireUnlisted, type: UnlistedType, reading: Reading): RemoteArticle {
  const { version, defaultLocale } = reading;
  const text: RemoteLocale = {
    ...{ title: wire.title ?? '', description: '', body: bodyOf(wire, type), state: 'published', url: null },
    authorId: wire.author_id ?? null,
    ...finOf(wire, { version, defaultLocale }),
  };
  return keepBodies({
    ...{ id: idOf(type, wire.id), url: null, parentId: null, updatedById: null, pendingDraft: false },
    ...(type === 'internal' ? { ownerId: wire.owner_id ?? null } : {}),
    updatedAt: wire.updated_at,
    ...(wire.created_at > 0 ? { createdAt: wire.created_at } : {}),
    defaultLocale,
    locales: { [defaultLocale]: text },
  });
}

/** The text of a snippet: in the examples of the description its title stands above it, as a heading. */
function withoutTitle(markdown: string, title: string): string {
  const [first = '', ...rest] = markdown.split('\n');
  const heading = /^# +(.+?)(?: +\{#[^{}]*\})? *$/.exec(first)?.[1];
  const plain = (text: string): string => text.replaceAll('\\', '').replace(/\s+/g, ' ').trim();
  return heading !== undefined && plain(heading) === plain(title) ? rest.join('\n').replace(/^\n+/, '') : markdown;
}

function bodyOf(wire: WireUnlisted, type: UnlistedType): string {
  if (type === 'internal') return withCarriers(wire.body ?? '', wire.body_markdown ?? null);
  return fromIntercomMarkdown(withoutTitle(wire.body_markdown ?? '', wire.title ?? ''));
}

/** An article as it will be once its drafts are published, from an answer that shows them. */
export function fromWireDraft(wire: WireArticle, reading: Reading): RemoteArticle {
  const article = fromWireArticle(wire, reading);
  const waits = new Map(
    localeEntries(wire.translated_content).map(([locale, value]) => [locale, articleContent.safeParse(value).data]),
  );
  const drafts = Object.entries(article.locales).filter(([locale]) => {
    const content = locale === article.defaultLocale ? wire : waits.get(locale);
    return content?.has_unpublished_changes === true;
  });
  return { ...article, drafts: Object.fromEntries(drafts) };
}

/**
 * The collection an article is in. `parent_ids` is right where the two disagree; `parent_id` only picks among
 * several, and speaks alone where there is no list.
 *
 * @param wire as it came
 * @param version older ones have both
 */
export function parentOf(wire: Pick<WireArticle, 'parent_id' | 'parent_ids'>, version: ApiVersion): string | null {
  const single = versionHas(version, 'singleParent') ? (wire.parent_id ?? null) : null;
  if (!wire.parent_ids) return single;
  return single !== null && wire.parent_ids.includes(single) ? single : (wire.parent_ids[0] ?? null);
}

function localeOf(
  wire: Pick<WireArticle, 'title' | 'description' | 'body' | 'body_markdown' | 'state' | 'author_id' | 'url'>,
): RemoteLocale {
  return {
    title: wire.title ?? '',
    description: wire.description ?? '',
    body: withCarriers(wire.body ?? '', wire.body_markdown),
    state: stateOf(wire.state),
    authorId: wire.author_id ?? null,
    url: wire.url || null,
  };
}

/** What Fin may do with a text; nothing where the API does not say. */
function finOf(wire: WireFin, { version }: Reading): Pick<RemoteLocale, 'fin' | 'audiences'> {
  if (!versionHas(version, 'fin')) return {};
  const { ai_chatbot_availability: chatbot, ai_copilot_availability: copilot } = wire;
  const { ai_sales_agent_availability: sales, audience_ids: audiences } = wire;
  const isSaid = typeof chatbot === 'boolean' || typeof copilot === 'boolean' || typeof sales === 'boolean';
  return {
    ...(isSaid ? { fin: { chatbot: chatbot === true, copilot: copilot === true, sales: sales === true } } : {}),
    ...(audiences ? { audiences: [...audiences].sort() } : {}),
  };
}

type WireFin = Pick<
  WireArticle,
  'ai_chatbot_availability' | 'ai_copilot_availability' | 'ai_sales_agent_availability' | 'audience_ids'
>;

/** A tag or an audience in our nouns. */
export function fromWireLabel({ id, name }: WireLabel): Label {
  return { id, name: name ?? '' };
}

/** Whatever is not published is hidden from readers. */
function stateOf(state: string | null | undefined): State {
  return state === 'published' ? 'published' : 'draft';
}

/** A collection in our nouns. Its help centre is the wire's own: sections often have none, see `withHelpCentres`. */
export function fromWireCollection(wire: WireCollection, reading: Reading): RemoteCollection {
  const translations: Record<Locale, { name: string; description?: string }> = {};
  const defaultLocale = wire.default_locale || reading.defaultLocale;
  for (const [locale, value] of localeEntries(wire.translated_content)) {
    const content = groupContent.safeParse(value);
    if (!content.success || locale === defaultLocale || !content.data.name) continue;
    const { name, description } = content.data;
    translations[locale] = description ? { name, description } : { name };
  }
  return {
    id: wire.id,
    defaultLocale,
    name: wire.name ?? '',
    description: wire.description ?? '',
    parentId: wire.parent_id ?? null,
    helpCentreId: wire.help_center_id ?? null,
    order: wire.order ?? 0,
    url: wire.url || null,
    ...(wire.icon ? { icon: wire.icon } : {}),
    ...(wire.updated_at ? { updatedAt: wire.updated_at } : {}),
    translations,
  };
}

/**
 * Gives sections the help centre of the collection they are in: Intercom leaves it out below the top level.
 *
 * @param collections all of a workspace
 */
export function withHelpCentres(collections: readonly RemoteCollection[]): readonly RemoteCollection[] {
  const byId = new Map(collections.map((collection) => [collection.id, collection]));
  return collections.map((collection) => {
    let at: RemoteCollection | undefined = collection;
    // Three levels are the most there are; the bound also ends a circle.
    for (let level = 0; level < 10 && at !== undefined && at.helpCentreId === null; level += 1) {
      at = at.parentId === null ? undefined : byId.get(at.parentId);
    }
    return { ...collection, helpCentreId: at?.helpCentreId ?? null };
  });
}

/** A help centre in our nouns. */
export function fromWireHelpCentre(wire: WireHelpCentre, version: ApiVersion): RemoteHelpCentre {
  const told = versionHas(version, 'helpCentreLocales');
  return {
    id: wire.id,
    identifier: wire.identifier ?? '',
    name: wire.display_name || wire.identifier || '',
    url: wire.website_turned_on === false ? null : wire.url?.replace(/\/+$/, '') || null,
    isDefault: told ? (wire.default ?? null) : null,
    locales: told ? (wire.locales ?? null) : null,
  };
}

/** People only: the workspace's bot, `operator+…@intercom.io`, is no author. */
export function fromWireAdmins(admins: readonly (WireAdmin | null)[]): readonly Teammate[] {
  return admins
    .filter((admin) => admin !== null)
    .filter((admin) => !isBot(admin))
    .map((admin) => ({ id: admin.id, name: admin.name ?? '', email: admin.email ?? '' }));
}

/** Ids of the others. */
export function botsAmong(admins: readonly (WireAdmin | null)[]): readonly string[] {
  return admins.flatMap((admin) => (admin !== null && isBot(admin) ? [admin.id] : []));
}

const isBot = ({ email }: WireAdmin): boolean => /^operator\+[^@]*@intercom\.io$/i.test(email ?? '');

/** Workspace and token owner. The region in lower case, as settings spell it. */
export function fromWireMe(wire: WireMe): Remote['workspace'] {
  return {
    id: wire.app.id_code,
    name: wire.app.name ?? '',
    region: (wire.app.region ?? '').toLowerCase(),
    tokenOwnerId: wire.id,
  };
}
