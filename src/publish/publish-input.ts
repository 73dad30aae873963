import type { ContentPath } from '../model/article.ts';
import type { Desired } from '../model/desired.ts';
import type { Outcome } from '../model/outcome.ts';
import type { Plan } from '../model/plan.ts';
import type { Recorded } from '../model/recorded.ts';
import type { Remote } from '../model/remote.ts';
import type { WorkspaceWriter } from '../model/workspace.ts';
import type { ImageHost } from './image-host.ts';
import type { Journal } from './journal.ts';
import type { PictureCheck } from './picture-check.ts';

/** What a run needs to carry out a plan. */
export interface PublishInput {
  readonly plan: Plan;
  readonly desired: Desired;
  readonly recorded: Recorded;
  readonly remote: Remote;
  /** Path of a translation → git blob id of the text that it was made from. */
  readonly origins: ReadonlyMap<ContentPath, string>;
  readonly writer: WorkspaceWriter;
  readonly images: ImageHost;
  /** Looks at pictures before they are sent; absent: nobody does. */
  readonly pictures?: PictureCheck;
  readonly journal: Journal;
  /** How many articles are sent at once. */
  readonly concurrency: number;
  /** How many are under way at once, those included of which the answer is being read; absent: as many as are sent. */
  readonly underWay?: number;
  /** Aborted when the person asks to stop: what is under way is finished, nothing else is begun. */
  readonly signal: AbortSignal;
  /** Told what a person should know of the whole run, once. */
  readonly onNotice: (notice: string) => void;
  /** Told after each outcome. */
  readonly onOutcome: (outcome: Outcome) => void;
}
