import type { Desired, Outcome, Plan, Recorded, Remote } from '../model/model.ts';
import type { WorkspaceWriter } from '../model/workspace.ts';
import type { ImageHost } from './image-host.ts';
import type { Journal } from './journal.ts';

/** What a run needs to carry out a plan. */
export interface PublishInput {
  readonly plan: Plan;
  readonly desired: Desired;
  readonly recorded: Recorded;
  readonly remote: Remote;
  readonly writer: WorkspaceWriter;
  readonly images: ImageHost;
  readonly journal: Journal;
  /** How many articles are under way at once. */
  readonly concurrency: number;
  /** Aborted when the person asks to stop: what is under way is finished, nothing else is begun. */
  readonly signal: AbortSignal;
  /** Told what a person should know of the whole run, once. */
  readonly onNotice: (notice: string) => void;
  /** Told after each outcome. */
  readonly onOutcome: (outcome: Outcome) => void;
}
