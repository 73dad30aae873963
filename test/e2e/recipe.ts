import { execFile } from 'node:child_process';
import { chmod, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { parse } from 'yaml';
import { version } from '../../src/version.ts';
import type { Origin } from '../kit/git-origin.ts';
import { runIn } from '../kit/run-in.ts';

/** The first block of YAML on a page of the docs, parsed. */
export async function recipeOf(page: string): Promise<unknown> {
  const text = await readFile(path.join(import.meta.dirname, '../../docs/guides', page), 'utf8');
  const [, block] = /^```yaml\n([\s\S]*?)^```$/m.exec(text) ?? [];
  if (block === undefined) throw new Error(`${page} has no block of YAML`);
  return parse(block);
}

/** How a script of a recipe ended. */
export interface ScriptResult {
  readonly code: number;
  /** All that it printed. */
  readonly log: string;
}

/**
 * Runs the lines of a script one after the other in one shell that stops at the first that fails, as runners do. In place
 * of `npx` is one that has the command run in this process, at the version that the page names.
 *
 * @param cwd the checkout
 */
export async function runScript(
  lines: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>>,
): Promise<ScriptResult> {
  const server = createServer((request, response) => void answer(request, response, env));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bin = path.join(path.dirname(cwd), 'bin');
  await mkdir(bin, { recursive: true });
  const npx = path.join(bin, 'npx');
  await writeFile(npx, `#!${process.execPath}\n${client((server.address() as AddressInfo).port)}`);
  await chmod(npx, 0o755);
  const whole = { ...env, PATH: `${bin}:${process.env.PATH ?? ''}`, HOME: path.dirname(cwd), GIT_CONFIG_NOSYSTEM: '1' };
  try {
    return await new Promise((resolve) => {
      const argv = ['-eo', 'pipefail', '-c', lines.join('\n')];
      execFile('bash', argv, { cwd, env: whole }, (error, stdout, stderr) => {
        const code = error === null ? 0 : typeof error.code === 'number' ? error.code : -1;
        resolve({ code, log: `${stdout}${stderr}` });
      });
    });
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

/** The program that stands in for npx: a process that loads nothing. */
const client = (port: number): string =>
  `
const asked = JSON.stringify({ cwd: process.cwd(), argv: process.argv.slice(2) });
const request = require('node:http').request({ port, host: '127.0.0.1', method: 'POST' }, async (response) => {
  let text = '';
  for await (const chunk of response) text += chunk;
  const { code, stdout, stderr } = JSON.parse(text);
  process.stdout.write(stdout);
  process.stderr.write(stderr);
  process.exitCode = code;
});
request.end(asked);
`.replace('{ port,', `{ port: ${port},`);

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  env: Readonly<Record<string, string>>,
): Promise<void> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  const { cwd, argv } = JSON.parse(text) as { readonly cwd: string; readonly argv: readonly string[] };
  const [yes, name, ...rest] = argv;
  const isPinned = yes === '--yes' && name === `helpcentre@${version}`;
  const whole = { ...env, PATH: process.env.PATH ?? '', HOME: path.dirname(cwd) };
  const wrong = { code: 99, stdout: '', stderr: `The version is not exact: ${argv.join(' ')}\n` };
  response.end(JSON.stringify(isPinned ? await runIn(cwd, rest, { env: whole, hurry: 20 }) : wrong));
}

/**
 * Somebody pushes to main while a job runs: its first push meets a branch that moved on.
 *
 * @returns ends that
 */
export async function pushedMeanwhile({ bare }: Origin): Promise<() => Promise<void>> {
  const hook = path.join(bare, 'hooks/pre-receive');
  const who =
    'GIT_AUTHOR_NAME=Wren GIT_AUTHOR_EMAIL=w@example.com GIT_COMMITTER_NAME=Wren GIT_COMMITTER_EMAIL=w@example.com';
  await mkdir(path.dirname(hook), { recursive: true });
  // Git forbids it in the surroundings of a push.
  const commit = "git update-ref refs/heads/main $(git commit-tree -p main -m Meanwhile 'main^{tree}')";
  const lines = ['#!/bin/sh', '[ ! -e moved ] || exit 0', 'touch moved'];
  const outside = `env -i PATH="$PATH" GIT_DIR=. ${who} sh -c "${commit.replaceAll('$', '\\$')}"`;
  await writeFile(hook, `${[...lines, outside, 'exit 1'].join('\n')}\n`);
  await chmod(hook, 0o755);
  return () => rm(hook);
}
