import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { expect, it } from 'vitest';
import { makeRepository } from '../kit/repository.ts';
import { runIn } from '../kit/run-in.ts';
import { isWindows } from '../kit/system.ts';

it.skipIf(isWindows)('a pipe in the place of helpcentre.yml is refused, not waited for', async () => {
  const repository = await makeRepository({ 'content/a.md': '# A\n\nText.\n' });
  await repository.remove('helpcentre.yml');
  execFileSync('mkfifo', [path.join(repository.dir, 'helpcentre.yml')]);
  const { code, stdout, stderr } = await runIn(repository.dir, ['check']);
  expect(code).toBe(1);
  expect(stdout + stderr).toContain('helpcentre.yml cannot be read: it is not a file (unreadable)');
});
