import { isKeptStaged } from '../body/staged-print.ts';
import type { ContentPath, Locale } from '../model/article.ts';
import type { Desired, DesiredArticle } from '../model/desired.ts';
import type { Change, Held, LocaleStep, Plan, PlanMode } from '../model/plan.ts';
import type { Recorded, RecordedArticle } from '../model/recorded.ts';
import type { Remote, RemoteArticle } from '../model/remote.ts';
import { heldHelp } from './held-help.ts';
import { neededCollections } from './needed-collections.ts';
import { withDigest } from './plan.ts';

/** What the plan was made from. */
export interface StagingInput {
  readonly desired: Desired;
  readonly recorded: Recorded;
  /** null: Intercom was not asked. */
  readonly remote: Remote | null;
  /** Absent: what the sources mark is staged, and everything else published. */
  readonly mode?: PlanMode | undefined;
  /** Whether Intercom keeps drafts of what is published; else a change of that waits here until its time. */
  readonly canDraft: boolean;
}

/** What becomes of a change: it is another one, it is done already, it is held back, or it is for another time. */
type Fate =
  | { readonly is: 'change'; readonly change: Change }
  | { readonly is: 'done' }
  | { readonly is: 'held'; readonly held: Held }
  | { readonly is: 'later' };

/**
 * Turns a plan that publishes into one that stages, or releases.
 *
 * Staging puts what is written where no reader sees it: into the draft of a published text, and new texts as drafts.
 * What cannot wait like that (removals, names of collections) is for another run, and counted. Releasing takes the
 * changes whose texts are staged exactly as their sources say them, and nothing else. Without a mode only articles whose
 * sources ask for it are staged.
 */
export function stagedPlan(plan: Plan, input: StagingInput): Plan {
  const { mode, desired, recorded, remote, canDraft } = input;
  const articles = new Map(desired.articles.map((article) => [article.key, article]));
  const remoteById = new Map(remote?.articles.map((article) => [article.id, article]));
  const fates = plan.changes.map((change): Fate => {
    const article = articles.get(change.key) ?? null;
    const sides: Sides = {
      change,
      article,
      entry: entryOf(change, recorded),
      remote: remoteById.get(change.id ?? '') ?? null,
    };
    if (mode === 'release') return released(sides);
    // What no help centre has waits nowhere: it has no draft.
    if (mode === 'stage' && change.type !== undefined) return { is: 'later' };
    const waits = article?.stage === true || article?.publishAt !== undefined;
    if (mode === 'stage' || waits) return staged(sides, mode, canDraft);
    return { is: 'change', change: withReason(sides) };
  });
  const changes = fates.flatMap((fate) => (fate.is === 'change' ? [fate.change] : []));
  const held = [...plan.held, ...fates.flatMap((fate) => (fate.is === 'held' ? [fate.held] : []))];
  const { digest: _, ...rest } = plan;
  const needed = neededCollections(changes, desired);
  const collections =
    mode === undefined
      ? plan.collections
      : plan.collections.filter(({ key, kind }) => needed.has(key) && kind !== 'update');
  const later = fates.filter(({ is }) => is === 'later').length + plan.collections.length - collections.length;
  return withDigest({
    ...rest,
    ...(mode === undefined ? {} : { mode }),
    ...(mode === undefined && later === 0 ? {} : { elsewhere: (plan.elsewhere ?? 0) + later }),
    changes,
    held: [...held].sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)),
    collections,
    unchanged: plan.unchanged + fates.filter(({ is }) => is === 'done').length,
  });
}

/** A change, and what the three states have of its article. */
interface Sides {
  readonly change: Change;
  readonly article: DesiredArticle | null;
  readonly entry: RecordedArticle | null;
  readonly remote: RemoteArticle | null;
}

function entryOf({ key, from, kind }: Change, { articles }: Recorded): RecordedArticle | null {
  const at: ContentPath = from ?? key;
  return kind === 'recreate' || !Object.hasOwn(articles, at) ? null : (articles[at] ?? null);
}

/** Whether what is staged of a locale is what its source says, and Intercom keeps it. */
function isExact({ article, entry, remote }: Sides, locale: Locale): boolean {
  const known = entry?.locales[locale];
  const wanted = article?.locales[locale]?.fingerprint;
  return known?.staged !== undefined && known.staged.desired === wanted && isKeptStaged(known, remote, locale);
}

function isTakeAway({ kind }: Change): boolean {
  return kind === 'unpublish' || kind === 'delete';
}

function writesOf({ locales }: Change): readonly Locale[] {
  return Object.entries(locales).flatMap(([locale, step]) => (step.do === 'write' ? [locale] : []));
}

/** Says of what goes live as it was staged that it does. */
function withReason(sides: Sides): Change {
  const { change } = sides;
  const writes = writesOf(change);
  const isStaged = writes.length > 0 && writes.every((locale) => isExact(sides, locale));
  return isStaged ? { ...change, reasons: [...change.reasons, 'staged'] } : change;
}

function released(sides: Sides): Fate {
  const { change, article, entry, remote } = sides;
  // It has a time of its own.
  if (article?.publishAt !== undefined) return { is: 'later' };
  const hasStaged = Object.values(entry?.locales ?? {}).some((known) => known.staged !== undefined);
  const isNote = Object.values(change.locales).every((step) => step.do === 'record' || step.do === 'forget');
  if (isTakeAway(change) || (!hasStaged && !isNote)) return { is: 'later' };
  const others = writesOf(change).filter((locale) => !isExact(sides, locale));
  if (others.length > 0) {
    const held: Held = {
      ...{ key: change.key, id: change.id, title: change.title, why: 'staged-otherwise' },
      ...{ by: remote?.updatedById ?? null, at: remote?.updatedAt ?? null },
      ...(Object.keys(change.locales).length > 1 ? { locales: others } : {}),
      help: heldHelp('staged-otherwise'),
    };
    return { is: 'held', held };
  }
  return withSteps(withReason(sides), (_, step) => (step.do === 'withdraw' ? null : step));
}

function staged(sides: Sides, mode: PlanMode | undefined, canDraft: boolean): Fate {
  const { change, article } = sides;
  if (isTakeAway(change)) return mode === 'stage' ? { is: 'later' } : { is: 'change', change };
  let isDone = false;
  const fate = withSteps(change, (locale, step) => {
    if (step.do === 'withdraw') return mode === 'stage' ? null : step;
    const wanted = article?.locales[locale];
    if (step.do !== 'write' || wanted === undefined || isOutOfSight(sides, locale)) return step;
    if (isExact(sides, locale)) {
      isDone = true;
      return null;
    }
    return canDraft || !isShown(sides, locale) ? { ...step, do: 'stage' } : null;
  });
  return fate.is === 'later' && isDone ? { is: 'done' } : fate;
}

/** Whether readers see nothing of a write as it is: a draft stays a draft, or they have the text already. */
function isOutOfSight(sides: Sides, locale: Locale): boolean {
  const { article, entry } = sides;
  const wanted = article?.locales[locale];
  const known = entry?.locales[locale];
  if (known?.staged !== undefined && known.desired === wanted?.fingerprint) return true;
  return wanted?.state === 'draft' && !isShown(sides, locale);
}

/** Whether readers have a text in a language. */
function isShown({ entry, remote }: Sides, locale: Locale): boolean {
  const known = entry?.locales[locale];
  return remote === null ? known !== undefined && known.draft !== true : remote.locales[locale]?.state === 'published';
}

/** The change with other steps; for another time where none is left. */
function withSteps(change: Change, become: (locale: Locale, step: LocaleStep) => LocaleStep | null): Fate {
  const locales = Object.entries(change.locales).flatMap(([locale, step]): [Locale, LocaleStep][] => {
    const then = become(locale, step);
    return then === null ? [] : [[locale, then]];
  });
  if (locales.length === 0 && change.from === undefined) return { is: 'later' };
  const isLeft = !locales.some(([, step]) => step.do === 'withdraw' || step.do === 'forget');
  const reasons = change.reasons.filter((reason) => reason !== 'locale-removed' || !isLeft);
  return { is: 'change', change: { ...change, reasons, locales: Object.fromEntries(locales) } };
}
