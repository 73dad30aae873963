import { recordedRemote, unfinished } from '../body/recorded-remote.ts';
import { releasedPrint } from '../body/staged-print.ts';
import type { ContentPath, Fingerprint, Locale } from '../model/article.ts';
import type { DesiredArticle, DesiredLocale } from '../model/desired.ts';
import { type Change, stages } from '../model/plan.ts';
import type { RecordedArticle, RecordedLocale, StagedText } from '../model/recorded.ts';
import type { RemoteArticle } from '../model/remote.ts';
import type { ArticleWrite } from '../model/workspace.ts';
import { copiesOf } from './copies.ts';
import { audiencesNamed, entryBefore, type World } from './world.ts';

/**
 * What is recorded of an article that was written.
 *
 * @param again locales that are not as they should be yet
 */
export function entryAfter(
  world: World,
  change: Change,
  article: DesiredArticle,
  again: readonly Locale[],
  answer: RemoteArticle,
): RecordedArticle {
  const before = entryBefore(world, change, answer.id).entry;
  const locales: Record<Locale, RecordedLocale> = {};
  for (const [locale, wanted] of Object.entries(article.locales)) {
    const step = change.locales[locale];
    const remote = recordedRemote(answer, locale);
    const old = before?.locales[locale];
    const desired = again.includes(locale) ? unfinished : wanted.fingerprint;
    if (step?.do === 'stage') {
      const staged = stagedAfter(world, wanted, desired, locale, answer);
      const live = shownBefore(world, old, wanted, locale, answer.id) ?? hidden(world, wanted, locale, answer);
      if (staged !== null && live !== null) locales[locale] = { ...live, staged };
    } else if (step !== undefined && step.do !== 'forget' && remote !== null) {
      locales[locale] = { ...textsOf(world, wanted), desired, ...remote };
    } else if (old !== undefined) {
      locales[locale] = old;
    }
  }
  // A language that is to leave in another run is still managed: forgotten, its readers would keep it for good.
  for (const [locale, old] of Object.entries(before?.locales ?? {})) {
    if (article.locales[locale] === undefined && change.locales[locale] === undefined) locales[locale] = old;
  }
  const { id, url, updatedAt } = answer;
  const scheduled = before?.scheduled && { scheduled: before.scheduled };
  return { id, url, updatedAt, ...scheduled, ...reachAfter(world, change, article, before), locales };
}

/** What is recorded of an article's reach: its tags have requests of their own, and what is staged changes nothing of it. */
function reachAfter(
  world: World,
  change: Change,
  { reach }: DesiredArticle,
  before: RecordedArticle | null,
): Pick<RecordedArticle, 'reach'> {
  const isStaged = stages(change) && before !== null;
  if (isStaged || reach === undefined) return isStaged && before.reach !== undefined ? { reach: before.reach } : {};
  const tags = before?.reach?.tags;
  const after = {
    ...(reach.fin === undefined ? {} : { fin: reach.fin }),
    ...(reach.audiences === undefined ? {} : { audiences: audiencesNamed(world, reach.audiences.names) }),
    ...(reach.tags === undefined || tags === undefined ? {} : { tags }),
  };
  return Object.keys(after).length === 0 ? {} : { reach: after };
}

/** What is recorded of a text that waits to be released. */
function stagedAfter(
  world: World,
  wanted: DesiredLocale,
  desired: Fingerprint,
  locale: Locale,
  answer: RemoteArticle,
): StagedText | null {
  const remote = releasedPrint(answer, locale);
  return remote === null ? null : { ...textsOf(world, wanted), desired, remote };
}

/** What is recorded of the text that readers have until the staged one is released; null where they have none. */
function shownBefore(
  { listed }: World,
  old: RecordedLocale | undefined,
  { blob }: DesiredLocale,
  locale: Locale,
  id: string,
): RecordedLocale | null {
  const before = listed.get(id);
  if (before?.locales[locale]?.state !== 'published') return null;
  if (old !== undefined) return old;
  const remote = recordedRemote(before, locale);
  return remote === null ? null : { source: blob, desired: unfinished, ...remote };
}

/** What is recorded of a text that no reader sees before it is released. */
function hidden(world: World, wanted: DesiredLocale, locale: Locale, answer: RemoteArticle): RecordedLocale | null {
  const remote = recordedRemote(answer, locale);
  return remote === null ? null : { ...textsOf(world, wanted), desired: unfinished, ...remote };
}

/** Which text of ours is recorded, and of a translation the text that it was made from. */
export function textsOf({ origins }: World, { path, blob }: DesiredLocale): Pick<RecordedLocale, 'source' | 'from'> {
  const from = origins.get(path);
  // The start of an id is not recorded: the front matter that gives it says it every time.
  return { source: blob, ...(from === undefined || from.length < 40 ? {} : { from }) };
}

/** Learns Intercom's copies of the images that a write carried. */
export function takeCopies(
  world: World,
  key: ContentPath,
  write: ArticleWrite,
  answer: RemoteArticle,
): Readonly<Record<string, string>> {
  const copies = copiesOf(world, key, write, answer);
  for (const [sha256, url] of Object.entries(copies)) world.copies.set(sha256, url);
  return copies;
}
