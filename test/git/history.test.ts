import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { gitIn } from '../../src/git/git.ts';
import { git } from '../kit/git-origin.ts';
import { makeRepository, type TestRepository } from '../kit/repository.ts';

const env = { PATH: process.env.PATH ?? '' };

async function commit(repository: TestRepository, files: Readonly<Record<string, string>>): Promise<void> {
  await repository.write(files);
  await git(repository.dir, 'add', '--all');
  await git(repository.dir, 'commit', '--quiet', '--message', 'Change');
}

/** Beginnings of a file's versions. */
const versions = async (folder: string, name = 'lock') =>
  (await gitIn(folder, env).history(name))?.versions.map(({ text }) => text.slice(0, 5));

describe('the history of a file', () => {
  it('leaves out the commits that took it away, or had a folder in its place', async () => {
    const repository = await makeRepository({});
    await git(repository.dir, 'init', '--quiet', '--initial-branch=main');
    await commit(repository, { lock: 'one\n' });
    await repository.remove('lock');
    await commit(repository, { 'lock/in': 'a folder\n' });
    await repository.remove('lock');
    await commit(repository, { other: '' });
    await commit(repository, { lock: '' });
    await commit(repository, { lock: 'two\n' });
    expect(await versions(repository.dir)).toEqual(['two\n', '', 'one\n']);
    expect(await versions(repository.dir, 'none')).toEqual([]);
  });

  it('leaves out what there is no room for', async () => {
    const repository = await makeRepository({});
    await git(repository.dir, 'init', '--quiet', '--initial-branch=main');
    for (const [at, size] of [9_000_000, 5, 9_000_000].entries()) {
      await commit(repository, { lock: `${at}`.repeat(size) });
    }
    expect(await versions(repository.dir)).toEqual(['22222', '11111']);
  });

  it('is cut off in a shallow clone and in its worktrees alone', async () => {
    const repository = await makeRepository({});
    await git(repository.dir, 'init', '--quiet', '--initial-branch=main');
    for (const lock of ['one\n', 'two\n']) await commit(repository, { lock });
    const [shallow, tree] = [
      path.join(repository.dir, '.helpcentre/shallow'),
      path.join(repository.dir, '.helpcentre/t'),
    ];
    await git(repository.dir, 'clone', '--quiet', '--depth=1', `file://${repository.dir}`, shallow);
    await git(shallow, 'worktree', 'add', '--quiet', tree, '-b', 'tree');
    const history = (folder: string) => gitIn(folder, env).history('lock');
    expect(await history(repository.dir)).toMatchObject({ isCutOff: false, versions: [{}, {}] });
    for (const folder of [shallow, tree]) {
      expect(await history(folder)).toEqual({ isCutOff: true, versions: [{ text: 'two\n', isMainLine: true }] });
    }
  });
});
