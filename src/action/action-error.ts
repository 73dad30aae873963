/** Something about the workflow that a person can put right, said in one sentence, with how. */
export class ActionError extends Error {
  override readonly name = 'ActionError';
  readonly code: string;
  /** What to do about it. */
  readonly help: string;

  constructor(code: string, message: string, help: string) {
    super(message);
    this.code = code;
    this.help = help;
  }
}
