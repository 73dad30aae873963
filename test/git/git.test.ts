import { execFileSync } from 'node:child_process';
import { chmod, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { blobId } from '../../src/git/blob-id.ts';
import { gitIn } from '../../src/git/git.ts';
import { makeRepository } from '../kit/repository.ts';

const env = { PATH: process.env.PATH ?? '' };

async function committed() {
  const repository = await makeRepository({ 'content/a b.md': 'One.\n', 'content/ü.md': 'Two.\n' });
  const git = (...argv: readonly string[]): string =>
    execFileSync('git', ['-c', 'user.name=Bo', '-c', 'user.email=bo@example.com', ...argv], {
      cwd: repository.dir,
      encoding: 'utf8',
      env: { ...env, HOME: repository.dir },
    });
  git('init', '-q');
  git('add', '-A');
  git('commit', '-qm', 'First');
  return { repository, git };
}

const one = blobId(Buffer.from('One.\n'));

describe('git', () => {
  it('has back what was committed once, by its id', async () => {
    const { repository, git } = await committed();
    await repository.write({ 'content/a b.md': 'Another.\n' });
    git('commit', '-qam', 'Second');
    expect((await gitIn(repository.dir, env).blob(one))?.toString()).toBe('One.\n');
    expect((await gitIn(path.join(repository.dir, 'content'), env).blob(one))?.toString()).toBe('One.\n');
  });

  it('knows what is committed of files, by any name', async () => {
    const { repository } = await committed();
    const files = ['content/a b.md', 'content/ü.md', 'content/new.md', '*'];
    expect([...((await gitIn(repository.dir, env).committed(files)) ?? [])]).toEqual([
      ['content/a b.md', one],
      ['content/ü.md', blobId(Buffer.from('Two.\n'))],
    ]);
  });

  it('has nothing where there is no such blob, no repository, no commit or no git', async () => {
    const { repository } = await committed();
    expect(await gitIn(repository.dir, env).blob('0'.repeat(40))).toBeNull();
    expect(await gitIn(repository.dir, { PATH: repository.dir }).blob(one)).toBeNull();
    expect(await gitIn(repository.dir, { PATH: repository.dir }).committed(['a'])).toBeNull();
    const other = await makeRepository({});
    expect(await gitIn(other.dir, env).blob(one)).toBeNull();
    expect(await gitIn(other.dir, env).committed(['a'])).toBeNull();
  });

  it('takes nothing but an id, or the start of one, for an id', async () => {
    const { repository } = await committed();
    const git = gitIn(repository.dir, env);
    for (const id of ['HEAD:content/a b.md', '--help', `${one}^`, '', 'HEAD', one.slice(0, 6)]) {
      expect(await git.blob(id)).toBeNull();
    }
    expect(await git.blob(one.slice(0, 10))).toEqual(await git.blob(one));
  });

  it('is led to no other repository by the environment, and runs none of the programs named there', async () => {
    const { repository } = await committed();
    const other = await makeRepository({});
    const ran = path.join(other.dir, 'ran');
    await mkdir(path.join(other.dir, 'bin'));
    await other.write({ 'bin/program': `#!/bin/sh\ntouch '${ran}'\n` });
    const program = path.join(other.dir, 'bin/program');
    await chmod(program, 0o755);
    const led = {
      ...{ ...env, GIT_DIR: path.join(other.dir, '.git'), GIT_EXTERNAL_DIFF: program, GIT_PAGER: program },
      ...{
        GIT_SSH_COMMAND: program,
        GIT_CONFIG_COUNT: '1',
        GIT_CONFIG_KEY_0: 'core.fsmonitor',
        GIT_CONFIG_VALUE_0: program,
      },
    };
    const git = gitIn(repository.dir, led);
    expect((await git.blob(one))?.toString()).toBe('One.\n');
    expect((await git.committed(['content/a b.md']))?.get('content/a b.md')).toBe(one);
    await expect(import('node:fs/promises').then(({ stat }) => stat(ran))).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
