#!/usr/bin/env node
import { realHost } from './cli/real-host.ts';
import { run } from './cli/run.ts';

process.exitCode = await run(process.argv.slice(2), realHost(process));
// A handle that something forgot to close must not keep a finished command, or a workflow, from ending.
setTimeout(() => process.exit(), 2_000).unref();
