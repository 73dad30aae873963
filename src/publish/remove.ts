import { recordedRemote } from '../body/recorded-remote.ts';
import type { Locale } from '../model/article.ts';
import type { Outcome } from '../model/outcome.ts';
import type { Change, ScheduleChange } from '../model/plan.ts';
import type { RecordedArticle, RecordedLocale } from '../model/recorded.ts';
import type { RemoteArticle } from '../model/remote.ts';
import type { LocaleWrite } from '../model/workspace.ts';
import { reachAfter, textsOf } from './entry-after.ts';
import { entryBefore, entryOf, type World } from './world.ts';
import { NotReadyError } from './write-of.ts';

/**
 * Takes an article away from readers: unpublishes it, in every locale that is managed, or deletes it. An
 * unpublished article keeps its entry, so that it comes back under its id when its source does.
 */
export async function removeArticle(world: World, change: Change): Promise<Outcome> {
  const entry = entryOf(world, change.key, undefined);
  if (entry === null) throw new NotReadyError(`${change.key} is not in the lockfile`);
  if (change.kind === 'delete') {
    await world.writer.deleteArticle(entry.id);
    await world.record({ of: 'article', key: change.key, entry: null, images: {} });
    return { result: 'done', change, id: entry.id, url: null };
  }
  const answer = await unpublish(world, entry);
  await world.record({ of: 'article', key: change.key, entry: removed(entry, answer), images: {} });
  return { result: 'done', change, id: entry.id, url: null };
}

async function unpublish(world: World, entry: RecordedArticle): Promise<RemoteArticle> {
  const remote = world.listed.get(entry.id);
  const main = remote?.defaultLocale ?? world.desired.locale;
  const locales: Record<Locale, LocaleWrite> = {};
  for (const locale of new Set([main, ...Object.keys(entry.locales)])) {
    const theirs = remote?.locales[locale];
    if (theirs === undefined) continue;
    const { title, description, body } = theirs;
    const isManaged = entry.locales[locale] !== undefined;
    const state = { state: isManaged ? 'draft' : theirs.state, authorId: theirs.authorId };
    // At the root an omitted field stays as it is; in a translation that is not documented, so its text goes along.
    locales[locale] = locale === main ? state : { title, description, body, ...state };
  }
  // Its time would publish it all the same, or take it away again once its file is back.
  const ours = Object.entries(entry.scheduled ?? {}).filter(
    ([time, at]) => remote?.schedule?.[time as keyof ScheduleChange] === at,
  );
  const schedule: ScheduleChange = Object.fromEntries(ours.map(([time]) => [time, null]));
  return world.writer.updateArticle(entry.id, { locales, ...(ours.length === 0 ? {} : { schedule }) }, main);
}

function removed(entry: RecordedArticle, answer: RemoteArticle): RecordedArticle {
  const locales = Object.entries(entry.locales).map(([locale, old]): [Locale, RecordedLocale] => [
    locale,
    {
      source: old.source,
      ...(old.from === undefined ? {} : { from: old.from }),
      desired: old.desired,
      ...(recordedRemote(answer, locale) ?? { remote: old.remote }),
    },
  ]);
  return { id: entry.id, url: null, updatedAt: answer.updatedAt, removed: true, locales: Object.fromEntries(locales) };
}

/** Carries out a change that only the lockfile learns of: both sides agree, or there is nothing left to manage. */
export async function recordOnly(world: World, change: Change): Promise<Outcome> {
  const id = change.id ?? entryOf(world, change.key, change.from)?.id ?? '';
  const { entry: before, ...replaces } = entryBefore(world, change, id);
  const remote = world.listed.get(id) ?? null;
  const from = change.from === undefined ? {} : { from: change.from };
  await world.record({
    of: 'article',
    key: change.key,
    ...from,
    ...replaces,
    entry: noted(world, change, before, remote),
    images: {},
  });
  return { result: 'done', change, id, url: remote?.url ?? null };
}

function noted(
  world: World,
  change: Change,
  before: RecordedArticle | null,
  remote: RemoteArticle | null,
): RecordedArticle | null {
  if (change.kind === 'forget') return null;
  // Deleted in Intercom, and to stay so: the entry goes along with its file.
  if (remote === null) return before;
  if (change.reasons.includes('file-gone')) return before === null ? null : { ...before, removed: true };
  const article = world.articlesByKey.get(change.key);
  const locales: Record<Locale, RecordedLocale> = { ...before?.locales };
  for (const [locale, step] of Object.entries(change.locales)) {
    const wanted = article?.locales[locale];
    const print = recordedRemote(remote, locale);
    if (step.do === 'record' && wanted !== undefined && print !== null) {
      locales[locale] = { ...textsOf(world, wanted), desired: wanted.fingerprint, ...print };
    } else if (step.do === 'forget') delete locales[locale];
  }
  const { id, url, updatedAt } = remote;
  const scheduled = before?.scheduled && { scheduled: before.scheduled };
  const reach =
    article === undefined ? before?.reach && { reach: before.reach } : reachAfter(world, change, article, before);
  return { id, url, updatedAt, ...scheduled, ...reach, locales };
}
