import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fetchTip, fileAt } from '../../../src/action/github/tip.ts';
import { type Git, GitError, openGit } from '../../../src/git/bot-git.ts';
import { type ClonedOrigin, git, makeClonedOrigin } from '../../kit/git-origin.ts';

let dir: string;
let origin: ClonedOrigin;

beforeEach(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'helpcentre-tip-'));
  origin = await makeClonedOrigin(dir, { 'docs/lock.json': '{}\n\n', 'docs/a.md': 'A\n' });
});
afterEach(() => rm(dir, { recursive: true, force: true }));

describe('the newest commit of a branch', () => {
  it('is fetched where it is not here, and not again where it is', async () => {
    const ran: string[] = [];
    const here = openGit(origin.clone, process.env, null);
    const watched: Git = {
      run(args, options) {
        ran.push(args[0] ?? '');
        return here.run(args, options);
      },
    };
    const commit = await origin.commit('main', { 'docs/a.md': 'B\n' });
    for (const fetches of [1, 0]) {
      ran.length = 0;
      expect(await fetchTip(watched, 'main')).toEqual({ branch: 'main', commit });
      expect(ran.filter((name) => name === 'fetch')).toHaveLength(fetches);
    }
    // Where two commits are asked for, having the newest one says nothing of the other.
    ran.length = 0;
    expect(await fetchTip(watched, 'main', 2)).toEqual({ branch: 'main', commit });
    expect(ran).toContain('fetch');
  });

  it('is that of no other branch whose name ends alike', async () => {
    await origin.commit('refs/heads/side', { 'docs/a.md': 'C\n' });
    expect(await fetchTip(openGit(origin.clone, process.env, null), 'side')).toBeNull();
  });
});

describe('a file in a commit', () => {
  it('comes with its last line ends, by its path from the root, wherever git runs', async () => {
    for (const folder of [origin.clone, path.join(origin.clone, 'docs')]) {
      expect(await fileAt(openGit(folder, process.env, null), 'HEAD', 'docs/lock.json')).toBe('{}\n\n');
    }
  });

  it('is null where there is none, and where the path is a folder', async () => {
    const here = openGit(origin.clone, process.env, null);
    expect(await fileAt(here, 'HEAD', 'lock.json')).toBeNull();
    expect(await fileAt(here, 'HEAD', 'docs')).toBeNull();
  });

  it('is an error where it is there but cannot be read', async () => {
    const blob = await git(origin.clone, 'rev-parse', 'HEAD:docs/lock.json');
    await rm(path.join(origin.clone, '.git', 'objects', blob.slice(0, 2), blob.slice(2)));
    const here = openGit(origin.clone, process.env, null);
    await expect(fileAt(here, 'HEAD', 'docs/lock.json')).rejects.toThrow(GitError);
  });

  it('is an error where the commit cannot be read', async () => {
    const here = openGit(origin.clone, process.env, null);
    await expect(fileAt(here, 'f'.repeat(40), 'docs/lock.json')).rejects.toThrow(GitError);
  });
});
