import { isMainThread } from 'node:worker_threads';
import { runAction } from './action/run-action.ts';
import { realHost } from './cli/real-host.ts';
import { serveThread } from './cli/serve-thread.ts';
import { growNoMore, tuneAtStart } from './cli/tune-v8.ts';

if (isMainThread) {
  tuneAtStart();
  growNoMore();
  // The runner ends what does not end by itself: ten seconds after a job was cancelled.
  process.exitCode = await runAction(realHost(process, { threads: new URL(import.meta.url), endsByItself: true }));
  // A handle that something forgot to close must not keep a finished step from ending.
  setTimeout(() => process.exit(), 2_000).unref();
} else serveThread();
