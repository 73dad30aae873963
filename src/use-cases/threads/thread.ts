import { Worker } from 'node:worker_threads';
import { growNoMore } from '../v8-option.ts';

/** Megabytes for what is new in a thread: V8 uses two thirds of it; see `growNoMore`. */
const maxYoungGenerationSizeMb = 12;

/** A thread that loads the compiler, or waits for something to compile. */
export interface Thread {
  readonly worker: Worker;
  /** Where it says which of the sources that were sent to it it is at, from 0. */
  readonly at: Int32Array;
  /** Why it ended; null while it runs. */
  ended(): string | null;
}

/**
 * Starts a thread. It keeps no process alive before something is sent to it.
 *
 * @param program file that serves when it is started as a thread
 */
export function startThread(program: URL): Thread {
  const buffer = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  const worker = new Worker(program, {
    workerData: { at: buffer },
    argv: [],
    stdin: false,
    resourceLimits: { maxYoungGenerationSizeMb },
  });
  worker.once('online', growNoMore);
  worker.unref();
  let ended: string | null = null;
  worker.on('error', (error) => {
    ended ??= error.message;
  });
  worker.on('exit', (code) => {
    ended ??= `exit code ${code}`;
  });
  return { worker, at: new Int32Array(buffer), ended: () => ended };
}

/** Ends threads that nobody wants anything of any more. */
export function endThreads(threads: readonly Thread[]): void {
  for (const { worker } of threads) void worker.terminate();
}
