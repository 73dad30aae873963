import { execFile, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { demandDocument } from './check-document.ts';
import type { RunResult } from './run-in.ts';
import { bareEnvironment } from './system.ts';

/** The built command; `npm test` builds it first. */
export const builtCommand = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

/** Runs the built command as a shell would, in a pipe. */
export function runBuilt(
  argv: readonly string[],
  options: { readonly cwd: string; readonly env?: Readonly<Record<string, string>>; readonly stdin?: string },
): Promise<RunResult> {
  const env = { ...bareEnvironment(), ...options.env };
  return new Promise((resolve, reject) => {
    const argvOfNode = [builtCommand, ...argv];
    const child = execFile(process.execPath, argvOfNode, { cwd: options.cwd, env }, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : -1;
      try {
        if (code >= 0) demandDocument(options.cwd, argv, stdout);
        resolve({ code, stdout, stderr });
      } catch (wrong) {
        reject(wrong);
      }
    });
    if (options.stdin !== undefined) child.stdin?.end(options.stdin);
  });
}

/** Starts the built command and leaves it running. */
export function startBuilt(
  argv: readonly string[],
  options: { readonly cwd: string; readonly env?: Readonly<Record<string, string>> },
) {
  const env = { ...bareEnvironment(), ...options.env };
  return spawn(process.execPath, [builtCommand, ...argv], { cwd: options.cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
}
