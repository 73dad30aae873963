import { articleFingerprint } from '../body/fingerprint.ts';
import { areLetGo, takeBodiesFrom } from '../intercom/held-bodies.ts';
import { LetGoError } from '../memory/kept-text.ts';
import type { Locale } from '../model/article.ts';
import type { Desired } from '../model/desired.ts';
import type { Plan } from '../model/plan.ts';
import type { Recorded } from '../model/recorded.ts';
import type { Remote, RemoteArticle } from '../model/remote.ts';
import type { WorkspaceReader } from '../model/workspace.ts';
import { isAsSaid, sidesOf } from './let-go.ts';

/** What a plan is made from. */
interface Sides {
  readonly remote: Remote;
  readonly recorded: Recorded;
  readonly desired: Desired;
}

/** Requests for single articles, at least, that may be sent before all are listed once more. */
const mostAsked = 10;
/** Articles on a page of a list, about. */
const rowsOfPage = 250;
/** Times that a plan is made, at most. */
const mostTimes = 4;

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
  sides: Sides,
  client: Pick<WorkspaceReader, 'article'>,
): Promise<Made | null> {
  const { remote, desired } = sides;
  // Listing all of them takes no more requests than that.
  let left = mostAsked + remote.articles.length / rowsOfPage;
  for (let time = 0; time < mostTimes; time += 1) {
    const made = await make().catch(letGoElseThrow);
    const isMade = !(made instanceof LetGoError);
    const missing = isMade ? letGoIn(made.plan, remote) : letGoLike(made, sides);
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
 * Ids of the article whose body was read, and of others whose bodies will be: of those that are there twice, and, where its
 * source comes to another text than before, of all of which that is true.
 */
function letGoLike({ record }: LetGoError, { remote, recorded, desired }: Sides): readonly string[] {
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

function saysTheSame(listed: RemoteArticle, answer: RemoteArticle): boolean {
  const locales = Object.keys(listed.locales);
  return (
    listed.updatedAt === answer.updatedAt &&
    !answer.pendingDraft &&
    locales.length === Object.keys(answer.locales).length &&
    locales.every((locale) => articleFingerprint(listed, locale) === articleFingerprint(answer, locale))
  );
}
