import type { Desired } from '../model/desired.ts';
import type { Recorded } from '../model/recorded.ts';
import type { Remote } from '../model/remote.ts';
import type { Settings } from '../model/settings.ts';

/** What an earlier commit of the lockfile recorded. */
export interface PastVersion {
  readonly recorded: Recorded;
  /** Whether each version of this line came after the next. */
  readonly isMainLine: boolean;
}

/** What `withPast` looks at. */
export interface PastInput {
  readonly recorded: Recorded;
  /** Newest first. */
  readonly past: readonly PastVersion[];
  /** null for an offline plan. */
  readonly remote: Remote | null;
  readonly desired: Desired;
  readonly removed: Settings['removed'];
}
