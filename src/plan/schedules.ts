import type { Desired, DesiredArticle } from '../model/desired.ts';
import { type Change, type Plan, type ScheduleChange, stages } from '../model/plan.ts';
import type { Recorded, RecordedArticle } from '../model/recorded.ts';
import type { Remote, RemoteArticle } from '../model/remote.ts';
import { withDigest } from './plan.ts';

/** What the plan was made from. */
export interface SchedulesInput {
  readonly desired: Desired;
  readonly recorded: Recorded;
  /** null: Intercom was not asked. */
  readonly remote: Remote | null;
  /** Whether an article is in the part that was chosen. */
  readonly isChosen: (article: Pick<Change, 'key' | 'from'>) => boolean;
}

const times = ['publishAt', 'unpublishAt'] as const;

/**
 * Adds to a plan what Intercom's schedule has to learn: times that sources ask for, and those that they ask for no more.
 * A time that a person set in Intercom, and no source, is left alone.
 */
export function scheduledPlan(plan: Plan, input: SchedulesInput): Plan {
  const { desired, recorded, remote, isChosen } = input;
  const isTimed = (key: string, article: DesiredArticle): boolean =>
    article.publishAt !== undefined ||
    article.unpublishAt !== undefined ||
    recorded.articles[key]?.scheduled !== undefined;
  const changes = new Map(plan.changes.map((change) => [change.key, change]));
  const busy = new Set([...plan.held.map(({ key }) => key), ...plan.leftOut, ...plan.notCompiled]);
  const remoteById = new Map(remote?.articles.map((article) => [article.id, article]));
  const added = desired.articles.flatMap((article): Change[] => {
    const change = changes.get(article.key);
    const at = change?.from ?? article.key;
    if (busy.has(article.key) || !isTimed(at, article) || !isChosen(change ?? article)) return [];
    const entry = Object.hasOwn(recorded.articles, at) ? (recorded.articles[at] ?? null) : null;
    const there = remoteById.get(change?.id ?? entry?.id ?? '') ?? null;
    const schedule = scheduleChange(wantedTimes(article, change, entry, there), entry, there);
    if (schedule === null || (change === undefined && entry === null)) return [];
    const title = article.locales[desired.locale]?.title ?? article.key;
    const { kind, reasons, ...rest } = change ?? {
      ...({ kind: 'update', reasons: [] } as const),
      ...{ key: article.key, id: entry?.id ?? null, title, locales: {} },
    };
    return [{ kind, ...rest, reasons: [...reasons, 'schedule'], schedule }];
  });
  if (added.length === 0) return plan;
  const { digest: _, ...undigested } = plan;
  const all = new Map([...changes, ...added.map((change) => [change.key, change] as const)]);
  return withDigest({
    ...undigested,
    changes: [...all.values()].sort((a, b) => (a.key < b.key ? -1 : 1)),
    unchanged: plan.unchanged - (all.size - changes.size),
  });
}

/** The times that Intercom is to have: one at most, and that of publishing only while something waits for it. */
function wantedTimes(
  { publishAt, unpublishAt, locales }: DesiredArticle,
  change: Change | undefined,
  entry: RecordedArticle | null,
  there: RemoteArticle | null,
): Readonly<Record<(typeof times)[number], number | null>> {
  const waits =
    (change !== undefined && stages(change)) ||
    Object.entries(entry?.locales ?? {}).some(
      ([locale, { staged }]) => staged !== undefined && change?.locales[locale] === undefined,
    );
  // What readers have leaves at its time, also while a change of it waits.
  const isOut =
    (waits && hasReaders(entry, there)) ||
    (!waits && Object.values(locales).some(({ state }) => state === 'published'));
  return {
    publishAt: publishAt !== undefined && waits ? publishAt : null,
    unpublishAt: unpublishAt !== undefined && publishAt === undefined && isOut ? unpublishAt : null,
  };
}

/** @param there null: what Intercom has is not known, and the lockfile is trusted for it */
function hasReaders(entry: RecordedArticle | null, there: RemoteArticle | null): boolean {
  return there === null
    ? Object.values(entry?.locales ?? {}).some(({ draft }) => draft !== true)
    : Object.values(there.locales).some(({ state }) => state === 'published');
}

/** @param there null: what Intercom has is not known, and the lockfile is trusted for it */
function scheduleChange(
  wanted: ReturnType<typeof wantedTimes>,
  entry: RecordedArticle | null,
  there: RemoteArticle | null,
): ScheduleChange | null {
  const known = entry?.scheduled ?? {};
  const set = times.flatMap((time): [string, number | null][] => {
    const now = there === null ? known[time] : there.schedule?.[time];
    const want = wanted[time] ?? undefined;
    if (want === undefined) return known[time] === undefined ? [] : [[time, null]];
    return now === want && known[time] === want ? [] : [[time, want]];
  });
  return set.length === 0 ? null : (Object.fromEntries(set) as ScheduleChange);
}
