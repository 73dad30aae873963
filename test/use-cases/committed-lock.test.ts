import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { git } from '../kit/git-origin.ts';
import { makeRepository } from '../kit/repository.ts';
import { runIn } from '../kit/run-in.ts';

const env = { PATH: process.env.PATH ?? '' };
const held = JSON.stringify({ pid: 7, host: 'a1b2c3', run: 'theirs' });

async function withLock(text: string, isCommitted: boolean) {
  const repository = await makeRepository({ 'content/a.md': '# A\n\nText.\n' });
  const folder = path.join(repository.dir, '.helpcentre/sandbox');
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'lock'), held);
  await git(repository.dir, 'init', '--quiet');
  await git(repository.dir, 'add', isCommitted ? '--all' : 'content');
  await git(repository.dir, 'commit', '--quiet', '--message', 'All of it');
  await writeFile(path.join(folder, 'lock'), text);
  return { repository, folder };
}

it('a lock that came with the checkout holds nobody up, and is named', async () => {
  const { repository } = await withLock(held, true);
  const { code, stderr } = await runIn(repository.dir, ['publish', '--sandbox', '--yes'], { env });
  expect(stderr).toContain('git rm --cached .helpcentre/sandbox/lock');
  expect(code).toBe(0);
});

it('a lock that a run wrote over a committed one counts', async () => {
  const { repository, folder } = await withLock(JSON.stringify({ pid: 8, host: 'a1b2c3', run: 'live' }), true);
  const { code, stderr } = await runIn(repository.dir, ['publish', '--sandbox', '--yes'], { env });
  expect(stderr).toContain('another run is at work on this checkout (process 8 on a1b2c3)');
  expect(code).toBe(1);
  expect(await readFile(path.join(folder, 'lock'), 'utf8')).toContain('live');
});

it('a lock of a sandbox that came with the checkout holds nobody up, and is named', async () => {
  const repository = await makeRepository({ 'content/a.md': '# A\n\nText.\n' });
  const folder = path.join(repository.dir, '.helpcentre/sandbox');
  await mkdir(folder, { recursive: true });
  // A process that lives.
  await writeFile(path.join(folder, 'sandbox.lock'), JSON.stringify({ pid: process.ppid, port: 0 }));
  const uncommitted = await runIn(repository.dir, ['plan', '--sandbox'], { env });
  expect(uncommitted.stderr).toContain('is in use by another sandbox');
  await git(repository.dir, 'init', '--quiet');
  await git(repository.dir, 'add', '--all', '--force');
  await git(repository.dir, 'commit', '--quiet', '--message', 'All of it');
  const { code, stderr } = await runIn(repository.dir, ['plan', '--sandbox'], { env });
  expect(stderr).toContain('git rm --cached .helpcentre/sandbox/sandbox.lock');
  expect(code).toBe(0);
});

describe('helpcentre sandbox', () => {
  async function withSandboxLock(lock: object) {
    const repository = await makeRepository({ 'content/a.md': '# A\n\nText.\n' });
    const file = path.join(repository.dir, '.helpcentre/sandbox/sandbox.lock');
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, JSON.stringify(lock));
    return { dir: repository.dir, file };
  }

  /** Runs until the sandbox says where it is. */
  async function sandboxIn(dir: string) {
    const stop = new AbortController();
    const onStdout = () => stop.abort();
    return runIn(dir, ['sandbox', '--port', '0'], { env, signal: stop.signal, onStdout });
  }

  it.each([
    ['of a process that lives', { pid: process.ppid, port: 0 }],
    ['of another host', { pid: 7, port: 4110, host: 'a1b2c3' }],
  ])('is not held up by a lock %s that came with the checkout, and names it', async (_, lock) => {
    const { dir, file } = await withSandboxLock(lock);
    await git(dir, 'init', '--quiet');
    await git(dir, 'add', '--all', '--force');
    await git(dir, 'commit', '--quiet', '--message', 'All of it');
    const { code, stdout, stderr } = await sandboxIn(dir);
    expect(stderr).toContain('git rm --cached .helpcentre/sandbox/sandbox.lock');
    expect(stdout).toContain('A local Intercom workspace');
    expect(code).toBe(0);
    await expect(readFile(file)).rejects.toThrow('ENOENT');
  });

  it('leaves the folder to a sandbox of another machine or container, and says what to do if that is gone', async () => {
    const { dir, file } = await withSandboxLock({ pid: 7, port: 4110, host: 'a1b2c3' });
    const { code, stderr } = await sandboxIn(dir);
    expect(stderr).toContain('is in use by another sandbox (process 7 on a1b2c3)');
    expect(stderr.replace(/\s+/g, ' ')).toContain(`If that machine or container is gone, delete ${file}.`);
    expect(code).toBe(1);
  });
});
