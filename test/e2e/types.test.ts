import { execFile } from 'node:child_process';
import { copyFile, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { makeRepository } from '../kit/repository.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

const program = `import { type Plan, run, type Settings, startSandbox } from 'helpcentre';
const sandbox = await startSandbox({ dir: null });
export const url: string = sandbox.url;
export const region: Settings['region'] = 'eu';
// @ts-expect-error there is no such region
export const nowhere: Settings['region'] = 'mars';
export const keys = (plan: Plan): readonly string[] => plan.changes.map(({ key }) => key);
export const program: typeof run = run;
`;

test('the package type-checks in a project that has nothing else, declarations too', async () => {
  const compilerOptions = { target: 'es2023', module: 'nodenext', strict: true, noEmit: true, skipLibCheck: false };
  const { dir } = await makeRepository({
    'package.json': '{ "type": "module", "private": true }\n',
    'tsconfig.json': JSON.stringify({ compilerOptions: { ...compilerOptions, types: [] }, files: ['program.ts'] }),
    'program.ts': program,
  });
  const installed = path.join(dir, 'node_modules/helpcentre');
  await mkdir(path.join(installed, 'dist'), { recursive: true });
  for (const file of ['package.json', 'dist/index.d.ts']) {
    await copyFile(path.join(root, file), path.join(installed, file));
  }
  const tsc = [path.join(root, 'node_modules/typescript/bin/tsc'), '--project', dir];
  const { stdout } = await promisify(execFile)(process.execPath, tsc).catch((error: { stdout: string }) => error);
  expect(stdout).toBe('');
});
