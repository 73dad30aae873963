import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { publishedInGit } from '../kit/published-in-git.ts';
import { runIn } from '../kit/run-in.ts';

it('what Fin may do with an article, its audiences and its tags come back with an import', async () => {
  const text =
    '---\ntitle: Refunds\nfin:\n  copilot: false\naudiences:\n  - Enterprise\ntags:\n  - billing\n---\n\nText.\n';
  const { repository, sandbox, env, run } = await publishedInGit({ 'content/billing/plain.md': '# Plain\n\nText.\n' });
  await sandbox.world.addAudience(7, 'Enterprise');
  await repository.write({
    'helpcentre.yml': 'state: published\nmaxRemovals: 100%\ncreateTags: true\n',
    'content/billing/refunds.md': text,
  });
  expect((await run('publish', '--yes')).code).toBe(0);
  const empty = await mkdtemp(path.join(tmpdir(), 'helpcentre-import-reach-'));
  onTestFinished(() => rm(empty, { recursive: true, force: true }));
  const imported = await runIn(empty, ['import', '--yes'], { env });
  expect(imported.code, imported.stdout + imported.stderr).toBe(0);
  expect(imported.stdout).toContain('0 changes');
  expect(await readFile(path.join(empty, 'content/billing/refunds.md'), 'utf8')).toBe(text);
  const planned = await runIn(empty, ['plan'], { env });
  expect(planned.stdout).toContain('No changes');
});
