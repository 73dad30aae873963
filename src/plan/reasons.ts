import type { Reason } from '../model/plan.ts';
import type { SourceState, Verdict } from './decide.ts';
import type { Pair } from './match.ts';

/** What was decided for a locale, and what differs in it. */
export interface ReasonedLocale {
  readonly source: SourceState;
  readonly verdict: Verdict;
  readonly reasons: readonly Reason[];
  /** Present where the source is what readers have, and another text is staged. */
  readonly restores?: true;
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
  'translation-stale',
  'collection',
  'author',
  'owner',
  'fin',
  'audiences',
  'tags',
  'locale-added',
  'locale-removed',
  'staged',
  'unstaged',
  'schedule',
];

/** Why an article is written, as a plan says it. */
export function reasonsOf(pair: Pair, views: readonly ReasonedLocale[]): readonly Reason[] {
  const found = new Set<Reason>();
  if (pair.from !== null) found.add('path');
  if (pair.adopted === 'named') found.add('named-by-id');
  if (pair.adopted === 'twin') found.add('same-in-intercom');
  if (pair.adopted === null && pair.recorded === null) return ['new'];
  for (const view of views) {
    if (view.verdict.do === 'none' || view.verdict.do === 'kept') continue;
    if (view.verdict.do === 'recreate') found.add('gone-in-intercom');
    else if (view.source === 'gone' && ['remove', 'forget'].includes(view.verdict.do)) found.add('locale-removed');
    else if (view.restores === true) found.add('unstaged');
    else if (view.verdict.do === 'record') found.add('same-in-intercom');
    else for (const reason of view.reasons) found.add(reason);
    if (view.verdict.do === 'overwrite') found.add('overwrite');
    if (view.source === 'new' && pair.recorded !== null && view.verdict.do === 'create') found.add('locale-added');
  }
  return reasonOrder.filter((reason) => found.has(reason));
}
