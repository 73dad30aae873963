/** `error` stops the article it names, `warning` does not. */
export type Severity = 'error' | 'warning';

/** A code's place in the catalogue: how a finding of it is worded. */
export interface Entry<A> {
  readonly severity: Severity;
  readonly message: (args: A) => string;
  readonly help: (args: A) => string;
}

/** An entry for what stops an article. */
export function error<A>(message: (args: A) => string, help: (args: A) => string): Entry<A> {
  return { severity: 'error', message, help };
}

/** An entry for what a person should know, and nothing more. */
export function warning<A>(message: (args: A) => string, help: (args: A) => string): Entry<A> {
  return { severity: 'warning', message, help };
}

/** The first sentence of a help where something of a similar name exists; else nothing. */
export const didYouMean = (nearest: string | null): string => (nearest === null ? '' : `Did you mean "${nearest}"? `);
