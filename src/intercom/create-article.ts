import type { Locale } from '../model/article.ts';
import type { RemoteArticle } from '../model/remote.ts';
import type { ArticleWrite } from '../model/workspace.ts';
import type { ApiRequest } from './api-request.ts';
import type { Connection } from './connection.ts';
import { createKnown } from './create-known.ts';
import { fromWireArticle } from './from-wire.ts';
import type { Moment } from './known.ts';
import { couldBeArticle } from './likeness.ts';
import { getPage } from './requests.ts';
import { articleCreate } from './to-wire.ts';
import { article, type WireArticle } from './wire.ts';

/** Rows of the list's newest page that are noted before the first create, when no snapshot was taken. */
const firstLook = 50;
/** Pages a look goes back at most; each holds what changed last. */
const pagesBack = 40;
/** Intercom's machines may disagree on the second. */
const slackSeconds = 5;

/**
 * Creates an article exactly once. When the answer is lost the newest pages of the list are looked at: an article
 * that was never seen before, created since, with the same title, parent and state and about as much text, is ours.
 *
 * @param connection knows which articles existed before
 * @throws IntercomError
 */
export async function createArticle(
  connection: Connection,
  write: ArticleWrite,
  defaultLocale: Locale,
): Promise<RemoteArticle> {
  const { known, version } = connection;
  const reading = { version, defaultLocale };
  const asked: ApiRequest = { verb: 'POST', path: '/articles', body: articleCreate(write, defaultLocale) };
  await known.ensure('articles', () => noteNewest(connection));
  const mark = known.mark();
  const look = () => lookBack(connection, mark, (row) => couldBeArticle(row, write, reading));
  const wire = await createKnown(connection, { kind: 'articles', what: 'article', asked, shape: article, mark, look });
  known.take('articles', [wire]);
  return fromWireArticle(wire, reading);
}

async function noteNewest({ transport, known }: Connection): Promise<void> {
  const page = await getPage(transport, '/articles', article, { page: 1, perPage: firstLook });
  known.take('articles', page.rows);
}

async function lookBack(
  { transport, known, limits }: Connection,
  mark: Moment,
  fits: (row: WireArticle) => boolean,
): Promise<WireArticle | null> {
  const since = mark.latest - slackSeconds;
  for (let page = 1; page <= pagesBack; page += 1) {
    const { rows, totalPages } = await getPage(transport, '/articles', article, { page, perPage: limits.perPage });
    const found = rows.filter((row) => row.created_at >= since && !known.had('articles', row.id, mark)).filter(fits);
    const oldest = found.sort((left, right) => left.created_at - right.created_at)[0];
    if (oldest !== undefined) return oldest;
    // Sorted by last change: whatever was created since stands before this.
    if (rows.length === 0 || page === totalPages || rows.some((row) => row.updated_at < since)) return null;
  }
  return null;
}
