#!/usr/bin/env node
import { realHost } from './real-host.ts';
import { run } from './run.ts';

process.exitCode = await run(process.argv.slice(2), realHost(process));
