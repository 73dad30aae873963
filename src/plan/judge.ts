import { articleFingerprint, remoteFingerprint } from '../html/fingerprint.ts';
import type {
  Change,
  ChangeKind,
  DesiredArticle,
  Fingerprint,
  Held,
  HeldWhy,
  Locale,
  LocaleStep,
  Problem,
  Reason,
  RemoteArticle,
  Settings,
} from '../model.ts';
import { problem } from '../problem.ts';
import { type Comparison, differences, isOursAsFarAsKnown } from './compare.ts';
import { decide, type RemoteState, type SourceState, type Verdict } from './decide.ts';
import { heldHelp } from './held-help.ts';
import type { Pair } from './match.ts';

/** The policies that the table obeys. */
export type Policies = Pick<Settings, 'onDrift' | 'removed'>;

/** What one article comes to. */
export type Judgement =
  | { readonly is: 'change'; readonly change: Change; readonly problems: readonly Problem[] }
  | { readonly is: 'held'; readonly held: Held }
  | { readonly is: 'unchanged'; readonly problems: readonly Problem[] };

interface LocaleView {
  readonly locale: Locale;
  readonly source: SourceState;
  readonly verdict: Verdict;
  readonly reasons: readonly Reason[];
  readonly desired: Fingerprint | null;
  readonly remote: () => Fingerprint | null;
}

/**
 * Judges one article: looks up every locale in the decision table and puts the verdicts together. One write
 * carries all locales of an article, so one locale that is held back holds back the article.
 *
 * @param pair what the three states have of it
 * @param asked whether Intercom was asked (false: offline plan)
 */
export function judge(pair: Pair, asked: boolean, policies: Policies, context: Comparison): Judgement {
  const { desired, recorded } = pair;
  if (desired === null) return judgeRemoval(pair, asked, policies);
  const locales = [...new Set([...Object.keys(desired.locales), ...Object.keys(recorded?.locales ?? {})])].sort();
  const views = locales.map((locale) => viewOf(locale, pair, desired, asked, policies, context));
  const held = firstHeld(views);
  if (held !== null) return { is: 'held', held: heldOf(pair, held) };
  const problems = views.some((view) => view.verdict.do === 'kept') ? [keptProblem(pair, context)] : [];
  const steps = views.flatMap((view) => stepOf(view));
  if (steps.length === 0 && pair.from === null) return { is: 'unchanged', problems };
  const writes = steps.some(([, step]) => step.do === 'write' || step.do === 'withdraw');
  if (writes && Object.values(desired.locales).some((wanted) => wanted.undisplayed === true)) {
    return { is: 'held', held: heldOf(pair, 'undisplayed') };
  }
  if (writes && pair.remote?.pendingDraft === true) return { is: 'held', held: heldOf(pair, 'pending-draft') };
  const change: Change = {
    kind: kindOf(pair, views, writes),
    key: pair.key,
    ...(pair.from === null ? {} : { from: pair.from }),
    id: pair.remote?.id ?? recorded?.id ?? null,
    title: titleOf(pair),
    reasons: reasonsOf(pair, views),
    locales: Object.fromEntries(steps),
  };
  return { is: 'change', change, problems };
}

function viewOf(
  locale: Locale,
  pair: Pair,
  article: DesiredArticle,
  asked: boolean,
  policies: Policies,
  context: Comparison,
): LocaleView {
  const wanted = article.locales[locale];
  const known = pair.recorded?.locales[locale];
  const source = sourceState(wanted?.fingerprint, known?.desired, pair.recorded?.removed === true);
  const remotePrint = pair.remote === null ? null : printOf(pair.remote, locale);
  const reasons =
    wanted !== undefined && pair.remote !== null && source !== 'equal'
      ? differences(article, locale, wanted, pair.remote, context)
      : null;
  const isOurs =
    wanted !== undefined &&
    reasons !== null &&
    isOursAsFarAsKnown(reasons, wanted, pair.remote?.locales[locale], context);
  const seen = { known: known?.remote, print: remotePrint, reasons, isOurs };
  const remote = asked ? remoteState(pair, seen) : 'unasked';
  return {
    locale,
    source,
    verdict: decide(source, remote, policies.onDrift),
    reasons: reasons ?? (source === 'different' ? ['source'] : []),
    desired: wanted?.fingerprint ?? null,
    remote: remotePrint ?? (() => null),
  };
}

function sourceState(wanted: Fingerprint | undefined, known: Fingerprint | undefined, removed: boolean): SourceState {
  if (wanted === undefined) return 'gone';
  if (known === undefined) return 'new';
  // A source that came back has an unpublished article waiting: it must be written again even if equal.
  return wanted === known && !removed ? 'equal' : 'different';
}

interface Seen {
  readonly known: Fingerprint | undefined;
  readonly print: (() => Fingerprint | null) | null;
  readonly reasons: readonly Reason[] | null;
  readonly isOurs: boolean;
}

function remoteState(pair: Pair, { known, print, reasons, isOurs }: Seen): RemoteState {
  if (pair.remote === null || print === null) return pair.recorded === null ? 'absent' : 'gone';
  if (reasons !== null && reasons.length === 0) return 'agreed';
  if (known === undefined) return 'different';
  // The time of the last change is no shortcut: it counts seconds, so an edit in the second of our own write would hide.
  if (print() === known) return 'equal';
  return isOurs ? 'ours' : 'different';
}

/** Fingerprint of one locale in Intercom, worked out only when somebody asks. */
function printOf(remote: RemoteArticle, locale: Locale): () => Fingerprint | null {
  return () => articleFingerprint(remote, locale);
}

function stepOf(view: LocaleView): readonly (readonly [Locale, LocaleStep])[] {
  if (view.verdict.do === 'none' || view.verdict.do === 'kept') return [];
  const facts = { desired: view.desired, remote: view.remote() };
  switch (view.verdict.do) {
    case 'update':
    case 'overwrite':
    case 'create':
    case 'recreate':
      return [[view.locale, { do: 'write', ...facts }]];
    case 'remove':
      return [[view.locale, { do: 'withdraw', ...facts }]];
    case 'record':
      return [[view.locale, { do: 'record', ...facts }]];
    case 'forget':
      return [[view.locale, { do: 'forget', ...facts }]];
    default:
      return [];
  }
}

function firstHeld(views: readonly LocaleView[]): HeldWhy | null {
  for (const why of ['conflict', 'gone', 'drift'] as const) {
    if (views.some((view) => view.verdict.do === 'hold' && view.verdict.why === why)) return why;
  }
  return null;
}

function kindOf(pair: Pair, views: readonly LocaleView[], writes: boolean): ChangeKind {
  if (views.some((view) => view.verdict.do === 'recreate')) return 'recreate';
  if (pair.from !== null) return 'move';
  if (pair.adopted !== null) return 'adopt';
  if (pair.recorded === null) return 'create';
  return writes ? 'update' : 'record';
}

/** Where it was and is first, then what a reader notices most. */
const reasonOrder: readonly Reason[] = [
  'new',
  'path',
  'named-by-id',
  'gone-in-intercom',
  'same-in-intercom',
  'file-gone',
  'overwrite',
  'title',
  'description',
  'body',
  'source',
  'state',
  'collection',
  'author',
  'locale-added',
  'locale-removed',
];

function reasonsOf(pair: Pair, views: readonly LocaleView[]): readonly Reason[] {
  const found = new Set<Reason>();
  if (pair.from !== null) found.add('path');
  if (pair.adopted === 'named') found.add('named-by-id');
  if (pair.adopted === 'twin') found.add('same-in-intercom');
  if (pair.adopted === null && pair.recorded === null) return ['new'];
  for (const view of views) {
    if (view.verdict.do === 'none' || view.verdict.do === 'kept') continue;
    if (view.verdict.do === 'recreate') found.add('gone-in-intercom');
    else if (view.verdict.do === 'remove') found.add('locale-removed');
    else if (view.verdict.do === 'record') found.add('same-in-intercom');
    else for (const reason of view.reasons) found.add(reason);
    if (view.verdict.do === 'overwrite') found.add('overwrite');
    if (view.source === 'new' && pair.recorded !== null && view.verdict.do === 'create') found.add('locale-added');
  }
  return reasonOrder.filter((reason) => found.has(reason));
}

function judgeRemoval(pair: Pair, asked: boolean, policies: Policies): Judgement {
  const recorded = pair.recorded;
  if (recorded === null) return { is: 'unchanged', problems: [] };
  if (asked && pair.remote === null) return changeOf(pair, 'forget', ['gone-in-intercom'], 'forget');
  if (recorded.removed === true) return { is: 'unchanged', problems: [] };
  const verdict = decide('gone', asked ? removedState(pair, policies) : 'unasked', policies.onDrift);
  if (verdict.do === 'hold') return { is: 'held', held: heldOf(pair, verdict.why) };
  if (verdict.do === 'record' || policies.removed === 'keep') return changeOf(pair, 'record', ['file-gone'], 'record');
  // Unpublishing sends the text of translations along.
  if (policies.removed === 'unpublish' && Object.values(pair.remote?.locales ?? {}).some(isUndisplayed)) {
    return { is: 'held', held: heldOf(pair, 'undisplayed') };
  }
  // Unpublishing would not go live, and deleting would take the draft along.
  if (pair.remote?.pendingDraft === true) {
    return { is: 'held', held: heldOf(pair, 'pending-draft') };
  }
  return changeOf(pair, policies.removed, ['file-gone'], 'withdraw');
}

/**
 * What Intercom did with an article whose source is gone. `agreed`: it is unpublished already and else as it was,
 * as after a run that was cut off.
 */
function removedState({ remote, recorded }: Pair, policies: Policies): 'equal' | 'agreed' | 'different' {
  const states = Object.entries(recorded?.locales ?? {}).map(([locale, known]) => {
    const content = remote?.locales[locale];
    if (remote === null || content === undefined) return 'different';
    if (printOf(remote, locale)() === known.remote) return 'equal';
    const asPublished = remoteFingerprint({ ...content, state: 'published', parentId: remote.parentId });
    return content.state === 'draft' && asPublished === known.remote ? 'unpublished' : 'different';
  });
  if (states.includes('different')) return 'different';
  return states.includes('unpublished') && policies.removed === 'unpublish'
    ? 'agreed'
    : states.includes('unpublished')
      ? 'different'
      : 'equal';
}

/** Whether a text stands for more than the API gives out, by what the API puts in place of the rest. */
function isUndisplayed({ body }: { readonly body: string }): boolean {
  return /<p(?: [^<>]*)?>\s*<b>Could not display content<\/b>\s*<\/p>/i.test(body);
}

function changeOf(pair: Pair, kind: ChangeKind, reasons: readonly Reason[], step: LocaleStep['do']): Judgement {
  const locales = Object.keys(pair.recorded?.locales ?? {}).sort();
  const steps = locales.map((locale): [Locale, LocaleStep] => [
    locale,
    { do: step, desired: null, remote: pair.remote === null ? null : printOf(pair.remote, locale)() },
  ]);
  const change: Change = {
    kind,
    key: pair.key,
    id: pair.recorded?.id ?? null,
    title: titleOf(pair),
    reasons,
    locales: Object.fromEntries(steps),
  };
  return { is: 'change', change, problems: [] };
}

function titleOf(pair: Pair): string {
  const desired = pair.desired === null ? undefined : Object.values(pair.desired.locales);
  const own = desired?.find((locale) => locale.path === pair.key) ?? desired?.[0];
  const remote = pair.remote;
  return own?.title ?? (remote === null ? undefined : remote.locales[remote.defaultLocale]?.title) ?? pair.key;
}

function heldOf(pair: Pair, why: HeldWhy): Held {
  return {
    key: pair.key,
    id: pair.remote?.id ?? pair.recorded?.id ?? null,
    title: titleOf(pair),
    why,
    by: pair.remote?.updatedById ?? null,
    at: why === 'gone' ? null : (pair.remote?.updatedAt ?? null),
    help: heldHelp(why, pair.desired === null ? null : pair.key),
  };
}

function keptProblem(pair: Pair, { teammates }: Comparison): Problem {
  if (pair.remote === null) return problem('deletion-kept', { path: pair.key });
  const by = pair.remote.updatedById;
  const name = teammates.find((teammate) => teammate.id === by)?.name;
  return problem('drift-kept', { path: pair.key, who: name === undefined ? '' : ` by ${name}` });
}
