/** `error` stops the article it names, `warning` does not. */
export type Severity = 'error' | 'warning';

/**
 * Text of an article, whose title is elsewhere unless it begins with front matter; or several texts, each below the path
 * of its file or, where it is in no file, below a few words that say where it is.
 */
export type Example = string | Readonly<Record<string, string>>;

/** What docs/reference/problems.md says of a problem. */
export interface Explanation {
  /** Why it matters: what would happen without it. */
  readonly why: string;
  /** Has the problem. */
  readonly bad: Example;
  /** Says the same, and does not have it. */
  readonly good: Example;
}

/** A code's place in the catalogue: how a finding of it is worded, and explained. */
export interface Entry<A> extends Explanation {
  readonly severity: Severity;
  /** Looked for only where the configuration's `writing` asks for it, or `problems` for this one. */
  readonly isAdvice?: true;
  readonly message: (args: A) => string;
  readonly help: (args: A) => string;
}

/** An entry for what stops an article. */
export function error<A>(message: (args: A) => string, help: (args: A) => string, explanation: Explanation): Entry<A> {
  return { severity: 'error', message, help, ...explanation };
}

/** An entry for what a person should know, and nothing more. */
export function warning<A>(
  message: (args: A) => string,
  help: (args: A) => string,
  explanation: Explanation,
): Entry<A> {
  return { severity: 'warning', message, help, ...explanation };
}

/** An entry for what could be written better: nobody is told who did not ask. */
export function advice<A>(message: (args: A) => string, help: (args: A) => string, explanation: Explanation): Entry<A> {
  return { ...warning(message, help, explanation), isAdvice: true };
}

/** The first sentence of a help where something of a similar name exists; else nothing. */
export const didYouMean = (nearest: string | null): string => (nearest === null ? '' : `Did you mean "${nearest}"? `);
