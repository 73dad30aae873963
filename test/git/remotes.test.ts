import { expect, test } from 'vitest';
import { originOf, remotesIn } from '../../src/git/remotes.ts';
import { makeRepository } from '../kit/repository.ts';

const commit = '1'.repeat(40);

test.each([
  ['[remote "origin"]\n\turl = git@h:a/b.git\n\tfetch = +x\n', [['origin', 'git@h:a/b.git']]],
  ['[core]\n\turl = no\n[remote "a b"] url = "https://h/x" \n', [['a b', 'https://h/x']]],
  ['[remote "o"]\n url = u1 ; why\n url = u2\n[branch "url"]\nurl = u3\n', [['o', 'u1']]],
  ['[Remote "o"]\r\n\tURL = u\r\n', [['o', 'u']]],
  ['[remote]\n\tpushDefault = origin\n', []],
  ['', []],
])('the remotes of %j', (text, remotes) => {
  expect(remotesIn(text).map(({ name, url }) => [name, url])).toEqual(remotes);
});

const origin = '[remote "fork"]\n\turl = f\n[remote "upstream"]\n\turl = u\n[remote "origin"]\n\turl = o\n';

test.each([
  [
    'the head of the remote',
    { 'refs/remotes/origin/HEAD': 'ref: refs/remotes/origin/live\n' },
    'origin',
    'live',
    'remote',
  ],
  [
    'a usual branch, on one of one’s own',
    { 'refs/heads/master': commit, HEAD: 'ref: refs/heads/work\n' },
    'origin',
    'master',
    'exists',
  ],
  [
    'a packed one, without any branch',
    { 'packed-refs': `${commit} refs/remotes/origin/main\n`, HEAD: commit },
    'origin',
    'main',
    'exists',
  ],
  ['the one that is checked out', { HEAD: 'ref: refs/heads/develop\n' }, 'origin', 'develop', 'checked-out'],
  ['nothing', { HEAD: commit }, 'origin', 'main', 'usual'],
  ['references in another form', { HEAD: 'ref: refs/heads/.invalid\n' }, 'origin', 'main', 'usual'],
])('the main branch by %s', async (_, files, remote, branch, branchBy) => {
  const named = Object.entries(files).map(([name, text]) => [`.git/${name}`, text]);
  const { dir } = await makeRepository({ '.git/config': origin, ...Object.fromEntries(named) });
  expect(await originOf(dir)).toMatchObject({ remote: { name: remote }, branch, branchBy });
});

test('without origin it is upstream, else the first; a worktree has those of its repository', async () => {
  const { dir, write } = await makeRepository({
    '.git/config': '[remote "fork"]\n\turl = f\n[remote "upstream"]\n\turl = u\n',
    '.git/refs/remotes/upstream/HEAD': 'ref: refs/remotes/upstream/trunk\n',
    '.git/worktrees/w/commondir': '../..\n',
    '.git/worktrees/w/HEAD': 'ref: refs/heads/work\n',
  });
  expect(await originOf(dir)).toMatchObject({ remote: { name: 'upstream' }, branch: 'trunk' });
  await write({ 'w/.git': 'gitdir: ../.git/worktrees/w\n' });
  expect(await originOf(`${dir}/w`)).toMatchObject({ remote: { name: 'upstream' }, branch: 'trunk' });
  await write({ '.git/config': '[remote "fork"]\n\turl = f\n' });
  expect((await originOf(dir)).remote).toEqual({ name: 'fork', url: 'f' });
});
