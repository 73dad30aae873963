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

it.skipIf(isWindows)('a pipe in the place of .gitignore says nothing, and is not waited for', async () => {
  const configuration = 'flavour: mkdocs\nstate: published\n';
  const repository = await makeRepository({ 'helpcentre.yml': configuration, 'content/a.md': '# A\n\nText.\n' });
  execFileSync('git', ['init', '-q'], { cwd: repository.dir });
  execFileSync('mkfifo', [path.join(repository.dir, '.gitignore')]);
  expect(await runIn(repository.dir, ['check'])).toMatchObject({ code: 0 });
});
