import type { Desired, Plan, Recorded, Remote } from '../model/model.ts';

/** A plan and the three states that it was made from. */
export interface DifferencesInput {
  readonly plan: Plan;
  readonly desired: Desired;
  readonly recorded: Recorded;
  /** null: Intercom was not asked. What it has is not known then, and no text is compared. */
  readonly remote: Remote | null;
}
