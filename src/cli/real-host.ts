import { setTimeout as sleep } from 'node:timers/promises';
import type { Host, Sink } from '../model/host.ts';

/** How long a run may take to stop after it was asked to, before it is ended. */
const exitTimeout = 5_000;

/**
 * What asks a run to stop, with the exit code of one that is ended by it: Ctrl-C, a stop from outside, a terminal that is
 * closed, and Ctrl-Break on Windows, which knows no other stop from outside.
 */
const stops = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129, SIGBREAK: 149 } as const;

/**
 * The host of the real program.
 *
 * Ctrl-C, SIGTERM or a closed terminal asks the run to stop: what is in flight is finished and recorded. A second one ends
 * it at once; the journal is on disk then.
 *
 * @param threads the program's own file
 * @param endsByItself whether a run that was asked to stop is left to end by itself, whatever else it is told: for
 *   whoever is ended from outside in time
 */
export function realHost(
  process: NodeJS.Process,
  { threads, endsByItself = false }: { readonly threads: URL; readonly endsByItself?: boolean },
): Host {
  const stopping = new AbortController();
  const ask = (signal: keyof typeof stops): void => {
    const isAgain = stopping.signal.aborted;
    stopping.abort();
    if (endsByItself) return;
    if (isAgain) process.exit(stops[signal]);
    setTimeout(() => process.exit(1), exitTimeout).unref();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGBREAK'] as const) process.on(signal, () => ask(signal));
  // A reader that goes away (`helpcentre plan | head`) is no error, nor is a terminal that was closed.
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE' && error.code !== 'EIO') throw error;
    });
  }
  const interactive = process.stdin.isTTY === true && process.stdout.isTTY === true && !process.env.CI;
  return {
    cwd: process.cwd(),
    env: process.env,
    stdout: sink(process.stdout),
    stderr: sink(process.stderr),
    async readStdin() {
      const chunks: Buffer[] = [];
      for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
      return Buffer.concat(chunks).toString('utf8');
    },
    async confirm(question) {
      const prompts = await import('@clack/prompts');
      return (await prompts.confirm({ message: question })) === true;
    },
    interactive,
    now: () => Date.now(),
    idled: () => performance.eventLoopUtilization().idle,
    sleep: async (milliseconds, signal) => {
      await sleep(milliseconds, undefined, signal === undefined ? {} : { signal });
    },
    random: () => Math.random(),
    signal: stopping.signal,
    threads,
  };
}

function sink(stream: NodeJS.WriteStream): Sink {
  return {
    write: (text) => void stream.write(text),
    isTTY: stream.isTTY === true,
    // Some pseudo-terminals say 0.
    columns: stream.columns || 80,
  };
}
