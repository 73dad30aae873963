import type { Desired } from '../model/desired.ts';
import type { Plan } from '../model/plan.ts';
import type { Recorded } from '../model/recorded.ts';
import type { Remote } from '../model/remote.ts';

/** A plan and the three states that it was made from. */
export interface DifferencesInput {
  readonly plan: Plan;
  readonly desired: Desired;
  readonly recorded: Recorded;
  /** null: Intercom was not asked. What it has is not known then, and no text is compared. */
  readonly remote: Remote | null;
}
