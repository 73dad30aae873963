import { setTimeout as sleep } from 'node:timers/promises';
import type { Host, Sink } from '../model/host.ts';

/** How long a run may take to stop after it was asked to, before it is ended. */
const exitTimeout = 5_000;

/**
 * The host of the real program.
 *
 * Ctrl-C or SIGTERM asks the run to stop: what is in flight is finished and recorded. A second Ctrl-C ends it
 * at once; the journal is on disk then.
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
  const ask = (signal: NodeJS.Signals): void => {
    const isAgain = stopping.signal.aborted;
    stopping.abort();
    if (endsByItself) return;
    if (isAgain) process.exit(signal === 'SIGINT' ? 130 : 143);
    setTimeout(() => process.exit(1), exitTimeout).unref();
  };
  process.on('SIGINT', ask);
  process.on('SIGTERM', ask);
  // A reader that goes away (`helpcentre plan | head`) is no error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
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
