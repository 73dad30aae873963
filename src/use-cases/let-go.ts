import { articleFingerprint, knownFingerprint } from '../body/fingerprint.ts';
import { isReachRecorded } from '../body/reach.ts';
import { unfinished } from '../body/recorded-remote.ts';
import { areLetGo, letGoOfBodies, takeBodiesFrom } from '../intercom/held-bodies.ts';
import { LetGoError } from '../memory/kept-text.ts';
import type { ContentPath, Locale } from '../model/article.ts';
import type { Desired, DesiredArticle } from '../model/desired.ts';
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
 * same, with a snippet or a setting, is asked for again; see `planWaking`.
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
    const isSame = (locale: Locale, { source, desired, remote }: RecordedLocale): boolean =>
      desired !== unfinished && ours?.get(locale) === source && knownFingerprint(article, locale, memo) === remote;
    return entry !== undefined && ours?.size === Object.keys(entry.locales).length && isAll(article, entry, isSame);
  };
}

/** Lets go of the bodies of all articles that are as they were when they were last published, on both sides. */
export function letGoOfUnchanged({ articles }: Remote, recorded: Recorded, desired: Desired): void {
  const { oursOf, isStray } = sidesOf({ articles }, recorded, desired);
  for (const article of articles) {
    const [ours, entry] = oursOf(article);
    const isSame = (locale: Locale, { source, desired: before, remote }: RecordedLocale): boolean =>
      ours?.locales[locale]?.blob === source &&
      ours.locales[locale]?.fingerprint === before &&
      articleFingerprint(article, locale) === remote;
    const isWhole = entry !== null && ours !== null && sizeOf(ours.locales) === sizeOf(entry.locales);
    if (isWhole && isAsSaid(ours, entry) && !isStray(article) && isAll(article, entry, isSame)) letGoOfBodies(article);
  }
}

const sizeOf = (locales: object): number => Object.keys(locales).length;
const isAsSaid = ({ reach }: DesiredArticle, entry: RecordedArticle): boolean => isReachRecorded(reach, entry.reach);

/** What the sources and the lockfile have of the articles of a listing. */
function sidesOf({ articles }: Pick<Remote, 'articles'>, recorded: Recorded, desired: Desired) {
  const wanted = new Map(desired.articles.map((article) => [article.key, article]));
  const entries = new Map(Object.entries(recorded.articles).map(([key, entry]) => [entry.id, [key, entry] as const]));
  const placeOf = ({ parentId, defaultLocale, locales }: RemoteArticle): string =>
    `${parentId} ${locales[defaultLocale]?.title.trim()}`;
  // Where nobody manages another one of the same name, it may be the same article twice, which the bodies tell.
  const strays = new Set(articles.flatMap((article) => (entries.has(article.id) ? [] : [placeOf(article)])));
  return {
    oursOf({ id }: RemoteArticle): readonly [DesiredArticle | null, RecordedArticle | null] {
      const [key = '', entry = null] = entries.get(id) ?? [];
      return [wanted.get(key) ?? null, entry];
    },
    isStray: (article: RemoteArticle): boolean => strays.has(placeOf(article)),
  };
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

/**
 * Makes a plan of a listing in which bodies were let go. Those that it has to do with all the same are asked for again, and
 * it is made once more: those of what it says something of, and where it read one that is not there, of all that may be
 * read.
 *
 * @returns null where so many are that all are better listed once more, or one changed meanwhile
 * @throws IntercomError, and what making it throws
 */
export async function planWaking<Made extends { readonly plan: Plan }>(
  make: () => Promise<Made>,
  { remote, recorded, desired }: { readonly remote: Remote; readonly recorded: Recorded; readonly desired: Desired },
  client: Pick<WorkspaceReader, 'article'>,
): Promise<Made | null> {
  // Listing all of them takes no more requests than that.
  let left = mostAsked + remote.articles.length / rowsOfPage;
  for (let time = 0; time < mostTimes; time += 1) {
    const made = await make().catch(letGoElseThrow);
    const isMade = !(made instanceof LetGoError);
    const missing = isMade ? letGoIn(made.plan, remote) : letGoLike(made, { remote, recorded, desired });
    if (missing.length === 0) return isMade ? made : null;
    left -= missing.length;
    if (left < 0 || !(await woken(missing, remote, client, desired.locale))) return null;
  }
  return null;
}

function letGoElseThrow(error: unknown): LetGoError {
  if (error instanceof LetGoError) return error;
  throw error;
}

/** Ids of articles that a plan says something of, and whose bodies were let go. */
function letGoIn({ changes, held }: Plan, { articles }: Remote): readonly string[] {
  const named = new Set([...changes, ...held].flatMap(({ id }) => id ?? []));
  return articles.flatMap((article) => (named.has(article.id) && areLetGo(article) ? [article.id] : []));
}

/**
 * The id of the article that has the body that was read, and those of others that will be: where its source comes to
 * another text than before, all of which that is true, and else only those that nobody manages another one like.
 */
function letGoLike(
  { record }: LetGoError,
  { remote, recorded, desired }: { readonly remote: Remote; readonly recorded: Recorded; readonly desired: Desired },
): readonly string[] {
  const { oursOf, isStray } = sidesOf(remote, recorded, desired);
  const isRead = ({ locales }: RemoteArticle): boolean => Object.values(locales).some((text) => text === record);
  const isChanged = (article: RemoteArticle): boolean => {
    const [ours, entry] = oursOf(article);
    // Of a source with an error hardly ever anything is compared.
    if (ours === null || entry === null) return false;
    const texts = Object.entries(entry.locales);
    return !isAsSaid(ours, entry) || texts.some(([locale, text]) => ours.locales[locale]?.fingerprint !== text.desired);
  };
  const isOneOfMany = remote.articles.some((article) => isRead(article) && isChanged(article));
  return remote.articles
    .filter(areLetGo)
    .filter((article) => isRead(article) || isStray(article) || (isOneOfMany && isChanged(article)))
    .map(({ id }) => id);
}

/** Asks for bodies again that were let go. @returns whether all are there again; false where an article changed meanwhile */
async function woken(
  ids: readonly string[],
  { articles }: Remote,
  client: Pick<WorkspaceReader, 'article'>,
  locale: Locale,
): Promise<boolean> {
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
/** Times that a plan is made, at most. */
const mostTimes = 4;

function saysTheSame(listed: RemoteArticle, answer: RemoteArticle): boolean {
  const locales = Object.keys(listed.locales);
  return (
    listed.updatedAt === answer.updatedAt &&
    !answer.pendingDraft &&
    locales.length === Object.keys(answer.locales).length &&
    locales.every((locale) => articleFingerprint(listed, locale) === articleFingerprint(answer, locale))
  );
}
