import { Hono } from 'hono';
import { bodyText } from '../articles/search-routes.ts';
import type { Engine } from '../engine.ts';
import { ApiError } from '../http/api-error.ts';
import type { ApiEnv } from '../http/call.ts';
import { requires } from '../http/feature.ts';
import { pageOf } from '../http/paging.ts';
import { allContent, type ContentItem } from './items.ts';

/** Rows of a page, and the most that one has. */
const [perPage, most] = [10, 50];

/** Words of `content_types`, and the type that each means. */
const types: Readonly<Record<string, ContentItem['type']>> = {
  article: 'article',
  internal_article: 'internal_article',
  snippet: 'content_snippet',
};
/** What Intercom has besides, and nobody has here. */
const others = ['external_content', 'file_source_content'];

/** `/content/search`: the words in titles and texts of all that Fin answers with, newest change first. */
export function contentSearchRoutes(engine: Engine): Hono<ApiEnv> {
  const routes = new Hono<ApiEnv>();
  routes.use('/content/search', requires('content'));

  routes.get('/content/search', (c) => {
    const { url } = c.env.call;
    const fits = filterOf(url.searchParams);
    const found = allContent(engine.world)
      .filter(fits)
      .sort((a, b) => b.updatedAt - a.updatedAt || Number(b.id) - Number(a.id));
    const page = pageOf(found, { url, perPage, most, quirks: { ...engine.quirks, perPageTooBig: 'clamped' } });
    const pages = { next: null, prev: null, ...page.pages };
    return c.json({ type: 'list', total_count: page.totalCount, pages, data: page.rows.map(itemWire) });
  });

  return routes;
}

type Fits = (item: ContentItem) => boolean;

/** @throws ApiError 422 for values that the description does not list */
function filterOf(params: URLSearchParams): Fits {
  const list = (name: string): readonly string[] | null => {
    const values = params.getAll(name).flatMap((value) => value.split(','));
    return values.length === 0 ? null : values;
  };
  const oneOf = (name: string, allowed: readonly string[]): readonly string[] | null => {
    const values = list(name);
    if (values?.some((value) => !allowed.includes(value))) throw refused(`${name} is not valid`, name);
    return values;
  };
  const query = (params.get('query') ?? '').toLowerCase();
  if (query.length > 500) throw refused('query is too long (maximum is 500 characters)', 'query');
  if (params.has('folder_ids') !== params.has('folder_entity_type')) {
    throw refused('folder_ids and folder_entity_type must be sent together', 'folder_ids');
  }
  const kinds = oneOf('content_types', [...Object.keys(types), ...others])?.map((name) => types[name]);
  const states = oneOf('states', ['published', 'draft']);
  const locales = list('locales');
  const filters: readonly (Fits | null)[] = [
    query === '' ? null : (item) => item.texts.some((text) => says(text, query)),
    kinds === undefined ? null : ({ type }) => kinds.includes(type),
    states === null ? null : (item) => item.texts.some(({ state }) => states.includes(state)),
    locales === null ? null : (item) => item.texts.some(({ locale }) => locales.includes(locale)),
    // There are no folders here, so nothing is in any.
    params.has('folder_ids') ? () => false : null,
    ...tagFilters(list('tag_ids'), list('any_tag_ids'), oneOf('tag_operator', ['IN', 'NIN'])?.[0]),
    ...(['copilot', 'chatbot', 'sales'] as const).map((agent) => {
      const name = { copilot: 'copilot_state', chatbot: 'fin_service_state', sales: 'fin_sales_state' }[agent];
      const wanted = oneOf(name, ['on', 'off'])?.[0];
      return wanted === undefined
        ? null
        : (item: ContentItem) => item.texts.some(({ ai }) => ai[agent] === (wanted === 'on'));
    }),
    ...personFilters(list('created_by_ids'), list('last_updated_by_ids')),
    ...(['created_at', 'updated_at'] as const).flatMap((field) => timeFilters(field, params)),
  ];
  return (item) => filters.every((fits) => fits === null || fits(item));
}

function says({ title, description, content }: ContentItem['texts'][number], query: string): boolean {
  return [title, description, bodyText(content)].some((part) => part.toLowerCase().includes(query));
}

function tagFilters(
  ids: readonly string[] | null,
  any: readonly string[] | null,
  operator: string | undefined,
): readonly (Fits | null)[] {
  const hasOne = (wanted: readonly string[]) => (item: ContentItem) => item.tags.some(({ id }) => wanted.includes(id));
  return [
    ids === null ? null : operator === 'NIN' ? (item) => !hasOne(ids)(item) : hasOne(ids),
    any === null ? null : hasOne(any),
  ];
}

function personFilters(created: readonly string[] | null, updated: readonly string[] | null): readonly (Fits | null)[] {
  const by = (ids: readonly string[], of: (text: ContentItem['texts'][number]) => string | null): Fits => {
    return (item) => item.texts.some((text) => ids.includes(of(text) ?? ''));
  };
  return [
    created === null ? null : by(created, ({ createdById }) => createdById),
    updated === null ? null : by(updated, ({ updatedById }) => updatedById),
  ];
}

function timeFilters(field: 'created_at' | 'updated_at', params: URLSearchParams): readonly (Fits | null)[] {
  const of = (item: ContentItem): number => (field === 'created_at' ? item.createdAt : item.updatedAt);
  const at = (name: string): number | null => {
    const text = params.get(name);
    if (text === null) return null;
    if (!/^\d{1,12}$/.test(text)) throw refused(`${name} is not valid`, name);
    return Number(text);
  };
  const [after, before] = [at(`${field}_after`), at(`${field}_before`)];
  return [after === null ? null : (item) => of(item) >= after, before === null ? null : (item) => of(item) <= before];
}

function itemWire({ type, id, texts }: ContentItem) {
  const title = texts[0]?.title ?? '';
  if (type !== 'article') return { type, id, title };
  const contents = texts.map((text) => ({
    ...{ type: 'article_content', id: text.id, title: text.title, locale: text.locale },
  }));
  return { type, id, title, contents };
}

const refused = (message: string, field: string): ApiError =>
  new ApiError(422, 'parameter_invalid', message, { field });
