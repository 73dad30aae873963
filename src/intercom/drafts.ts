import type { Locale } from '../model/article.ts';
import { typeOfId } from '../model/article-type.ts';
import type { RemoteArticle } from '../model/remote.ts';
import { type ArticleWrite, IntercomError } from '../model/workspace.ts';
import type { ApiRequest } from './api-request.ts';
import { articlePath } from './article-path.ts';
import type { Connection } from './connection.ts';
import { fromWireArticle, fromWireDraft } from './from-wire.ts';
import { about, askAbout } from './requests.ts';
import { articleUpdate } from './to-wire.ts';
import { versionHas } from './versions.ts';
import { article } from './wire.ts';

/** What waits in the drafts of an article, by locale; nothing where it has none, or the API does not know drafts. */
export async function articleDrafts(
  { transport, version }: Connection,
  id: string,
  defaultLocale: Locale,
): Promise<NonNullable<RemoteArticle['drafts']>> {
  if (!versionHas(version, 'drafts') || typeOfId(id) !== 'public') return {};
  try {
    const wire = await askAbout(transport, { verb: 'GET', path: draftPath(id) }, article, id);
    return fromWireDraft(wire, { version, defaultLocale }).drafts ?? {};
  } catch (error) {
    if (error instanceof IntercomError && error.status === 404) return {};
    throw error;
  }
}

/** Puts texts into the draft of a published article. Twice has the same end as once. */
export async function stageDraft(
  { transport, version, known }: Connection,
  id: string,
  write: Pick<ArticleWrite, 'locales'>,
  defaultLocale: Locale,
): Promise<RemoteArticle> {
  const asked: ApiRequest = { verb: 'PUT', path: draftPath(id), body: articleUpdate(write, defaultLocale) };
  const wire = await askAbout(transport, asked, article, id);
  known.take('articles', [wire]);
  return fromWireDraft(wire, { version, defaultLocale });
}

/**
 * Publishes the drafts of an article. An answer that is lost is no reason to send it again: a second time there is no
 * draft, and Intercom refuses. The article tells whether it happened.
 */
export async function publishDraft(
  { transport, version, known, limits }: Connection,
  id: string,
  locales: readonly Locale[] | null,
  defaultLocale: Locale,
): Promise<RemoteArticle> {
  const reading = { version, defaultLocale };
  const asked: ApiRequest = {
    verb: 'POST',
    path: `${draftPath(id)}/publish`,
    ...(locales === null ? {} : { body: { locales: [...locales] } }),
  };
  for (let attempt = 1; ; attempt += 1) {
    const settled = await transport.send(asked);
    if (settled.kind === 'answer') {
      const wire = about(article, settled, asked, id);
      known.take('articles', [wire]);
      return fromWireArticle(wire, reading);
    }
    if (settled.kind === 'failed') throw settled.error;
    await transport.pause((settled.timedOut ? limits.lookAfterTimeOutMs : limits.lookMs)[0] ?? 0, asked);
    const now = await askAbout(transport, { verb: 'GET', path: articlePath(id) }, article, id);
    if (!waitsIn(fromWireDraft(now, reading), locales)) return fromWireArticle(now, reading);
    if (attempt >= limits.attempts) throw settled.error;
  }
}

function waitsIn({ drafts = {} }: RemoteArticle, locales: readonly Locale[] | null): boolean {
  return Object.keys(drafts).some((locale) => locales === null || locales.includes(locale));
}

const draftPath = (id: string): string => `${articlePath(id)}/draft`;
