import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { startSandbox } from '../../src/sandbox/index.ts';
import { runIn } from '../kit/run-in.ts';

it('links in headings are imported, and what a write takes from headings is said before it, by article', async () => {
  const dir = await mkdtemp(path.join(tmpdir(), 'helpcentre-test-'));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  const sandbox = await startSandbox({ dir: null });
  onTestFinished(() => sandbox.close());
  const run = (...argv: string[]) =>
    runIn(dir, argv, { env: { INTERCOM_BASE_URL: sandbox.url, INTERCOM_ACCESS_TOKEN: sandbox.token } });
  const other = await sandbox.world.createArticle({ title: 'Other', state: 'published' });
  const { id } = await sandbox.world.createArticle({ title: 'Index', state: 'published' });
  const link = (href: string, text: string): string =>
    `<a href="${href}" target="_blank" class="intercom-content-link">${text}</a>`;
  const p = (text: string): string => `<p class="no-margin">${text}</p>`;
  await sandbox.world.plantBody(
    id,
    `<h2 id="h_0123456789">${link(`https://help.example.com/en/articles/${other.id}-other`, 'Other')}</h2>${p('One.')}` +
      `<h3 id="h_1123456789"><b>${link('/gone', 'Gone')}</b> and <i>more</i> <code>x</code></h3>${p('Two.')}` +
      `<h3 id="own">Own</h3>${p('Three.')}`,
  );

  const imported = await run('import');
  expect(imported.stdout).toContain('Plan: 0 changes.');
  const losses =
    '2 headings lose their links; 1 heading loses its bold; 1 heading loses its italics; 1 heading loses its code; 3 headings move up, since none is an h1';
  expect(imported.stdout).toContain(`content/index.md\n    ${losses}`);
  const file = path.join(dir, 'content/index.md');
  const text = await readFile(file, 'utf8');
  expect(text).toContain('## [Other](./other.md)\n');
  expect(text).toContain('### **<a href="/gone" class="intercom-content-link">Gone</a>** and *more* `x`\n');
  const before = await run('plan');
  expect(before.stdout).toContain('No changes; 2 unchanged');
  expect(before.stdout + before.stderr).not.toContain('lose');

  await writeFile(file, text.replace('One.', 'One more.'));
  for (const command of ['plan', 'diff']) {
    const { stdout, stderr } = await run(command);
    expect(stdout + stderr).toContain(`index.md: this write changes it: ${losses}`);
  }
  expect((await run('publish', '--yes')).code).toBe(0);
  expect(sandbox.world.body(id)).toMatch(/^<h1 id="[^"]*">Other<\/h1>/);
  const after = await run('plan');
  expect(after.stdout).toContain('No changes; 2 unchanged');

  // What Intercom stripped is no edit of a colleague's, and stays in the file.
  await sandbox.world.editArticle(id, { body: (sandbox.world.body(id) ?? '').replace('Two.', 'Two, edited.') });
  expect(await run('pull', '--no-color')).toMatchObject({ code: 0 });
  expect(await readFile(file, 'utf8')).toBe(text.replace('One.', 'One more.').replace('Two.', 'Two, edited.'));
  await writeFile(file, text.replace('Three.', 'Three more.'));
  const again = await run('plan');
  expect(again.stdout + again.stderr).not.toContain('this write changes it');
});
