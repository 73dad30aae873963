/** A clock that stands still until everything has been done that can be done, and then jumps to the next sleeper. */
export interface VirtualClock {
  now(): number;
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
  /** Lets time pass until the promise is settled. `busy` says whether something real is still under way. */
  until<T>(promise: Promise<T>, busy?: () => boolean): Promise<T>;
  /** Lets this much time pass. */
  pass(milliseconds: number): Promise<void>;
}

interface Sleeper {
  readonly at: number;
  readonly wake: () => void;
}

export function virtualClock(start = 1_763_700_000_000): VirtualClock {
  let time = start;
  const sleepers = new Set<Sleeper>();

  function next(): Sleeper | undefined {
    let first: Sleeper | undefined;
    for (const sleeper of sleepers) if (first === undefined || sleeper.at < first.at) first = sleeper;
    return first;
  }

  function wakeNext(): boolean {
    const first = next();
    if (first === undefined) return false;
    sleepers.delete(first);
    time = Math.max(time, first.at);
    first.wake();
    return true;
  }

  const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

  return {
    now: () => time,
    sleep: (milliseconds, signal) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason);
        const sleeper = { at: time + milliseconds, wake };
        const stop = () => {
          sleepers.delete(sleeper);
          reject(signal?.reason);
        };
        function wake() {
          signal?.removeEventListener('abort', stop);
          resolve();
        }
        sleepers.add(sleeper);
        signal?.addEventListener('abort', stop, { once: true });
      }),
    async until(promise, busy = () => false) {
      let done = false;
      const mark = () => {
        done = true;
      };
      promise.then(mark, mark);
      for (;;) {
        await settled();
        if (done) return promise;
        if (!busy() && !wakeNext()) await new Promise((resolve) => setTimeout(resolve, 1));
      }
    },
    async pass(milliseconds) {
      const end = time + milliseconds;
      for (;;) {
        await settled();
        const first = next();
        if (first === undefined || first.at > end) break;
        wakeNext();
      }
      time = end;
      await settled();
    },
  };
}
