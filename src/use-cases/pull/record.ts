import { fingerprint } from '../../body/fingerprint.ts';
import { labelsOf, reachIn, remoteReach } from '../../body/reach.ts';
import { recordedRemote } from '../../body/recorded-remote.ts';
import type { ContentPath, Fingerprint, Locale } from '../../model/article.ts';
import type { PulledSource } from '../../model/pulled.ts';
import type { Recorded, RecordedArticle, RecordedLocale } from '../../model/recorded.ts';
import type { RemoteArticle } from '../../model/remote.ts';
import type { WorkspaceReader } from '../../model/workspace.ts';
import { createMemory } from '../../read/memory.ts';
import { recordedOf, withRecorded, writeLockfile } from '../../record/lockfile.ts';
import type { Connection } from '../connect.ts';
import type { Context } from '../context.ts';
import { settleRecovery } from '../lock.ts';
import { type Planned, planOf } from '../plan-of.ts';
import { gatherSources } from '../sources.ts';
import type { TakenCollection } from './collections.ts';
import { withCollections, withSettledCollections } from './record-collections.ts';

/** What is recorded of a source that says something else than Intercom has: equal to nothing, so that it is written. */
const pulledInto = fingerprint('pulled');

/**
 * Notes in the lockfile what was pulled: Intercom's text is known from now on. A source that comes to just that needs
 * nothing any more; one that says more, or holds conflict markers, is a change that the next plan shows, and what was
 * last published stays the base of the next merge.
 *
 * @param images Intercom's copies of images that were downloaded
 * @param collections of which edits are in their files
 */
export async function recordPull(
  context: Context,
  connection: Pick<Connection<WorkspaceReader>, 'ownFolder'>,
  planned: Planned,
  pulled: readonly PulledSource[],
  images: Readonly<Record<Fingerprint, string>>,
  collections: readonly TakenCollection[] = [],
): Promise<void> {
  if (pulled.length === 0 && collections.length === 0) return;
  const { remote, recorded } = planned;
  const known = await settleRecovery(planned.known, connection.ownFolder);
  const taken = {
    ...{ ...recorded, ...withRemote(pulled, planned), images: { ...recorded.images, ...images } },
    collections: withCollections(recorded.collections, collections, planned),
  };
  const gathered = await gatherSources(context, { memory: createMemory(), units: planned.sources.units });
  const settled = gathered.ok
    ? withAgreed(taken, { ...planned, sources: gathered.sources }, pulled, collections)
    : taken;
  const section = { ...recordedOf(known.read.lockfile, remote.workspace.id), ...settled };
  await writeLockfile(known.read, withRecorded(known.read.lockfile, remote.workspace.id, section));
}

/** Every pulled locale with what Intercom has now. */
function withRemote(pulled: readonly PulledSource[], planned: Planned): Pick<Recorded, 'articles'> {
  const { recorded, remote } = planned;
  const articles: Record<ContentPath, RecordedArticle> = { ...recorded.articles };
  const byId = new Map<string, PulledSource[]>();
  for (const one of pulled) byId.set(one.id, [...(byId.get(one.id) ?? []), one]);
  const answers = new Map(remote.articles.map((article) => [article.id, article]));
  for (const [key, entry] of Object.entries(recorded.articles)) {
    const [own, theirs] = [byId.get(entry.id), answers.get(entry.id)];
    if (own === undefined || theirs === undefined) continue;
    const locales = { ...entry.locales };
    for (const { locale } of own) {
      const now = recordedRemote(theirs, locale);
      const { source = nothingPublished, staged } = locales[locale] ?? {};
      const waits = staged === undefined ? {} : { staged };
      if (now !== null) locales[locale] = { source, desired: pulledInto, ...now, ...waits };
    }
    articles[key] = {
      ...entry,
      url: theirs.url,
      updatedAt: theirs.updatedAt,
      ...reachNow(key, entry, theirs, planned),
      locales,
    };
  }
  return { articles };
}

/** Its reach as Intercom has it now, as far as the source named it. */
function reachNow(
  key: ContentPath,
  entry: RecordedArticle,
  theirs: RemoteArticle,
  { sources, remote }: Planned,
): Pick<RecordedArticle, 'reach'> {
  const reach = sources.desired.articles.find((article) => article.key === key)?.reach;
  const main = theirs.locales[theirs.defaultLocale];
  if (reach === undefined || main === undefined || entry.reach === undefined) return {};
  return { reach: reachIn(reach, entry.reach, remoteReach(main, theirs), labelsOf(remote)) };
}

/** A blob id that no file has: a new locale was never published from here. */
const nothingPublished = '0'.repeat(40);

/** Sources that come to what Intercom has are recorded as if they had been published: the plan says which do. */
function withAgreed(
  recorded: Recorded,
  planned: Planned,
  pulled: readonly PulledSource[],
  collections: readonly TakenCollection[],
): Recorded {
  const { sources, remote, known } = planned;
  const { content } = recordedOf(known.read.lockfile, remote.workspace.id);
  const plan = planOf(sources, recorded, remote, content, { onDrift: 'fail' });
  const articles = { ...recorded.articles };
  for (const { id, locale } of pulled) {
    const change = plan.changes.find((one) => one.id === id);
    const texts = sources.desired.articles.find(({ key }) => key === change?.key)?.locales;
    const desired = texts?.[locale];
    const found = Object.entries(articles).find(([, entry]) => entry.id === id);
    if (change?.locales[locale]?.do !== 'record' || desired === undefined || found === undefined) continue;
    const [key, entry] = found;
    // A colleague who edited a translation had the original as it is now.
    const from = locale === sources.desired.locale ? undefined : texts?.[sources.desired.locale]?.blob;
    const { blob: source, fingerprint } = desired;
    const text = { source, desired: fingerprint, ...(from === undefined ? {} : { from }) };
    articles[key] = { ...entry, locales: recordedAs(entry, locale, text) };
  }
  const settled = { ...recorded, articles };
  return collections.length === 0 ? settled : withSettledCollections(settled, plan, planned);
}

function recordedAs(
  entry: RecordedArticle,
  locale: Locale,
  text: Pick<RecordedLocale, 'source' | 'desired' | 'from'>,
): RecordedArticle['locales'] {
  return { ...entry.locales, [locale]: { remote: text.desired, ...entry.locales[locale], ...text } };
}
