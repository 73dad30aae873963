import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { runBuilt } from '../kit/built-command.ts';
import { makeRepository } from '../kit/repository.ts';
import { testBed } from '../sandbox/start.ts';

it('the built command writes another tool’s Markdown, and reads it back as the same', async () => {
  const bed = await testBed({});
  await bed.article({
    title: 'Plans',
    body: '<div class="intercom-interblocks-callout" style="background-color: #feedaf80; border-color: #fbc91633;"><p class="no-margin">Mind.</p></div>',
    state: 'published',
  });
  const repository = await makeRepository({});
  await repository.remove('helpcentre.yml');
  const env = { INTERCOM_BASE_URL: bed.sandbox.url, INTERCOM_ACCESS_TOKEN: bed.sandbox.token };
  const run = (...argv: readonly string[]) => runBuilt(argv, { cwd: repository.dir, env });
  const result = await run('import', '--yes', '--flavour', 'mkdocs');
  expect(result.code, result.stdout + result.stderr).toBe(0);
  expect(await readFile(path.join(repository.dir, 'docs/plans.md'), 'utf8')).toBe(
    '---\ntitle: Plans\n---\n\n!!! warning\n\n    Mind.\n',
  );
  expect((await run('plan', '--detailed-exitcode')).stdout).toContain('No changes; 1 unchanged');
  expect((await run('import', '--flavour', 'mkdoc')).code).toBe(64);
});
