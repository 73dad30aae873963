import type { Problem } from '../model/problem.ts';
import type { ErrorData } from '../model/usage-error.ts';
import { formatDocument } from '../output/format.ts';

/** An error in a JSON document. */
interface ErrorWords {
  readonly code: string;
  readonly message: string;
  /** What to do; empty where the message says it. */
  readonly help: string;
}

/** Whether a command line asks for JSON; what stands behind `--` is a path. */
export function wantsJson(argv: readonly string[]): boolean {
  const end = argv.indexOf('--');
  return argv.slice(0, end === -1 ? undefined : end).includes('--json');
}

/**
 * What a command that was asked for JSON prints when it ends with an error: one document,
 * `{ "formatVersion", "error": { "code", "message", "help" } }`.
 *
 * @param more what else is known: the problems, the plan that nobody confirmed
 */
export function jsonError(
  { code, message, help }: ErrorWords,
  more: ErrorData & { readonly problems?: readonly Problem[] } = {},
): string {
  return formatDocument('error', { error: { code, message, help }, ...more });
}
