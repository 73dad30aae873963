import type { Desired } from '../../model/desired.ts';
import type { Plan } from '../../model/plan.ts';
import type { Recorded } from '../../model/recorded.ts';
import type { Remote } from '../../model/remote.ts';
import type { Repository } from '../../model/repository.ts';
import type { Settings } from '../../model/settings.ts';

/** A plan and the three states that it was made from. */
export interface DifferencesInput {
  readonly plan: Plan;
  readonly recorded: Recorded;
  /** null: Intercom was not asked. What it has is not known then, and no text is compared. */
  readonly remote: Remote | null;
  readonly sources: {
    readonly desired: Desired;
    readonly repository: Pick<Repository, 'sources' | 'collections' | 'languages'>;
    readonly settings: Pick<Settings, 'spacing'>;
  };
}
