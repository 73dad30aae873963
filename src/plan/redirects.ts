import type { ContentPath, Locale } from '../model/article.ts';
import { desiredCentres } from '../model/centre-of.ts';
import type { Desired, DesiredArticle } from '../model/desired.ts';
import type { Change, Plan, RedirectChange } from '../model/plan.ts';
import { type Problem, problem } from '../model/problem.ts';
import type { Recorded } from '../model/recorded.ts';
import type {
  DesiredRedirect,
  RecordedRedirect,
  RedirectGoal,
  RedirectTarget,
  RemoteRedirect,
} from '../model/redirect.ts';
import { partsOfRedirectKey, redirectKey } from '../model/redirect.ts';
import type { Remote, RemoteHelpCentre } from '../model/remote.ts';
import { withDigest } from './plan.ts';
import { addressKnown, addressOf, type KnownCentres, liveAddresses } from './redirect-addresses.ts';

/** What the plan was made from. */
export interface RedirectsInput {
  readonly desired: Desired;
  readonly recorded: Recorded;
  /** null: Intercom was not asked. */
  readonly remote: Remote | null;
  /** Whether an article is in the part that was chosen. */
  readonly isChosen: (article: Pick<Change, 'key' | 'from'>) => boolean;
  /** Whether no part was chosen: what leads to a collection belongs to no article. */
  readonly isWhole: boolean;
}

/**
 * Adds to a plan what becomes of old addresses. Those that people made in Intercom and no source names are left alone.
 * One that is there with the target that a source names is recorded; one that leads elsewhere is a problem, unless we
 * made it. What we made goes when its line goes; while something stands in the way of the line, it stays.
 */
export function redirectedPlan(plan: Plan, input: RedirectsInput): Plan {
  const wanted = input.desired.redirects ?? [];
  const known = input.recorded.redirects ?? {};
  if (wanted.length === 0 && Object.keys(known).length === 0) return plan;
  const comparison = comparisonOf(plan, input);
  const judged = wanted.map((redirect) => judge(redirect, comparison));
  const claimed = new Set(judged.flatMap(({ key }) => key ?? []));
  const gone = Object.entries(known).flatMap(([key, entry]) =>
    claimed.has(key) || isKept(entry, comparison) ? [] : [leaves(key, entry, comparison)],
  );
  const changes = [...judged.flatMap(({ change }) => change ?? []), ...gone];
  const problems = judged.flatMap((one) => one.problem ?? []);
  if (changes.length + problems.length === 0) return plan;
  const { digest: _, ...rest } = plan;
  return withDigest({
    ...rest,
    ...(changes.length === 0 ? {} : { redirects: changes.sort((a, b) => (a.key < b.key ? -1 : 1)) }),
    problems: [...plan.problems, ...problems],
  });
}

/** The three states, looked up as they are needed. */
interface Comparison extends RedirectsInput {
  readonly plan: Plan;
  readonly centres: KnownCentres;
  readonly changes: ReadonlyMap<ContentPath, Change>;
  readonly articles: ReadonlyMap<ContentPath, DesiredArticle>;
  /** Addresses at which readers find what we publish, by the names that redirects from there would have. */
  readonly live: ReadonlyMap<string, ContentPath>;
  readonly theirs: ReadonlyMap<string, RemoteRedirect>;
  readonly theirsById: ReadonlyMap<string, RemoteRedirect>;
}

function comparisonOf(plan: Plan, input: RedirectsInput): Comparison {
  const { desired, remote } = input;
  const { ofArticle, ofCollection } = desiredCentres(desired, remote?.helpCentres ?? [], plan.helpCentre);
  const home = (target: RedirectTarget): RemoteHelpCentre | null =>
    'article' in target ? ofArticle(target.article) : ofCollection(target.collection);
  const all = remote?.redirects ?? [];
  const changes = new Map(plan.changes.map((change) => [change.key, change]));
  const centres: KnownCentres = { all: remote?.helpCentres ?? [], home };
  return {
    ...input,
    plan,
    centres,
    changes,
    articles: new Map(desired.articles.map((article) => [article.key, article])),
    live: remote === null ? new Map() : liveAddresses(input, remote, changes),
    theirs: new Map(all.map((one) => [redirectKey(one.helpCentreId, one.address), one])),
    theirsById: new Map(all.map((one) => [one.id, one])),
  };
}

/** What becomes of an address that a source names. */
interface Judged {
  /** Its name in the lockfile, where that can be told. */
  readonly key: string | null;
  readonly change?: RedirectChange;
  readonly problem?: Problem;
}

function judge(redirect: DesiredRedirect, comparison: Comparison): Judged {
  const { remote, recorded, live, theirs, theirsById } = comparison;
  const { from, locale, target, place } = redirect;
  const known = recorded.redirects ?? {};
  if (remote === null || target === null) {
    const key = addressKnown(from, Object.keys(known), comparison.centres);
    return target === null ? { key } : { key, ...offline(redirect, target, key, comparison) };
  }
  const found = addressOf(from, target, comparison.centres);
  if (!found.ok)
    return {
      key: addressKnown(from, Object.keys(known), comparison.centres),
      problem: problem('redirect-outside', found, place),
    };
  const { centre, address } = found;
  const key = redirectKey(centre.id, address);
  const now = live.get(key);
  if (now !== undefined) return { key, problem: problem('redirect-live', { from, key: now }, place) };
  const entry = known[key];
  const there = theirs.get(key) ?? theirsById.get(entry?.id ?? '') ?? null;
  const goal = goalOf(target, comparison);
  if (!isShown(target, locale, goal, comparison)) return { key };
  const isOurs = there !== null && there.id === entry?.id;
  const isSame =
    there !== null && goal !== null && there.targetType === goal.targetType && there.targetId === goal.targetId;
  const isSpoken = there?.locale === locale || (isOurs && entry?.locale === locale);
  if (there !== null && !isOurs && !(isSame && isSpoken)) {
    const args = { from, leadsTo: nameOf(there, comparison) };
    return { key, problem: problem('redirect-taken', args, place) };
  }
  if (!isIn(target, comparison)) return { key };
  const step = { key, address, locale, to: target };
  if (there === null) return { key, change: { kind: 'create', ...step, id: null } };
  if (!isSame || !isSpoken) return { key, change: { kind: 'replace', ...step, id: there.id } };
  return isOurs ? { key } : { key, change: { kind: 'record', ...step, id: there.id } };
}

/** What the lockfile alone tells. */
function offline(
  { from, locale }: DesiredRedirect,
  target: RedirectTarget,
  key: string | null,
  comparison: Comparison,
): Pick<Judged, 'change'> {
  const goal = goalOf(target, comparison);
  if (!isIn(target, comparison) || !isShown(target, locale, goal, comparison)) return {};
  const entry = key === null ? undefined : comparison.recorded.redirects?.[key];
  const address = key === null ? from : partsOfRedirectKey(key).address;
  const step = { key: key ?? from, address, locale, to: target };
  if (entry === undefined) return { change: { kind: 'create', ...step, id: null } };
  const isSame = goal?.targetType === entry.targetType && goal.targetId === entry.targetId && entry.locale === locale;
  return isSame ? {} : { change: { kind: 'replace', ...step, id: entry.id } };
}

/** The target as Intercom knows it; null while it does not exist there. */
function goalOf(target: RedirectTarget, { changes, recorded, remote, plan }: Comparison): RedirectGoal | null {
  if ('collection' in target) {
    const change = plan.collections.find(({ key }) => key === target.collection);
    const isNew = change?.kind === 'create' || change?.kind === 'recreate';
    const id = isNew ? null : (change?.id ?? recorded.collections[target.collection]?.id ?? null);
    return id === null ? null : { targetType: 'collection', targetId: id };
  }
  const change = changes.get(target.article);
  const isNew = change?.kind === 'create' || change?.kind === 'recreate';
  const id = isNew ? null : (change?.id ?? recorded.articles[change?.from ?? target.article]?.id ?? null);
  const isThere = remote === null || remote.articles.some((article) => article.id === id);
  return id === null || !isThere ? null : { targetType: 'article', targetId: id };
}

/** Whether readers have what an address is to lead to, or get it with this plan; else it waits until they do. */
function isShown(
  target: RedirectTarget,
  locale: Locale,
  goal: RedirectGoal | null,
  { changes, articles, plan, remote, recorded }: Comparison,
): boolean {
  if ('collection' in target)
    return goal !== null || plan.collections.some(({ key, kind }) => key === target.collection && kind !== 'record');
  const change = changes.get(target.article);
  const step = change?.locales[locale];
  if (step?.do === 'write') return articles.get(target.article)?.locales[locale]?.state === 'published';
  if (remote !== null)
    return remote.articles.find(({ id }) => id === goal?.targetId)?.locales[locale]?.state === 'published';
  const known = recorded.articles[change?.from ?? target.article]?.locales[locale];
  return known !== undefined && known.draft !== true;
}

function isIn(target: RedirectTarget, { isChosen, isWhole, changes }: Comparison): boolean {
  if ('collection' in target) return isWhole;
  return isChosen(changes.get(target.article) ?? { key: target.article });
}

/** Whether what we made stays although no line that can be read names it. */
function isKept(entry: RecordedRedirect, { desired, recorded, plan, isChosen, isWhole }: Comparison): boolean {
  // Without a single source, or with lines that cannot be read, nobody knows what is to go.
  if (desired.redirectsUnread === true || desired.articles.length === 0) return true;
  if (entry.targetType === 'collection') return !isWhole || desired.failed.length > 0;
  const key = Object.keys(recorded.articles).find((one) => recorded.articles[one]?.id === entry.targetId);
  if (key === undefined) return !isWhole;
  const change = plan.changes.find((one) => one.key === key || one.from === key);
  if (!isChosen(change ?? { key })) return true;
  // A source that does not compile, is left alone, or whose removal is held back, says nothing.
  const isGone = change !== undefined || recorded.articles[key]?.removed === true;
  return !isGone && !desired.articles.some((article) => article.key === key);
}

function leaves(key: string, entry: RecordedRedirect, { remote, theirsById }: Comparison): RedirectChange {
  const isThere = remote === null || theirsById.has(entry.id);
  const { address } = partsOfRedirectKey(key);
  return { kind: isThere ? 'remove' : 'forget', key, address, id: entry.id, locale: entry.locale, to: null };
}

/** What a redirect leads to in Intercom, as a person would call it. */
function nameOf({ targetType, targetId }: RemoteRedirect, { recorded, remote }: Comparison): string {
  if (targetType === 'collection') {
    const name = remote?.collections.find(({ id }) => id === targetId)?.name;
    return name === undefined ? `collection ${targetId}` : `the collection "${name}"`;
  }
  const key = Object.keys(recorded.articles).find((one) => recorded.articles[one]?.id === targetId);
  const theirs = remote?.articles.find(({ id }) => id === targetId);
  const title = theirs?.locales[theirs.defaultLocale]?.title;
  return key ?? (title === undefined ? `article ${targetId}` : `the article "${title}"`);
}
