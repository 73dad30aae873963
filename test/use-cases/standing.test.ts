import { rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startSandbox } from '../../src/sandbox/index.ts';
import { makeRepository } from '../kit/repository.ts';
import { runIn } from '../kit/run-in.ts';

async function scene(content = 'content') {
  const sandbox = await startSandbox({ dir: null, rateLimit: 100_000 });
  onTestFinished(() => sandbox.close());
  const { dir } = await makeRepository({
    'helpcentre.yml': `content: ${content}\n`,
    'content/g/a.md': '---\ntitle: A\n---\n[dead](nope.md)\n',
    'content/g/b.md': '---\ntitle: B\n---\nb\n',
    'content/h/c.md': '---\ntitle: C\n---\nc\n',
  });
  const link = path.join(tmpdir(), `${path.basename(dir)}-link`);
  await symlink(dir, link);
  onTestFinished(() => rm(link));
  const env = { INTERCOM_BASE_URL: sandbox.url, INTERCOM_ACCESS_TOKEN: sandbox.token };
  const run = (stand: string, ...argv: readonly string[]) => runIn(stand, argv, { env });
  return { dir, link, run };
}

/** Where a person stands, how the file is named from there, and where the help centre is. */
const ways: readonly (readonly [string, (dir: string, link: string) => readonly [string, string, string]])[] = [
  ['from the root', (dir) => [dir, 'content/g/a.md', '.']],
  ['from the content folder', (dir) => [path.join(dir, 'content'), 'g/a.md', '..']],
  ['from its own folder', (dir) => [path.join(dir, 'content/g'), 'a.md', '../..']],
  ['from a folder beside it', (dir) => [path.join(dir, 'content/h'), '../g/a.md', '../..']],
  ['from outside', (dir) => [path.dirname(dir), `${path.basename(dir)}/content/g/a.md`, path.basename(dir)]],
  ['absolutely from the root', (dir) => [dir, path.join(dir, 'content/g/a.md'), '.']],
  ['absolutely from the content folder', (dir) => [path.join(dir, 'content'), path.join(dir, 'content/g/a.md'), '..']],
  ['absolutely from its own folder', (dir) => [path.join(dir, 'content/g'), path.join(dir, 'content/g/a.md'), dir]],
  ['absolutely through a link', (dir, link) => [dir, path.join(link, 'content/g/a.md'), '.']],
  ['absolutely from a folder that is a link', (dir, link) => [link, path.join(dir, 'content/g/a.md'), '.']],
  ['in a folder that --cwd calls by a link', (dir, link) => [path.join(dir, 'content'), 'g/a.md', link]],
  ['as a glob from the content folder', (dir) => [path.join(dir, 'content'), 'g/[a].md', '..']],
  ['as an absolute glob', (dir) => [path.join(dir, 'content'), path.join(dir, '**/a.md'), '..']],
];

describe.each(ways)('a file named %s', (_, way) => {
  it('is checked, planned, compared and pulled', async () => {
    const { dir, link, run } = await scene();
    const [stand, name, cwd] = way(dir, link);
    const checked = await run(stand, 'check', name, '--cwd', cwd);
    expect(checked.stderr).toBe('');
    expect(checked.code).toBe(1);
    expect(checked.stdout).toMatch(/g?\/?a\.md:4:/);
    const other = name.replace(/a\.md$/, 'b.md').replace('[a]', '[b]');
    const planned = await run(stand, 'plan', '--offline', other, '--cwd', cwd);
    expect(planned.stderr).not.toContain('no source');
    expect(planned.stdout).toContain('1 to create');
    expect((await run(stand, 'diff', '--offline', other, '--cwd', cwd)).stdout).toContain('b.md');
    expect((await run(stand, 'pull', other, '--cwd', cwd)).stderr).not.toMatch(/no source|there is no/);
  });
});

it('names the content folder itself from within, and all of it counts', async () => {
  const { dir, run } = await scene();
  const within = await run(path.join(dir, 'content'), 'check', '.', '--cwd', '..');
  expect([within.code, within.stderr]).toEqual([1, '']);
  const folder = await run(path.join(dir, 'content/h'), 'plan', '--offline', '.', '--cwd', '../..');
  expect(folder.stdout).toContain('1 to create');
  const above = await run(path.join(dir, 'content/g'), 'check', '..', '--cwd', '../..');
  expect([above.code, above.stderr]).toEqual([1, '']);
});

it('names a file of a repository that is its own content folder', async () => {
  const { dir, run } = await scene('.');
  const { code, stdout } = await run(dir, 'check', 'content/g/a.md');
  expect([code, stdout]).toEqual([1, expect.stringContaining('content/g/a.md:4:')]);
});
