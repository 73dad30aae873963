import type { ImportJournal } from '../../import/journal.ts';
import type { NewFiles } from '../../import/new-files.ts';
import type { LockfileSection } from '../../model/recorded.ts';
import type { Remote } from '../../model/remote.ts';
import { UsageError } from '../../model/usage-error.ts';
import type { ReadResult } from '../../read/read-result.ts';
import type { Context } from '../context.ts';
import type { KnownLockfile } from '../lock.ts';
import type { Chosen } from './choice.ts';
import type { ImportCentres, ImportTarget } from './target.ts';

/** An import that is about to write, and what it is made from. */
export interface ImportRun {
  readonly context: Context;
  readonly target: ImportTarget;
  readonly remote: Remote;
  readonly centres: ImportCentres;
  readonly known: KnownLockfile;
  readonly recorded: LockfileSection;
  readonly present: ReadResult;
  readonly chosen: Chosen;
  readonly journal: ImportJournal;
  /** Files of the content folder. */
  readonly files: NewFiles;
}

/** Ends the run where it can be taken up again. @throws UsageError */
export function stopIfAsked({ host }: Context): void {
  if (!host.signal.aborted) return;
  throw new UsageError(
    'stopped',
    'the import was stopped',
    'What was written stays. Run it again to go on from there.',
  );
}
