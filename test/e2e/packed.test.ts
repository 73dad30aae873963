import { execFile } from 'node:child_process';
import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { makeRepository } from '../kit/repository.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const shell = process.platform === 'win32';

test('the packed package publishes to a sandbox from an empty folder, in two commands', async () => {
  const { dir } = await makeRepository({});
  await rm(path.join(dir, 'helpcentre.yml'));
  const npm = (cwd: string, ...argv: readonly string[]) =>
    promisify(execFile)('npm', ['--offline', '--no-audit', '--no-fund', '--loglevel=error', ...argv], { cwd, shell });
  await npm(root, 'pack', '--pack-destination', dir);
  const [tarball = ''] = await readdir(dir);
  await npm(dir, 'install', '--save-dev', `./${tarball}`);
  expect(await readdir(path.join(dir, 'node_modules'))).toEqual(['.bin', '.package-lock.json', 'helpcentre']);
  const run = (...argv: readonly string[]) => npm(dir, 'exec', '--', 'helpcentre', ...argv);
  await run('init', '--yes');
  const { stdout } = await run('publish', '--sandbox', '--yes');
  expect(stdout).toContain('1 created, 1 collection written');
  expect((await run('plan', '--sandbox')).stdout).toContain('No changes');
});
