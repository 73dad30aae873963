import PQueue from 'p-queue';
import { typeOfId } from '../../model/article-type.ts';
import type { Remote } from '../../model/remote.ts';
import type { ArticleStatistics } from '../../model/statistics.ts';
import { IntercomError, type WorkspaceReader } from '../../model/workspace.ts';
import { count } from '../../report/paint.ts';
import type { Connection } from '../connect.ts';
import type { Context } from '../context.ts';
import { startProgress } from '../progress.ts';

/** Requests under way; how fast they are sent is the client's business. */
const atOnce = 24;

/** What readers did with the published articles of a workspace, and what is not known of it. */
export interface ReadStatistics {
  readonly byId: ReadonlyMap<string, ArticleStatistics>;
  /** Of how many it is not known. */
  readonly unknown: number;
  readonly notes: readonly string[];
}

/**
 * Asks what readers did with each published article: a request each.
 *
 * @throws IntercomError where nothing can be asked any more; that one article cannot is a note
 */
export async function readStatistics(
  context: Context,
  { client }: Pick<Connection<WorkspaceReader>, 'client'>,
  { articles }: Pick<Remote, 'articles'>,
): Promise<ReadStatistics> {
  const published = articles.filter(
    ({ id, locales }) => typeOfId(id) === 'public' && Object.values(locales).some(({ state }) => state === 'published'),
  );
  const byId = new Map<string, ArticleStatistics>();
  const queue = new PQueue({ concurrency: atOnce });
  const progress = startProgress(context, published.length);
  let unknown = 0;
  try {
    await queue.addAll(
      published.map((article) => async () => {
        const read = await client.statistics(article.id).catch(unlessOver);
        if (read === null) unknown += 1;
        else byId.set(article.id, read);
        progress.step(article.locales[article.defaultLocale]?.title ?? article.id);
      }),
    );
  } finally {
    queue.clear();
    progress.end();
  }
  const notes =
    unknown === 0
      ? []
      : [`Intercom did not say how often ${count(unknown, 'article')} ${unknown === 1 ? 'was' : 'were'} read.`];
  return { byId, unknown, notes };
}

/** One answer that failed is one article of which nothing is known. @throws where all others would fail too */
function unlessOver(error: unknown): null {
  const isOne = error instanceof IntercomError && error.status !== null && error.status >= 500;
  if (!isOne) throw error;
  return null;
}
