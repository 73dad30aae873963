import type { Plan } from './plan.ts';

/** What belongs to an error, for `--json`. */
export interface ErrorData {
  /** The plan that nobody agreed to. */
  readonly plan?: Plan;
  /** Where a plan is not the one that was seen. */
  readonly differences?: readonly { readonly key: string; readonly before: string; readonly after: string }[];
}

/** Something that a person can put right, said in one sentence, with how. Printed without a stack. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  /** What to do about it. */
  readonly help: string;
  /** 64: the command was used wrongly; 1: it could not be done. */
  readonly exitCode: 1 | 64;
  readonly code: string;
  readonly data: ErrorData;

  constructor(code: string, message: string, help: string, exitCode: 1 | 64 = 1, data: ErrorData = {}) {
    super(message);
    this.code = code;
    this.help = help;
    this.exitCode = exitCode;
    this.data = data;
  }
}
