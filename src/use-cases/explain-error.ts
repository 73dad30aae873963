import { LinkedFileError } from '../disk/links.ts';
import { systemReason } from '../model/system-reason.ts';
import { UsageError } from '../model/usage-error.ts';
import { IntercomError } from '../model/workspace.ts';
import { JournalError } from '../publish/journal.ts';
import { LockfileError } from '../record/lockfile.ts';

/** An error in words that a person can do something with. */
export interface Explained {
  readonly code: string;
  readonly message: string;
  /** What to do; empty where the message says it. */
  readonly help: string;
}

/** Says what a run ended with. What a person can meet is a sentence; only our own bugs look like bugs. */
export function explainError(error: unknown): Explained {
  if (error instanceof UsageError) return { code: error.code, message: error.message, help: error.help };
  if (error instanceof IntercomError) {
    const request = error.requestId === null ? '' : ` (request ${error.requestId})`;
    return { code: error.code, message: `${error.message}${request}`, help: '' };
  }
  if (error instanceof LockfileError) {
    return {
      code: error.code,
      message: error.message,
      help: 'What was published is in the journal: fix the file and run again; nothing is published twice.',
    };
  }
  if (error instanceof LinkedFileError || error instanceof JournalError)
    return { code: error.code, message: error.message, help: error.help };
  const failure = error as NodeJS.ErrnoException;
  if (typeof failure.code === 'string' && typeof failure.syscall === 'string') {
    const where = failure.path;
    return {
      code: failure.code,
      message: where === undefined ? failure.message : `${where} cannot be used: ${systemReason(failure)}`,
      help: 'Check the path, its permissions and the space on the disk, then run again.',
    };
  }
  return {
    code: 'bug',
    message: `something unexpected happened: ${error instanceof Error ? error.message : String(error)}`,
    help: 'This is a bug. Run again with --verbose and report what it prints.',
  };
}
