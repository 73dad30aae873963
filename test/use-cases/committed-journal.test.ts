import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { git } from '../kit/git-origin.ts';
import { publishedInGit } from '../kit/published-in-git.ts';

it('a journal that came with the checkout is believed by no run', async () => {
  const made = await publishedInGit({ 'content/a.md': '---\ntitle: A\n---\n\nText.\n' });
  const { dir } = made.repository;
  const forged = path.join(dir, '.helpcentre/journal');
  await mkdir(path.dirname(forged), { recursive: true });
  const [id] = Object.values(await made.entries());
  const line = {
    done: { of: 'article', key: 'b.md', entry: { id, url: null, updatedAt: 1, locales: {} }, images: {} },
  };
  const text = `${JSON.stringify({ workspace: 'abc' })}\n${JSON.stringify(line)}\n`;
  await writeFile(forged, text);
  // Left by a run on this machine it is asked no such thing.
  expect((await made.run('plan')).stderr).not.toContain('was committed');
  await writeFile(forged, text);
  await git(dir, 'add', '--force', '.helpcentre/journal');
  await git(dir, 'commit', '--quiet', '--message', 'Harmless');
  for (const command of [['plan'], ['publish', '--yes'], ['pull']]) {
    const { code, stderr } = await made.run(...command);
    expect(code).toBe(1);
    expect(stderr).toContain('.helpcentre/journal was committed, and what it says was done here need not be true');
    expect(stderr).toContain('git rm --force ":/.helpcentre/journal"');
  }
});

it.each([
  ['probe.json', ['probe', '--yes']],
  ['import/journal', ['import', '--yes']],
])('notes that came with the checkout take nothing away and write over nothing: %s', async (name, command) => {
  const made = await publishedInGit({ 'content/a.md': '---\ntitle: A\n---\n\nText.\n' });
  const { dir } = made.repository;
  const forged = path.join(dir, '.helpcentre', name);
  await mkdir(path.dirname(forged), { recursive: true });
  const lockfile: unknown = JSON.parse(await readFile(path.join(dir, 'helpcentre.lock.json'), 'utf8'));
  const [workspace = ''] = Object.keys((lockfile as { readonly workspaces: object }).workspaces);
  const [id = ''] = Object.values(await made.entries());
  await writeFile(forged, JSON.stringify({ [workspace]: [{ kind: 'article', name: 'A', since: 1, id }] }));
  await git(dir, 'add', '--force', `.helpcentre/${name}`);
  await git(dir, 'commit', '--quiet', '--message', 'Harmless');
  const { code, stderr } = await made.run(...command);
  expect(stderr).toContain(`.helpcentre/${name} was committed`);
  expect(code).toBe(1);
  expect(made.sandbox.world.articles().map((one) => one.id)).toContain(id);
});

it('a journal whose name git has in another case is believed by no run: there are disks that tell none apart', async () => {
  const made = await publishedInGit({ 'content/a.md': '---\ntitle: A\n---\n\nText.\n' });
  const { dir } = made.repository;
  const [id] = Object.values(await made.entries());
  const entry = { id, url: null, updatedAt: 1, locales: {} };
  const line = { done: { of: 'article', key: 'b.md', entry, images: {} } };
  await mkdir(path.join(dir, '.helpcentre'), { recursive: true });
  await writeFile(
    path.join(dir, '.helpcentre/journal'),
    `${JSON.stringify({ workspace: 'abc' })}\n${JSON.stringify(line)}\n`,
  );
  const blob = (await git(dir, 'hash-object', '-w', '.helpcentre/journal')).trim();
  await git(dir, 'update-index', '--add', '--cacheinfo', `100644,${blob},.HelpCentre/Journal`);
  await git(dir, 'commit', '--quiet', '--message', 'Harmless');
  const { code, stderr } = await made.run('publish', '--yes');
  expect([code, stderr]).toEqual([1, expect.stringContaining('git rm --force ":/.HelpCentre/Journal"')]);
});
