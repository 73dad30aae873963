import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startSandbox } from '../../src/sandbox/index.ts';
import { makeRepository } from '../kit/repository.ts';
import { runIn } from '../kit/run-in.ts';

const one = { 'content/one.md': '---\ntitle: One\n---\n\nText.\n' };

async function workspace() {
  const sandbox = await startSandbox({ dir: null });
  onTestFinished(() => sandbox.close());
  const env = { INTERCOM_BASE_URL: sandbox.url, INTERCOM_ACCESS_TOKEN: sandbox.token };
  const articles = async (): Promise<number> => {
    const headers = { authorization: `Bearer ${sandbox.token}` };
    return ((await (await fetch(`${sandbox.url}/articles`, { headers })).json()) as { total_count: number })
      .total_count;
  };
  return { sandbox, env, articles };
}

describe('bad input', () => {
  it.each([
    ['a configuration that is missing', {}, 'helpcentre.yml was not found'],
    ['a configuration that is no YAML', { 'helpcentre.yml': 'a: [\n' }, 'helpcentre.yml:'],
    [
      'a configuration with an unknown key',
      { 'helpcentre.yml': 'contnet: x\n' },
      'helpcentre.yml:1:1 error unknown key "contnet"',
    ],
    ['broken front matter', { 'helpcentre.yml': '', 'content/a.md': '---\ntitle: [\n---\n\nx\n' }, 'content/a.md:'],
    ['a missing title', { 'helpcentre.yml': '', 'content/a.md': 'Only text.\n' }, 'content/a.md:1:1 error'],
    [
      'two sources with one id',
      {
        'helpcentre.yml': '',
        'content/a.md': '---\ntitle: A\nid: 7\n---\n',
        'content/b.md': '---\ntitle: B\nid: 7\n---\n',
      },
      'content/a.md:3:1 error id 7 is also claimed by content/b.md:3',
    ],
  ])('%s is a sentence with its place', async (_, files, message) => {
    const repository = await makeRepository(files as Record<string, string>);
    if (!('helpcentre.yml' in files)) await repository.remove('helpcentre.yml');
    const result = await runIn(repository.dir, ['check']);
    expect(result.code).toBe(1);
    expect(result.stdout + result.stderr).toContain(message);
    expect(result.stdout + result.stderr).not.toMatch(/ {4}at /);
  });

  it('publishes the good articles beside one that is broken, and exits with 1', async () => {
    const { env, articles } = await workspace();
    const repository = await makeRepository({ ...one, 'content/bad.md': '---\ntitel: x\n---\n' });
    const result = await runIn(repository.dir, ['publish', '--yes'], { env });
    expect(result.code).toBe(1);
    expect(result.stderr).toContain('content/bad.md:2:1 error unknown key "titel"');
    expect(await articles()).toBe(1);
  });

  it('stops at a lockfile with conflict markers, names the lines and touches nothing', async () => {
    const { env, articles } = await workspace();
    const repository = await makeRepository(one);
    const file = path.join(repository.dir, 'helpcentre.lock.json');
    const text = '{\n<<<<<<< HEAD\n"a": 1\n=======\n"a": 2\n>>>>>>> other\n}\n';
    await writeFile(file, text);
    const result = await runIn(repository.dir, ['publish', '--yes'], { env });
    expect(result.code).toBe(1);
    expect(result.stderr).toContain('helpcentre.lock.json:2:1 error');
    expect(result.stderr).toContain('lines 2, 4, 6');
    expect(await readFile(file, 'utf8')).toBe(text);
    expect(await articles()).toBe(0);
  });

  it('says that a token is wrong, and never prints it', async () => {
    const { env } = await workspace();
    const repository = await makeRepository(one);
    for (const token of ['secret-token-1234', '', 'with space', 'bad\nline']) {
      const result = await runIn(repository.dir, ['publish', '--yes', '--verbose'], {
        env: { ...env, INTERCOM_ACCESS_TOKEN: token },
      });
      expect(result.code).toBe(1);
      expect(result.stderr).toMatch(/token/);
      if (token !== '') expect(result.stdout + result.stderr).not.toContain(token);
    }
  });

  it('refuses a workspace other than the one in the lockfile', async () => {
    const first = await workspace();
    const repository = await makeRepository(one);
    await runIn(repository.dir, ['publish', '--yes'], { env: first.env });
    const file = path.join(repository.dir, 'helpcentre.lock.json');
    const other = (await readFile(file, 'utf8')).replace(
      /"workspaces": \{\n {4}"[^"]+"/,
      '"workspaces": {\n    "someother"',
    );
    await writeFile(file, other);
    const before = await first.articles();
    const result = await runIn(repository.dir, ['publish', '--yes'], { env: first.env });
    expect(result.code).toBe(1);
    expect(result.stderr).toContain('the lockfile knows only someother');
    expect(await first.articles()).toBe(before);
    expect(await readFile(file, 'utf8')).toBe(other);
  });

  it('loses nothing when the disk is full as the lockfile is written', async (context) => {
    const { env, articles } = await workspace();
    const mount = await mkdtemp(path.join(tmpdir(), 'helpcentre-full-'));
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', mount], { stdio: 'ignore' });
    } catch {
      await rm(mount, { recursive: true });
      context.skip('a small disk can only be mounted by root');
    }
    onTestFinished(async () => {
      execFileSync('umount', [mount]);
      await rm(mount, { recursive: true });
    });
    const sources = Object.fromEntries(
      Array.from({ length: 30 }, (_, index) => [
        `content/a${index}.md`,
        `---\ntitle: A ${index}\n---\n\nText ${index}.\n`,
      ]),
    );
    const repository = await makeRepository(sources);
    execFileSync('cp', ['-r', `${repository.dir}/.`, mount]);
    // The journal lies on the large disk, the lockfile on the small one, which the ballast fills.
    await rm(path.join(mount, '.helpcentre'), { recursive: true, force: true });
    const own = await mkdtemp(path.join(tmpdir(), 'helpcentre-own-'));
    onTestFinished(() => rm(own, { recursive: true, force: true }));
    const inside = path.join(mount, '.helpcentre');
    await mkdir(inside);
    execFileSync('mount', ['--bind', own, inside]);
    onTestFinished(() => void execFileSync('umount', [inside]));
    execFileSync('sh', ['-c', `cat /dev/zero > ${mount}/ballast 2>/dev/null || true`]);
    const full = await runIn(mount, ['publish', '--yes'], { env });
    expect(full.code).toBe(1);
    expect(full.stderr).toContain('helpcentre.lock.json could not be written');
    expect(await articles()).toBe(30);
    await rm(path.join(mount, 'ballast'));
    const again = await runIn(mount, ['publish', '--yes'], { env });
    expect(again.code).toBe(0);
    expect(await articles()).toBe(30);
    expect((await runIn(mount, ['plan'], { env })).stdout).toContain('No changes; 30 unchanged');
  });
});
