/** A time that something may take. */
export interface Deadline {
  /** Aborted when the time is up, with a `TimeoutError`, or when the signal around is. */
  readonly signal: AbortSignal;
  /** Ends the waiting: to be called when what had to be done is done. */
  clear(): void;
}

/**
 * Sets a deadline. `AbortSignal.any` with `AbortSignal.timeout` is none: nothing holds the second but the first, loosely,
 * so Node may collect it as garbage before its time is up, and then the time never is.
 *
 * @param outer what stops the work before that
 * @param milliseconds until the time is up
 */
export function deadlineIn(outer: AbortSignal, milliseconds: number): Deadline {
  const controller = new AbortController();
  const timer = setTimeout(
    () => controller.abort(new DOMException(`It took more than ${milliseconds} ms`, 'TimeoutError')),
    milliseconds,
  );
  return { signal: AbortSignal.any([outer, controller.signal]), clear: () => clearTimeout(timer) };
}
