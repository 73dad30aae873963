import { link, mkdir, mkdtemp, readdir, readFile, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { makeRepository, type TestRepository } from '../kit/repository.ts';
import { runIn } from '../kit/run-in.ts';
import { isWindows } from '../kit/system.ts';

const article = {
  'content/guides/a.md': '---\ntitle: A\n---\n\nText.\n',
  'content/guides/_collection.yml': 'name: G\n',
};
const secret = 'alias ll="ls -l" # secret';

/** A folder of the person's own, outside of the repository, with a file that nobody may read or write. */
async function outside() {
  const dir = await realpath(await mkdtemp(path.join(tmpdir(), 'helpcentre-outside-')));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  const file = path.join(dir, '.bashrc');
  await writeFile(file, secret);
  return { dir, file };
}

type Outside = Awaited<ReturnType<typeof outside>>;

async function put(target: string, repository: TestRepository, at: string): Promise<void> {
  const place = path.join(repository.dir, at);
  await mkdir(path.dirname(place), { recursive: true });
  await symlink(target, place);
}

/** Where a stranger's branch puts a link, what it leads to, and the command that meets it. */
const vectors: readonly [string, (out: Outside) => string, readonly string[]][] = [
  ['.helpcentre', ({ dir }) => dir, ['publish', '--sandbox', '--yes']],
  ['.helpcentre', ({ dir }) => dir, ['plan', '--offline']],
  ['.helpcentre/sandbox', ({ dir }) => dir, ['publish', '--sandbox', '--yes']],
  ['.helpcentre/journal', ({ file }) => file, ['plan', '--offline']],
  ['.helpcentre/journal', ({ dir }) => path.join(dir, 'new'), ['plan', '--offline']],
  ['.helpcentre/sandbox/journal', ({ file }) => file, ['publish', '--sandbox', '--yes']],
  ['.helpcentre/sandbox/journal', ({ dir }) => path.join(dir, 'new'), ['publish', '--sandbox', '--yes']],
  ['.helpcentre/sandbox/lock', ({ file }) => file, ['publish', '--sandbox', '--yes']],
  ['.helpcentre/sandbox/state.json', ({ file }) => file, ['publish', '--sandbox', '--yes']],
  ['.helpcentre/sandbox/changes.jsonl', ({ dir }) => path.join(dir, 'new'), ['publish', '--sandbox', '--yes']],
  ['.helpcentre/sandbox/images', ({ dir }) => dir, ['publish', '--sandbox', '--yes']],
  ['.helpcentre/sandbox/sandbox.lock', ({ file }) => file, ['publish', '--sandbox', '--yes']],
  ['.helpcentre/sandbox/helpcentre.lock.json', ({ file }) => file, ['publish', '--sandbox', '--yes']],
  ['.helpcentre/sandbox/helpcentre.lock.json', ({ dir }) => path.join(dir, 'x'), ['publish', '--sandbox', '--yes']],
  ['.helpcentre/sandbox/import', ({ dir }) => dir, ['import', '--sandbox', '--yes']],
  ['.helpcentre/sandbox/import/journal', ({ file }) => file, ['import', '--sandbox', '--yes']],
  ['.helpcentre/tmp', ({ dir }) => dir, ['plan', '--offline', '--out', 'plan.json']],
  ['helpcentre.lock.json', ({ file }) => file, ['plan', '--offline']],
  ['helpcentre.lock.json', ({ dir }) => path.join(dir, 'new'), ['plan', '--offline']],
  ['plan.json', ({ file }) => file, ['plan', '--offline', '--out', 'plan.json']],
  ['out', ({ dir }) => dir, ['plan', '--offline', '--out', 'out/plan.json']],
  ['plan.json', ({ file }) => file, ['publish', '--sandbox', '--plan', 'plan.json']],
  ['site', ({ dir }) => dir, ['preview', '--offline', '--build', 'site']],
  ['out', ({ dir }) => dir, ['preview', '--offline', '--build', 'out/site']],
  ['sandbox', ({ dir }) => dir, ['publish', '--yes', '--sandbox', 'sandbox']],
  ['docs/content', ({ dir }) => dir, ['check', '--config', 'docs/helpcentre.yml']],
  ['docs', ({ dir }) => dir, ['check', '--cwd', 'docs']],
  ['docs', ({ dir }) => dir, ['check', '--config', 'docs/helpcentre.yml']],
  ['other.yml', ({ file }) => file, ['check', '--config', 'other.yml']],
  ['.gitignore', ({ file }) => file, ['init', '--yes']],
  ['.gitignore', ({ dir }) => path.join(dir, 'new'), ['init', '--yes']],
  ['.github', ({ dir }) => dir, ['init', '--yes']],
  ['.github/workflows', ({ dir }) => dir, ['init', '--yes']],
];

describe.skipIf(isWindows)('a link in the repository', () => {
  it.each(vectors)('at %s is neither read nor written through', async (at, target, argv) => {
    const out = await outside();
    await writeFile(path.join(out.dir, 'helpcentre.yml'), '{}\n');
    const own: Readonly<Record<string, string>> = at === 'docs/content' ? { 'docs/helpcentre.yml': '{}\n' } : {};
    const repository = await makeRepository({ ...article, '.git/HEAD': 'ref: refs/heads/main\n', ...own });
    await put(target(out), repository, at);
    const before = await readdir(out.dir, { recursive: true });
    const { code, stdout, stderr } = await runIn(repository.dir, argv);
    expect(await readFile(out.file, 'utf8')).toBe(secret);
    expect(await readdir(out.dir, { recursive: true })).toEqual(before);
    expect(stdout + stderr).not.toContain('secret');
    expect(stderr + stdout).toMatch(/ link/);
    expect(stderr).not.toContain('bug');
    expect(code).toBe(1);
  });

  it('to a hidden file is no source, so that no key in .git is published', async () => {
    const note = { '.private/note.md': '---\ntitle: My secret\n---\n\nText.\n' };
    const repository = await makeRepository({ ...note, 'helpcentre.yml': 'content: .\n', 'b.md': '# B\n\nText.\n' });
    await put('.private/note.md', repository, 'a.md');
    const { stdout } = await runIn(repository.dir, ['plan', '--offline']);
    expect(stdout).toContain('b.md');
    expect(stdout).not.toContain('a.md');
  });

  it('does not stand in the way where the repository itself is found through one', async () => {
    const repository = await makeRepository(article);
    const out = await outside();
    await symlink(repository.dir, path.join(out.dir, 'repo'));
    const here = path.join(out.dir, 'repo');
    expect((await runIn(here, ['publish', '--sandbox', '--yes'])).code).toBe(0);
    expect((await runIn(here, ['plan', '--sandbox', '--out', 'plan.json'])).code).toBe(0);
    expect((await runIn(out.dir, ['publish', '--sandbox', '--yes', '--cwd', here])).code).toBe(0);
  });

  it('may lead to another place of the repository, as content and as a source', async () => {
    const repository = await makeRepository({ 'docs/a.md': '# A\n\nText.\n', '.git/HEAD': 'ref: refs/heads/main\n' });
    await symlink('docs', path.join(repository.dir, 'content'));
    await symlink('a.md', path.join(repository.dir, 'docs/b.md'));
    await symlink(tmpdir(), path.join(repository.dir, 'node_modules'));
    const { code, stdout } = await runIn(repository.dir, ['plan', '--offline']);
    expect(stdout).toContain('b.md');
    expect(code).toBe(0);
  });
});

describe.skipIf(isWindows)('a link', () => {
  it('on the way to a content folder that is not there yet has nothing made behind it', async () => {
    const repository = await makeRepository({ 'helpcentre.yml': 'content: docs/new/content\n' });
    const out = await outside();
    await put(out.dir, repository, 'docs');
    const before = await readdir(out.dir);
    for (const argv of [['import', '--sandbox', '--yes'], ['check'], ['publish', '--sandbox', '--yes']]) {
      const { code, stdout, stderr } = await runIn(repository.dir, argv);
      expect(stdout + stderr).toContain('leads out of the repository');
      expect(code).toBe(1);
      expect(await readdir(out.dir)).toEqual(before);
    }
  });

  it('in the place of a workflow is not read through: what it leads to is not ours', async () => {
    const flags = ['--workflow', 'forks'];
    const made = await makeRepository({ '.git/HEAD': 'ref: refs/heads/main\n' });
    expect((await runIn(made.dir, ['init', '--yes', ...flags])).code).toBe(0);
    const names = (await readdir(path.join(made.dir, '.github/workflows'))).sort();
    expect(names).toHaveLength(2);
    const repository = await makeRepository({ '.git/HEAD': 'ref: refs/heads/main\n' });
    const [main = ''] = names.filter((name) => !name.endsWith('-comment.yml'));
    await put(path.join(made.dir, '.github/workflows', main), repository, `.github/workflows/${main}`);
    await runIn(repository.dir, ['init', '--yes', ...flags]);
    expect(await readdir(path.join(repository.dir, '.github/workflows'))).toEqual([main]);
  });

  it('to its own folder is a way without end that nobody walks', async () => {
    const repository = await makeRepository({ 'content/a.md': '# A\n\nText.\n', 'other/.keep': '' });
    for (const name of ['content/x', 'content/y', 'other/x', 'other/y']) await put('.', repository, name);
    const checked = await runIn(repository.dir, ['check', 'content/**/*.md']);
    expect(checked.code, checked.stdout).toBe(0);
    expect((await runIn(repository.dir, ['init', '--yes', '--content', 'other'])).code).toBe(0);
  });
});

describe.skipIf(isWindows)('a second name', () => {
  it('of the journal is not written to', async () => {
    const repository = await makeRepository(article);
    const out = await outside();
    await mkdir(path.join(repository.dir, '.helpcentre/sandbox'), { recursive: true });
    await link(out.file, path.join(repository.dir, '.helpcentre/sandbox/journal'));
    const { code, stderr } = await runIn(repository.dir, ['publish', '--sandbox', '--yes']);
    expect(await readFile(out.file, 'utf8')).toBe(secret);
    expect(stderr).toContain('is a hard link');
    expect(code).toBe(1);
  });
});
