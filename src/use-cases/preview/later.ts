/** A task that may be asked for more often than it should run. */
export interface Later {
  /** Runs it a while after it was last asked for. */
  soon(): void;
  /** Runs it at once. */
  now(): void;
  /** Runs it no more. */
  stop(): void;
}

/**
 * Runs a task never twice at once, and once more where it was asked for meanwhile.
 *
 * @param task must not throw
 * @param pause milliseconds
 */
export function later(task: () => Promise<void>, pause: number): Later {
  let timer: NodeJS.Timeout | null = null;
  let running = false;
  let again = false;
  let isStopped = false;
  const clear = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  };
  const run = async (): Promise<void> => {
    clear();
    again = running;
    if (running || isStopped) return;
    running = true;
    await task();
    running = false;
    if (again) await run();
  };
  return {
    soon() {
      clear();
      if (!isStopped) timer = setTimeout(() => void run(), pause);
    },
    now: () => void run(),
    stop() {
      isStopped = true;
      clear();
    },
  };
}
