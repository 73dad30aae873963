/** A request to a forge that failed. Its message is fit to print and never holds the token. */
export class ForgeError extends Error {
  override readonly name = 'ForgeError';
  /** HTTP status; null when no answer came. */
  readonly status: number | null;

  constructor(status: number | null, message: string) {
    super(message);
    this.status = status;
  }
}
