import { withCarriers } from '../intercom-markdown/carriers.ts';
import type { Locale } from '../model/article.ts';
import { typeOfId } from '../model/article-type.ts';
import { type ArticleVersion, type ArticleVersionText, IntercomError } from '../model/workspace.ts';
import { articlePath } from './article-path.ts';
import type { Connection } from './connection.ts';
import { ask } from './requests.ts';
import { versionHas } from './versions.ts';
import { articleVersion, articleVersionText, pageOf } from './wire.ts';

/** How far back is looked: older texts are no use as what a person's edit began with. */
const most = 50;

/** The newest versions of one locale of an article; nothing where the API, or the article, has none. */
export async function articleVersions(
  connection: Connection,
  id: string,
  locale: Locale | null,
): Promise<readonly ArticleVersion[]> {
  if (!versionHas(connection.version, 'articleVersions') || typeOfId(id) !== 'public') return [];
  const path = `${articlePath(id)}/versions?page=1&per_page=${most}${inLocale(locale, '&')}`;
  const answer = await orNull(ask(connection.transport, { verb: 'GET', path }, pageOf(articleVersion)));
  return (answer?.data ?? [])
    .map((wire) => ({ id: wire.id, createdById: wire.created_by_id ?? null, createdAt: wire.created_at }))
    .sort((a, b) => b.createdAt - a.createdAt || Number(b.id) - Number(a.id));
}

/** The text of one version; null where there is none. */
export async function articleVersionOf(
  connection: Connection,
  id: string,
  versionId: string,
  locale: Locale | null,
): Promise<ArticleVersionText | null> {
  if (!versionHas(connection.version, 'articleVersions')) return null;
  const path = `${articlePath(id)}/versions/${encodeURIComponent(versionId)}${inLocale(locale, '?')}`;
  const wire = await orNull(ask(connection.transport, { verb: 'GET', path }, articleVersionText));
  if (wire === null) return null;
  const { title, description, author_id } = wire;
  const body = withCarriers(wire.body ?? '', wire.body_markdown);
  return { title: title ?? '', description: description ?? '', body, authorId: author_id ?? null };
}

function inLocale(locale: Locale | null, sign: '?' | '&'): string {
  return locale === null ? '' : `${sign}locale=${encodeURIComponent(locale)}`;
}

/** 404: it is not there. 400: the locale is not known (any more). Both mean that there is nothing to be had. */
async function orNull<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof IntercomError && (error.status === 404 || error.status === 400)) return null;
    throw error;
  }
}
