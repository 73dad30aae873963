import { setImmediate } from 'node:timers/promises';

/**
 * Makes turns for work that keeps the processor busy: one each time round the event loop, so that the answers which came
 * meanwhile are taken in, and the requests that wait for them sent, before the next.
 *
 * @returns resolves when a turn has come, in the order of asking
 */
export function makeTurns(): () => Promise<void> {
  let last: Promise<void> = Promise.resolve();
  return () => {
    last = last.then(() => setImmediate());
    return last;
  };
}
