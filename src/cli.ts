#!/usr/bin/env node
import { isMainThread } from 'node:worker_threads';
import { keepCompiledCode } from './cache/code.ts';
import { realHost } from './cli/real-host.ts';
import { growNoMore, tuneAtStart } from './cli/tune-v8.ts';
import { candidateFor, replayed } from './replay/replay.ts';

if (isMainThread) {
  tuneAtStart();
  const argv = process.argv.slice(2);
  const host = realHost(process, { threads: new URL(import.meta.url) });
  const candidate = await candidateFor(argv, host);
  process.exitCode = (candidate === null ? null : await replayed(candidate, host)) ?? (await carriedOut());
  // A handle that something forgot to close must not keep a finished command, or a workflow, from ending.
  setTimeout(() => process.exit(), 2_000).unref();

  // The program is loaded only where there is something to do.
  async function carriedOut(): Promise<number> {
    keepCompiledCode(process.env);
    const carryOut = async (given: typeof host): Promise<number> => {
      const { run } = await import('./cli/run.ts');
      growNoMore();
      return run(argv, given);
    };
    return candidate === null
      ? carryOut(host)
      : (await import('./replay/recorded.ts')).recorded(candidate, host, carryOut);
  }
} else (await import('./cli/serve-thread.ts')).serveThread();
