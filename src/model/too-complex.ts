/** A text is nested deeper, or marked up more densely, than can be read in time proportional to its size. */
export class TooComplex extends Error {
  override readonly name = 'TooComplex';
  /** Line where it is too much, from 1. */
  readonly line: number;

  /** @param what is too much, as the subject of a sentence */
  constructor(line: number, what: string) {
    super(what);
    this.line = line;
  }
}
