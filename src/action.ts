import { runAction } from './action/run-action.ts';
import { realHost } from './cli/real-host.ts';

// The runner ends what does not end by itself: ten seconds after a job was cancelled.
process.exitCode = await runAction(realHost(process, true));
// A handle that something forgot to close must not keep a finished step from ending.
setTimeout(() => process.exit(), 2_000).unref();
