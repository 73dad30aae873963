import { UsageError } from '../../model/usage-error.ts';
import { IntercomError } from '../../model/workspace.ts';
import type { Look } from '../../report/looks-text.ts';
import { ProblemsError } from '../connect.ts';

/** A look that found everything in order. */
export function ok(name: string, message: string): Look {
  return { name, state: 'ok', message, help: null };
}

/** A look that found something to know about, which keeps nothing from working. */
export function warned(name: string, message: string, help: string): Look {
  return { name, state: 'warning', message, help };
}

/** A look that found what keeps publishing from working. */
export function wrong(name: string, message: string, help: string | null): Look {
  return { name, state: 'error', message, help };
}

/**
 * A look that ended with an error of the outside world, in its own words.
 *
 * @param help what to do, where the error does not say
 * @throws the error itself when it is a bug of ours
 */
export function failed(name: string, error: unknown, help: string | null = null): Look {
  if (error instanceof UsageError) return wrong(name, error.message, error.help || help);
  if (error instanceof IntercomError) return wrong(name, error.message, help);
  if (error instanceof ProblemsError) {
    const [first] = error.problems;
    return wrong(name, first?.message ?? error.message, first?.help ?? help);
  }
  throw error;
}
