import { releasedPrint } from '../body/staged-print.ts';
import type { Locale } from '../model/article.ts';
import type { DesiredArticle } from '../model/desired.ts';
import type { Change } from '../model/plan.ts';
import type { RemoteArticle } from '../model/remote.ts';
import type { ArticleWrite, LocaleWrite } from '../model/workspace.ts';
import { sentOf } from './sent-of.ts';
import type { World } from './world.ts';
import { NotReadyError } from './write-of.ts';

/**
 * Sends a write of an article that exists to where no reader sees it: what is published into its draft, and languages
 * that are not out yet as they are, as drafts. What goes straight to the article goes first, while no draft waits that
 * it could publish.
 *
 * @returns the article as it will be once its drafts are published
 * @throws NotReadyError where a person has begun a draft since the plan was made
 */
export async function stageWrite(
  world: World,
  change: Change,
  article: DesiredArticle,
  write: ArticleWrite,
): Promise<RemoteArticle> {
  const known = world.known.get(change.key);
  const remote = known?.remote ?? null;
  if (known === undefined || remote === null) throw new NotReadyError(`Intercom does not list ${change.key}`);
  const { id } = known;
  const first = remote.defaultLocale;
  const inDraft = (locale: Locale): boolean =>
    change.locales[locale]?.do === 'stage' && remote.locales[locale]?.state === 'published';
  // A draft that changes nothing is none, also where another language of the article has one.
  const saysMore = (locale: Locale): boolean =>
    write.locales[locale]?.body !== undefined || remote.drafts?.[locale] !== undefined;
  const drafts = texts(write, (locale) => inDraft(locale) && saysMore(locale));
  const straight = texts(write, (locale) => !inDraft(locale));
  let answer = remote;
  if (Object.values(straight).some(({ body, state }) => body !== undefined || state !== undefined)) {
    await world.announce(sentOf(article, { locales: straight }, { id, remote }));
    // Without its author at the root an update puts the token's owner there.
    const root = { authorId: remote.locales[first]?.authorId ?? null };
    const locales = straight[first] === undefined ? { ...straight, [first]: root } : straight;
    const live = await world.writer.updateArticle(id, { locales }, first);
    answer = { ...live, ...draftsOf(remote), locales: { ...live.locales, ...remote.drafts } };
  }
  if (Object.keys(drafts).length === 0) return answer;
  await demandDrafts(world, remote);
  await world.announce({ ...sentOf(article, { locales: drafts }, { id, remote }), staged: true });
  return await world.writer.stageDraft(id, { locales: drafts }, first);
}

/**
 * Makes sure that Intercom has the drafts that are known, and no others: what a person writes into one while we work is
 * neither written over nor published.
 *
 * @throws NotReadyError
 */
export async function demandDrafts(world: World, remote: RemoteArticle): Promise<void> {
  const drafts = await world.writer.drafts(remote.id, remote.defaultLocale);
  const now = { ...remote, drafts };
  const others = Object.keys(drafts).filter(
    (locale) => remote.drafts?.[locale] === undefined || releasedPrint(now, locale) !== releasedPrint(remote, locale),
  );
  const gone = Object.keys(remote.drafts ?? {}).filter((locale) => drafts[locale] === undefined);
  if (others.length === 0 && gone.length === 0) return;
  const what = others.length > 0 ? 'edited' : 'published or discarded';
  throw new NotReadyError(`its draft was ${what} in Intercom while this ran: run again, and look at the new plan`);
}

const draftsOf = ({ drafts }: RemoteArticle): Pick<RemoteArticle, 'drafts'> => (drafts === undefined ? {} : { drafts });

function texts(write: ArticleWrite, has: (locale: Locale) => boolean): Readonly<Record<Locale, LocaleWrite>> {
  return Object.fromEntries(Object.entries(write.locales).filter(([locale]) => has(locale)));
}
