#!/usr/bin/env node
import { isMainThread } from 'node:worker_threads';
import { optimiseLater } from './cli/optimise-later.ts';
import { realHost } from './cli/real-host.ts';
import { run } from './cli/run.ts';

if (isMainThread) {
  optimiseLater();
  process.exitCode = await run(process.argv.slice(2), realHost(process, { threads: new URL(import.meta.url) }));
  // A handle that something forgot to close must not keep a finished command, or a workflow, from ending.
  setTimeout(() => process.exit(), 2_000).unref();
} else (await import('./cli/serve-thread.ts')).serveThread();
