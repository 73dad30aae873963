import { type Change, type ChangeKind, type CollectionChange, stages } from '../model/plan.ts';

/** What a change does, as a person is told: a kind of change, or that it goes where no reader sees it, or comes from there. */
export type Deed = ChangeKind | 'stage' | 'release';

/** What an article's or a collection's change is called. */
export function deedOf(change: Change | CollectionChange): Deed {
  if (!('locales' in change)) return change.kind;
  if (stages(change)) return 'stage';
  return change.reasons.includes('staged') ? 'release' : change.kind;
}
