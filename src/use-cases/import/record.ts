import { describedFields, recordedFields } from '../../body/collection-fields.ts';
import { contentOf, fingerprint, recordedText } from '../../body/fingerprint.ts';
import { labelsOf, reachIn, remoteReach } from '../../body/reach.ts';
import { collectionFields } from '../../import/format-collection.ts';
import type { ContentPath, Locale } from '../../model/article.ts';
import type { CollectionKey } from '../../model/collection.ts';
import type { DesiredCollection } from '../../model/desired.ts';
import type { Plan } from '../../model/plan.ts';
import type {
  LockfileSection,
  Recorded,
  RecordedArticle,
  RecordedCollection,
  RecordedLocale,
} from '../../model/recorded.ts';
import { redirectKey } from '../../model/redirect.ts';
import type { Remote, RemoteCollection } from '../../model/remote.ts';
import { makePlan } from '../../plan/plan.ts';
import { withRecorded, writeLockfile } from '../../record/lockfile.ts';
import { withRedirects } from '../redirects.ts';
import { withoutTypes } from '../types.ts';
import type { ImportedImages } from './images.ts';
import { type Checked, collectionIdsOf } from './round-trip.ts';
import type { ImportRun } from './run.ts';

/** The end of an import. */
export interface Finished {
  /** What `publish` would do now. */
  readonly plan: Plan;
}

/** What is recorded of a text that is not what Intercom has: equal to nothing, so that the plan shows it. */
const notTheSame = fingerprint('not what Intercom has');

/** Writes the lockfile, drops the notes of the import, and makes the plan of the same snapshot. */
export async function finish(run: ImportRun, checked: Checked, images: ImportedImages): Promise<Finished> {
  const { known, recorded, remote, target, journal } = run;
  const articles = recordedArticles(checked, remote);
  const collections = recordedCollections(run, checked);
  const { redirects: _, ...before } = recorded;
  const after: LockfileSection = {
    ...before,
    content: target.settings.content,
    articles: { ...recorded.articles, ...Object.fromEntries(articles) },
    collections: { ...recorded.collections, ...Object.fromEntries(collections) },
    images: { ...images.copies, ...recorded.images },
    ...recordedRedirects(run, checked),
  };
  await writeLockfile(known.read, withRecorded(known.read.lockfile, remote.workspace.id, after));
  await journal.finish();
  const { settings } = target;
  const desired = withoutTypes(checked.sources.desired, [after], remote.unknownTypes ?? []);
  const plan = makePlan({ desired, recorded: after, remote, settings, allowRemovals: false, otherContent: false });
  const whole = { desired, recorded: after, remote, isChosen: () => true, isWhole: true };
  return { plan: withRedirects(plan, checked.sources, whole) };
}

/** Redirects that lead to what was imported, as far as the sources name them now. */
function recordedRedirects(run: ImportRun, { sources, texts }: Checked): Pick<Recorded, 'redirects'> {
  const { recorded, remote } = run;
  const articles = new Map(texts.map(({ article }) => [article.remote.id, article.key]));
  const collections = new Map([...collectionIdsOf(run, sources)].map(([key, id]) => [id, key]));
  const named = new Set(
    (sources.desired.redirects ?? []).flatMap(({ from, target, locale }) => {
      if (target === null) return [];
      return [`${'article' in target ? target.article : target.collection} ${locale} ${from}`];
    }),
  );
  const redirects = { ...recorded.redirects };
  for (const { id, helpCentreId, address, locale, targetType, targetId } of remote.redirects ?? []) {
    const home = remote.helpCentres.find((centre) => centre.id === helpCentreId)?.url ?? '';
    const key = (targetType === 'article' ? articles : collections).get(targetId);
    const isNamed = [address, `${home}${address}`].some((from) => named.has(`${key} ${locale} ${from}`));
    if (isNamed) redirects[redirectKey(helpCentreId, address)] = { id, locale, targetType, targetId };
  }
  return Object.keys(redirects).length === 0 ? {} : { redirects };
}

/** An article that no source stands for in the end is not recorded: it would be taken for one whose file is gone. */
function recordedArticles(checked: Checked, workspace: Remote): ReadonlyMap<ContentPath, RecordedArticle> {
  const { repository, desired, texts: files } = checked.sources;
  const present = new Set(repository.sources.map((source) => source.path));
  const failed = new Set(desired.failed);
  const compiled = new Map(desired.articles.map((article) => [article.key, article]));
  const labels = labelsOf(workspace);
  const articles = new Map<ContentPath, RecordedArticle>();
  for (const text of checked.texts) {
    const { key, remote } = text.article;
    if (!failed.has(key) && !(present.has(key) && present.has(text.path))) continue;
    const isSame = checked.verdicts.get(text.path)?.is === 'same';
    const desiredPrint = isSame ? compiled.get(key)?.locales[text.locale]?.fingerprint : undefined;
    const original = text.path === key ? undefined : files.get(key)?.blob;
    const locale: RecordedLocale = {
      source: files.get(text.path)?.blob ?? text.blob,
      ...(original === undefined ? {} : { from: original }),
      desired: desiredPrint ?? notTheSame,
      ...recordedText(contentOf(remote, text.content)),
    };
    const { id, url, updatedAt } = remote;
    const locales: Record<Locale, RecordedLocale> = { ...articles.get(key)?.locales, [text.locale]: locale };
    const reach = compiled.get(key)?.reach;
    const now =
      reach === undefined ? {} : { reach: reachIn(reach, undefined, remoteReach(text.content, remote), labels) };
    articles.set(key, { id, url, updatedAt, ...now, locales });
  }
  return articles;
}

/** Collections of which Intercom has what their folder says. */
function recordedCollections(run: ImportRun, checked: Checked): ReadonlyMap<CollectionKey, RecordedCollection> {
  const ids = collectionIdsOf(run, checked.sources);
  const chosen = new Map(run.chosen.collections.map((collection) => [collection.id, collection]));
  const known = new Set(Object.values(run.recorded.collections).map(({ id }) => id));
  const found = new Map<CollectionKey, RecordedCollection>();
  for (const wanted of checked.sources.desired.collections) {
    const id = ids.get(wanted.key);
    const remote = id === undefined ? undefined : chosen.get(id);
    if (id === undefined || remote === undefined || known.has(id) || !saysTheSame(wanted, remote, run)) continue;
    const folder = wanted.folder === undefined ? {} : { folder: wanted.folder };
    const state = { remote: recordedFields(wanted, remote), ...describedFields(wanted) };
    found.set(wanted.key, { id, desired: wanted.fingerprint, ...folder, ...state });
  }
  return found;
}

function saysTheSame(wanted: DesiredCollection, remote: RemoteCollection, { target }: ImportRun): boolean {
  const theirs = collectionFields(remote, target.settings.locale, null);
  const sorted = Object.entries(wanted.translations).sort(([a], [b]) => (a < b ? -1 : 1));
  return (
    wanted.name === theirs.name &&
    wanted.description === (theirs.description ?? '') &&
    JSON.stringify(sorted) === JSON.stringify(Object.entries(theirs.translations))
  );
}
