import { articleFingerprint, knownFingerprint } from '../body/fingerprint.ts';
import { areLetGo, letGoOfBodies, takeBodiesFrom } from '../intercom/held-bodies.ts';
import type { ContentPath, Locale } from '../model/article.ts';
import type { Desired } from '../model/desired.ts';
import type { Memo } from '../model/memo.ts';
import type { Plan } from '../model/plan.ts';
import type { Recorded, RecordedArticle, RecordedLocale } from '../model/recorded.ts';
import type { Remote, RemoteArticle } from '../model/remote.ts';
import type { Source } from '../model/repository.ts';
import type { WorkspaceReader } from '../model/workspace.ts';
import type { KnownLockfile } from './lock.ts';

/**
 * Which articles of a listing are as they were when they were last published, on both sides, as far as can be told before the
 * sources are compiled. Their bodies need not be kept: a plan compares fingerprints. What turns out to have changed all the
 * same, with a snippet or a setting, is asked for again; see `woken`.
 *
 * @returns null where a run that was cut off left something to settle, which may be any article
 */
export function unchangedBySource(
  known: KnownLockfile,
  sources: readonly Source[],
  memo: Memo,
): ((article: RemoteArticle) => boolean) | null {
  if (known.recovered || known.sent.size > 0) return null;
  const entries = new Map<string, readonly [ContentPath, RecordedArticle]>();
  for (const { articles } of Object.values(known.read.lockfile.workspaces))
    for (const [key, entry] of Object.entries(articles)) entries.set(entry.id, [key, entry]);
  const blobs = new Map<ContentPath, Map<Locale, string>>();
  for (const { article, locale, blob } of sources)
    blobs.set(article, (blobs.get(article) ?? new Map<Locale, string>()).set(locale, blob));
  return (article) => {
    const [key = '', entry] = entries.get(article.id) ?? [];
    const ours = blobs.get(key);
    const isSame = (locale: Locale, { source, remote }: RecordedLocale): boolean =>
      ours?.get(locale) === source && knownFingerprint(article, locale, memo) === remote;
    return entry !== undefined && ours?.size === Object.keys(entry.locales).length && isAll(article, entry, isSame);
  };
}

/**
 * Lets go of the bodies of all articles that are as they were when they were last published, on both sides.
 *
 * @returns ids of articles that were let go before, and are not
 */
export function letGoOfUnchanged({ articles }: Remote, recorded: Recorded, desired: Desired): readonly string[] {
  const wanted = new Map(desired.articles.map((article) => [article.key, article.locales]));
  const entries = new Map(Object.entries(recorded.articles).map(([key, entry]) => [entry.id, [key, entry] as const]));
  return articles.flatMap((article) => {
    const [key = '', entry] = entries.get(article.id) ?? [];
    const ours = wanted.get(key) ?? {};
    const isSame = (locale: Locale, text: RecordedLocale): boolean =>
      ours[locale]?.fingerprint === text.desired && articleFingerprint(article, locale) === text.remote;
    const isWhole = entry !== undefined && Object.keys(ours).length === Object.keys(entry.locales).length;
    const isUnchanged = isWhole && isAll(article, entry, isSame);
    if (isUnchanged) letGoOfBodies(article);
    return !isUnchanged && areLetGo(article) ? [article.id] : [];
  });
}

/** Whether Intercom has the recorded texts of an article and no others, each of them the same. */
function isAll(
  article: RemoteArticle,
  { removed, locales }: RecordedArticle,
  isSame: (locale: Locale, text: RecordedLocale) => boolean,
): boolean {
  const texts = Object.entries(locales);
  return (
    removed !== true &&
    !article.pendingDraft &&
    Object.keys(article.locales).length === texts.length &&
    texts.every(([locale, text]) => text.staged === undefined && isSame(locale, text))
  );
}

/** Ids of articles that a plan says something of, and whose bodies were let go. */
export function letGoIn({ changes, held }: Plan, { articles }: Remote): readonly string[] {
  const named = new Set([...changes, ...held].flatMap(({ id }) => id ?? []));
  return articles.flatMap((article) => (named.has(article.id) && areLetGo(article) ? [article.id] : []));
}

/**
 * Asks for bodies again that were let go.
 *
 * @returns whether all are there again; false where an article changed meanwhile, or so many are asked for that listing
 *   all of them once more takes fewer requests
 * @throws IntercomError
 */
export async function woken(
  ids: readonly string[],
  { articles }: Remote,
  client: Pick<WorkspaceReader, 'article'>,
  locale: Locale,
): Promise<boolean> {
  if (ids.length > mostAsked + articles.length / rowsOfPage) return false;
  const wanted = new Set(ids);
  const all = await Promise.all(
    articles
      .filter(({ id }) => wanted.has(id))
      .map(async (article) => {
        const answer = await client.article(article.id, locale);
        if (answer === null || !saysTheSame(article, answer)) return false;
        takeBodiesFrom(article, answer);
        return true;
      }),
  );
  return all.every((isSame) => isSame);
}

const mostAsked = 10;
/** Articles on a page of a list, about. */
const rowsOfPage = 250;

function saysTheSame(listed: RemoteArticle, answer: RemoteArticle): boolean {
  const locales = Object.keys(listed.locales);
  return (
    listed.updatedAt === answer.updatedAt &&
    !answer.pendingDraft &&
    locales.length === Object.keys(answer.locales).length &&
    locales.every((locale) => articleFingerprint(listed, locale) === articleFingerprint(answer, locale))
  );
}
