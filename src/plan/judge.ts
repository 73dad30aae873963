import { headingLosses } from '../body/heading-losses.ts';
import { headingLossesText } from '../body/heading-losses-text.ts';
import { isReachKept, isReachRecorded } from '../body/reach.ts';
import { unsendableIn, unsendableText } from '../body/sendable.ts';
import type { Fingerprint, Locale } from '../model/article.ts';
import { isOfType } from '../model/article-type.ts';
import type { DesiredArticle } from '../model/desired.ts';
import type { Change, ChangeKind, Held, HeldWhy, LocaleStep, Reason } from '../model/plan.ts';
import type { Problem } from '../model/problem.ts';
import { problem } from '../model/problem.ts';
import { carrierRefusal, losesSpacing } from './carriers.ts';
import { type Comparison, differences, isOursAsFarAsKnown, saysTheSame } from './compare.ts';
import { decide, type RemoteState, type SourceState } from './decide.ts';
import { otherTypeHelp } from './held-help.ts';
import { isKeptSince, isUnpublishedSince, judgeRemoval } from './judge-removal.ts';
import { heldAsDouble, heldOf, type Judgement, type Policies, plainPrintOf, printOf, titleOf } from './judgement.ts';
import type { Pair } from './match.ts';
import { type ReasonedLocale, reasonsOf } from './reasons.ts';
import { areDraftsOurs } from './staged.ts';
import { startOf } from './start-of.ts';

interface LocaleView extends ReasonedLocale {
  readonly locale: Locale;
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
  if (recorded !== null && !isOfType(desired, recorded.id)) {
    return { is: 'held', held: heldOf(pair, 'other-type', otherTypeHelp(recorded.id, desired)) };
  }
  const locales = [...new Set([...Object.keys(desired.locales), ...Object.keys(recorded?.locales ?? {})])].sort();
  const views = locales.map((locale) => viewOf(locale, pair, desired, asked, policies, context));
  const held = firstHeld(views);
  if (held !== null)
    return { is: 'held', held: { ...heldOf(pair, held, takenHelp(views, desired)), ...editedIn(views) } };
  const problems = views.some((view) => view.verdict.do === 'kept') ? [keptProblem(pair, context)] : [];
  const steps = views.flatMap((view) => stepOf(view));
  if (steps.length === 0 && pair.from === null) return { is: 'unchanged', problems };
  const writes = steps.some(([, step]) => step.do === 'write' || step.do === 'withdraw');
  if (writes && Object.values(desired.locales).some((wanted) => wanted.undisplayed === true)) {
    return { is: 'held', held: heldOf(pair, 'undisplayed') };
  }
  const written = steps.flatMap(([locale, step]) => (step.do === 'write' ? [locale] : []));
  const refusal = carrierRefusal(desired, written, { remote: pair.remote, asked });
  if (refusal !== null) return { is: 'held', held: heldOf(pair, 'undisplayed', refusal) };
  if (writes && pair.remote !== null && !areDraftsOurs(recorded, pair.remote, draftIsWanted(pair, desired, context)))
    return { is: 'held', held: heldOf(pair, 'pending-draft') };
  const change: Change = {
    kind: kindOf(pair, views, writes),
    key: pair.key,
    ...(pair.from === null ? {} : { from: pair.from }),
    id: pair.remote?.id ?? recorded?.id ?? null,
    ...(desired.type === undefined ? {} : { type: desired.type }),
    title: titleOf(pair),
    reasons: reasonsOf(pair, views),
    locales: Object.fromEntries(steps),
  };
  if (pair.doubles !== undefined && (change.kind === 'create' || change.kind === 'recreate'))
    return { is: 'held', held: heldAsDouble(pair, pair.doubles) };
  return { is: 'change', change, problems: [...problems, ...lossProblems(pair, change)] };
}

/** Whether what waits in a draft is what the source says, as far as can be told. */
function draftIsWanted({ remote }: Pair, { key, locales }: DesiredArticle, context: Comparison) {
  return (locale: Locale): boolean => {
    const draft = remote?.drafts?.[locale];
    const wanted = locales[locale];
    return draft !== undefined && wanted !== undefined && saysTheSame(key, locale, wanted, draft, context);
  };
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
  const source = isTaken(pair, locale, article)
    ? 'taken'
    : sourceState(wanted?.fingerprint, known?.desired, isSaidAgain(pair, article));
  const remotePrint = pair.remote === null ? null : printOf(pair.remote, locale);
  const plainPrint = pair.remote === null ? null : plainPrintOf(pair.remote, locale);
  const reasons =
    wanted !== undefined && pair.remote !== null && source !== 'equal'
      ? differences(article, locale, wanted, pair.remote, context)
      : null;
  const isOurs =
    wanted !== undefined &&
    reasons !== null &&
    isOursAsFarAsKnown(
      { key: article.key, locale, wanted },
      reasons,
      pair.remote,
      known?.staged !== undefined,
      context,
    );
  const isKept =
    pair.remote === null || isReachKept(article.reach, pair.recorded?.reach, pair.remote, pair.remote.locales[locale]);
  const seen = { known: known?.remote, print: remotePrint, plain: plainPrint, reasons, isOurs, isKept };
  // Without Intercom a draft is one still.
  const isWithdrawn =
    source === 'gone' &&
    (asked ? isUnpublishedSince(known, pair.remote, locale, context.places) : known?.draft === true);
  const isLeft =
    source === 'gone' && policies.removed === 'keep' && isKeptSince(known, pair.remote, locale, context.places);
  const remote = !asked ? 'unasked' : isWithdrawn || isLeft ? 'agreed' : remoteState(pair, seen);
  const verdict = decide(source, remote, policies.onDrift);
  const restores = verdict.do === 'none' && known?.staged !== undefined;
  return {
    locale,
    source,
    ...(restores ? { restores } : {}),
    // A language of an article that stays is nobody's business any more; its readers keep it. One that is withdrawn
    // already, by a run that was cut off, has nothing left to be noted.
    verdict: restores
      ? { do: asked && pair.remote?.drafts?.[locale] === undefined ? 'record' : 'update' }
      : isWithdrawn || isLeft || (verdict.do === 'remove' && policies.removed === 'keep')
        ? { do: 'forget' }
        : verdict,
    reasons: reasons ?? (source === 'different' ? ['source'] : []),
    desired: wanted?.fingerprint ?? null,
    remote: remotePrint ?? (() => null),
  };
}

/** Whether somebody wrote a language of a managed article in Intercom before it had a source, and readers have it. */
function isTaken({ recorded, remote }: Pair, locale: Locale, { locales }: DesiredArticle): boolean {
  return (
    recorded !== null &&
    recorded.removed !== true &&
    locales[locale] !== undefined &&
    recorded.locales[locale] === undefined &&
    remote?.locales[locale]?.state === 'published'
  );
}

/**
 * Whether an article has to be written again though its text is equal: a source that came back has an unpublished article
 * waiting, and who Fin answers with it is no part of the text.
 */
function isSaidAgain({ recorded }: Pair, { reach }: DesiredArticle): boolean {
  return recorded !== null && (recorded.removed === true || !isReachRecorded(reach, recorded.reach));
}

function sourceState(wanted: Fingerprint | undefined, known: Fingerprint | undefined, again: boolean): SourceState {
  if (wanted === undefined) return 'gone';
  if (known === undefined) return 'new';
  return wanted === known && !again ? 'equal' : 'different';
}

interface Seen {
  readonly known: Fingerprint | undefined;
  readonly print: (() => Fingerprint | null) | null;
  /** The same as a version that gives out less would have it. */
  readonly plain: (() => Fingerprint | null) | null;
  readonly reasons: readonly Reason[] | null;
  readonly isOurs: boolean;
  /** Whether nobody set its reach otherwise. */
  readonly isKept: boolean;
}

function remoteState(pair: Pair, { known, print, plain, reasons, isOurs, isKept }: Seen): RemoteState {
  if (pair.remote === null || print === null) return pair.recorded === null ? 'absent' : 'gone';
  if (reasons !== null && reasons.length === 0) return 'agreed';
  if (known === undefined) return isOurs ? 'ours' : 'different';
  // The time of the last change is no shortcut: it counts seconds, so an edit in the second of our own write would hide.
  if (isKept && (print() === known || plain?.() === known)) return 'equal';
  return isOurs ? 'ours' : 'different';
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

/** The languages that hold an article back, where it has several. */
function editedIn(views: readonly LocaleView[]): Pick<Held, 'locales'> {
  const locales = views.flatMap(({ verdict, locale }) =>
    verdict.do === 'hold' && verdict.why !== 'gone' ? [locale] : [],
  );
  return views.length > 1 && locales.length > 0 ? { locales } : {};
}

/** How to go on where all that holds an article back are languages that readers have already. */
function takenHelp(views: readonly LocaleView[], { locales }: DesiredArticle): string | undefined {
  const holding = views.filter(({ verdict }) => verdict.do === 'hold');
  if (holding.some(({ source }) => source !== 'taken')) return undefined;
  const files = holding.map(({ locale }) => locales[locale]?.path ?? locale);
  const [is, them] = files.length === 1 ? ['is', 'the file'] : ['are', 'the files'];
  return `${files.join(', ')} ${is} new, and readers see another text in ${holding.map(({ locale }) => locale).join(', ')} already: move ${them} elsewhere and run "helpcentre pull --new", or overwrite it with --on-drift overwrite.`;
}

function kindOf(pair: Pair, views: readonly LocaleView[], writes: boolean): ChangeKind {
  if (views.some((view) => view.verdict.do === 'recreate')) return 'recreate';
  if (pair.from !== null) return 'move';
  if (pair.adopted !== null) return 'adopt';
  if (pair.recorded === null) return 'create';
  return writes ? 'update' : 'record';
}

/** What a write would take from what Intercom has now, which no comparison shows. */
function lossProblems({ desired, remote }: Pair, { locales }: Change): readonly Problem[] {
  return Object.entries(locales).flatMap(([locale, step]) => {
    const wanted = step.do === 'write' ? desired?.locales[locale] : undefined;
    if (wanted === undefined) return [];
    const { path } = wanted;
    const stored = remote?.locales[locale]?.body ?? '';
    const headings = headingLosses(stored, wanted.body);
    const addresses = unsendableIn(stored);
    return [
      ...(headings === null ? [] : [problem('heading-losses', { path, losses: headingLossesText(headings) })]),
      ...(addresses === null ? [] : [problem('address-losses', { path, losses: unsendableText(addresses) })]),
      ...(losesSpacing(wanted.body, stored) ? [problem('spacing-losses', { path })] : []),
    ];
  });
}

function keptProblem(pair: Pair, { teammates }: Comparison): Problem {
  if (pair.remote === null) return problem('deletion-kept', { path: pair.key }, startOf(pair.desired));
  const by = pair.remote.updatedById;
  const name = teammates.find((teammate) => teammate.id === by)?.name;
  const who = name === undefined ? '' : ` by ${name}`;
  return problem('drift-kept', { path: pair.key, who }, startOf(pair.desired));
}
