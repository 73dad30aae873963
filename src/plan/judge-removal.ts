import { remoteFingerprintsOf } from '../body/fingerprint.ts';
import type { Fingerprint, Locale } from '../model/article.ts';
import { typeIn, typeOfId } from '../model/article-type.ts';
import type { Change, ChangeKind, LocaleStep, Reason } from '../model/plan.ts';
import type { RecordedText } from '../model/recorded.ts';
import type { RemoteArticle } from '../model/remote.ts';
import { decide } from './decide.ts';
import { heldOf, type Judgement, type Policies, printOf, titleOf } from './judgement.ts';
import type { Pair } from './match.ts';
import { areDraftsOurs } from './staged.ts';

/**
 * Judges an article whose source is gone.
 *
 * @param asked whether Intercom was asked (false: offline plan)
 */
export function judgeRemoval(pair: Pair, asked: boolean, policies: Policies): Judgement {
  const recorded = pair.recorded;
  if (recorded === null) return { is: 'unchanged', problems: [] };
  if (asked && pair.remote === null) return changeOf(pair, 'forget', ['gone-in-intercom'], 'forget');
  if (recorded.removed === true) return { is: 'unchanged', problems: [] };
  const type = typeOfId(recorded.id);
  const isKept = type !== 'public' && policies.removed === 'unpublish';
  const verdict = decide('gone', asked ? removedState(pair, policies) : 'unasked', policies.onDrift);
  if (verdict.do === 'hold') return { is: 'held', held: heldOf(pair, verdict.why) };
  if (isKept) return { is: 'held', held: heldOf(pair, 'no-state') };
  if (verdict.do === 'record' || policies.removed === 'keep') return changeOf(pair, 'record', ['file-gone'], 'record');
  // Unpublishing sends the text of translations along.
  if (policies.removed === 'unpublish' && Object.values(pair.remote?.locales ?? {}).some(isUndisplayed)) {
    return { is: 'held', held: heldOf(pair, 'undisplayed') };
  }
  // Unpublishing would not go live, and deleting would take the draft along.
  if (pair.remote !== null && !areDraftsOurs(recorded, pair.remote)) {
    return { is: 'held', held: heldOf(pair, 'pending-draft') };
  }
  return changeOf(pair, policies.removed, ['file-gone'], 'withdraw');
}

/**
 * What Intercom did with an article whose source is gone. `agreed`: it is unpublished already and else as it was,
 * as after a run that was cut off.
 */
function removedState({ remote, recorded }: Pair, policies: Policies): 'equal' | 'agreed' | 'different' {
  // Deleting an article takes along what people wrote in languages that never had a source.
  const others = Object.entries(remote?.locales ?? {}).filter(([locale]) => recorded?.locales[locale] === undefined);
  if (policies.removed === 'delete' && others.some(([, { state }]) => state === 'published')) return 'different';
  const states = Object.entries(recorded?.locales ?? {}).map(([locale, known]) => {
    const content = remote?.locales[locale];
    if (remote === null || content === undefined) return 'different';
    if (printOf(remote, locale)() === known.remote) return 'equal';
    return isUnpublishedSince(known, remote, locale, [remote.parentId]) ? 'unpublished' : 'different';
  });
  if (states.includes('different')) return 'different';
  return states.includes('unpublished') && policies.removed === 'unpublish'
    ? 'agreed'
    : states.includes('unpublished')
      ? 'different'
      : 'equal';
}

/**
 * Whether readers cannot see a text any more, and else it is as it was published: what we do when its source is gone.
 *
 * @param known what was published; sending it along may have taken the markup out of its headings
 * @param places collections that the article can have been in: the same write may have moved it
 */
export function isUnpublishedSince(
  known: RecordedText | undefined,
  remote: RemoteArticle | null,
  locale: Locale,
  places: readonly (string | null)[],
): boolean {
  const content = remote?.locales[locale];
  if (known === undefined || content?.state !== 'draft') return false;
  const printIn = remoteFingerprintsOf(content);
  return places.some((parentId) =>
    (['published', 'draft'] as const).some((state) => isPrintOf(known, printIn({ state, parentId }))),
  );
}

/**
 * Whether readers have a text still as it was published: where its language is left to them, only its article can have
 * moved, by the write that dropped it.
 */
export function isKeptSince(
  known: RecordedText | undefined,
  remote: RemoteArticle | null,
  locale: Locale,
  places: readonly (string | null)[],
): boolean {
  const content = remote?.locales[locale];
  if (known === undefined || content === undefined) return false;
  const printIn = remoteFingerprintsOf(content);
  return places.some((parentId) => isPrintOf(known, printIn({ state: content.state, parentId })));
}

function isPrintOf({ remote, stripped }: RecordedText, print: Fingerprint): boolean {
  return print === remote || print === stripped;
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
    ...typeIn(pair.recorded?.id ?? ''),
    title: titleOf(pair),
    reasons,
    locales: Object.fromEntries(steps),
  };
  return { is: 'change', change, problems: [] };
}
