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

/** Parts of the time, each of which has to be over by itself. */
const parts = 40;

/**
 * The same for what this process may have to do itself: a time in which it was at work without a pause counts as a part,
 * however long it was.
 *
 * @param outer what stops the work before that
 * @param milliseconds until the time is up, where the process has nothing else to do
 */
export function deadlineWhileFree(outer: AbortSignal, milliseconds: number): Deadline {
  const controller = new AbortController();
  let left = parts;
  const timer = setInterval(() => {
    left -= 1;
    if (left > 0) return;
    clearInterval(timer);
    controller.abort(new DOMException(`It took more than ${milliseconds} ms`, 'TimeoutError'));
  }, milliseconds / parts);
  return { signal: AbortSignal.any([outer, controller.signal]), clear: () => clearInterval(timer) };
}
