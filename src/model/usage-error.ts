/** Something that a person can put right, said in one sentence, with how. Printed without a stack. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  /** What to do about it. */
  readonly help: string;
  /** 64: the command was used wrongly; 1: it could not be done. */
  readonly exitCode: 1 | 64;
  readonly code: string;
  /** What belongs to it, for `--json`: the plan that nobody agreed to. */
  readonly data: Readonly<Record<string, unknown>>;

  constructor(
    code: string,
    message: string,
    help: string,
    exitCode: 1 | 64 = 1,
    data: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
    this.code = code;
    this.help = help;
    this.exitCode = exitCode;
    this.data = data;
  }
}
