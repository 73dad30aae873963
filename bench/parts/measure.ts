import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { build } from 'esbuild';
import { browserFiles } from '../../scripts/browser-files.mjs';
import { commandBundle } from '../../scripts/command-bundle.mjs';

/** One run of a program. */
export interface Measured {
  /** Wall time, the start of the process included. */
  readonly milliseconds: number;
  /** Most memory that it held, in megabytes. */
  readonly megabytes: number;
  /** Milliseconds that all its threads kept a core busy: what else the machine does changes these least. */
  readonly busy: number;
}

/** Bundles the command as it is released into a folder. @returns its file */
export async function bundleCommand(dir: string): Promise<string> {
  const outdir = path.join(dir, 'bundle');
  await build({ ...commandBundle, plugins: [browserFiles([])], outdir, entryPoints: { cli: 'src/cli.ts' } });
  // The command reads its version from beside its folder.
  await copyFile('package.json', path.join(dir, 'package.json'));
  return path.join(outdir, 'cli.js');
}

/** Runs a program to its end, which has to be a good one. */
export async function measure(
  argv: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): Promise<Measured> {
  const usage = path.join(import.meta.dirname, 'usage.mjs');
  const from = performance.now();
  const child = spawn(process.execPath, ['--import', usage, ...argv], {
    cwd,
    env: { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', ...env },
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  });
  const [errors, most] = [textOf(child.stdio[2] as Readable), textOf(child.stdio[3] as Readable)];
  const [code] = await once(child, 'exit');
  const milliseconds = performance.now() - from;
  if (code !== 0) throw new Error(`${argv.join(' ')} ended with ${code}: ${await errors}`);
  return { milliseconds, ...usageIn(await most) };
}

/** Runs a program that serves pages until it has served the first, from the start of the process. */
export async function measureServed(argv: readonly string[], cwd: string): Promise<Measured> {
  const usage = path.join(import.meta.dirname, 'usage.mjs');
  const from = performance.now();
  const child = spawn(process.execPath, ['--import', usage, ...argv], {
    cwd,
    env: { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '' },
    stdio: ['ignore', 'pipe', 'inherit', 'pipe'],
  });
  const most = textOf(child.stdio[3] as Readable);
  const ended = once(child, 'exit');
  const [said] = await Promise.race([once(child.stdout as Readable, 'data'), ended]);
  const url = /http:\S+/.exec(String(said))?.[0];
  if (url === undefined) throw new Error(`${argv.join(' ')} did not say where it serves`);
  const answer = await fetch(url);
  await answer.text();
  const milliseconds = performance.now() - from;
  if (!answer.ok) throw new Error(`${argv.join(' ')} answered with ${answer.status}`);
  child.kill('SIGTERM');
  await ended;
  return { milliseconds, ...usageIn(await most) };
}

/** What `usage.mjs` told. */
function usageIn(text: string): Pick<Measured, 'megabytes' | 'busy'> {
  const [kilobytes = 0, busy = 0] = text.split(' ').map(Number);
  return { megabytes: kilobytes / 1024, busy };
}

async function textOf(stream: Readable): Promise<string> {
  let text = '';
  for await (const piece of stream) text += String(piece);
  return text;
}

/** The one in the middle. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** Ratio of two programs that ran in turn, so that what else the machine did fell on both: the one in the middle. */
export function ratio(ours: readonly Measured[], theirs: readonly Measured[]): number {
  return median(ours.map(({ milliseconds }, at) => milliseconds / (theirs[at]?.milliseconds ?? 1)));
}

/** Seconds of runs, the one in the middle. */
export function seconds(runs: readonly Measured[]): string {
  return `${(median(runs.map(({ milliseconds }) => milliseconds)) / 1000).toFixed(2)} s`;
}
