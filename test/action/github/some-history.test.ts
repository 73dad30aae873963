import path from 'node:path';
import { expect, it } from 'vitest';
import { fetchSomeHistory } from '../../../src/action/github/tip.ts';
import { openGit } from '../../../src/git/bot-git.ts';
import { gitIn } from '../../../src/git/git.ts';
import { git, makeOrigin } from '../../kit/git-origin.ts';
import { makeRepository } from '../../kit/repository.ts';

it('a checkout of one commit gets the history of the lockfile, and stays where it is', async () => {
  const { dir } = await makeRepository({});
  const origin = await makeOrigin(dir, { 'helpcentre.lock.json': 'one\n' });
  const head = await origin.commit('main', { 'helpcentre.lock.json': 'two\n' });
  const checkout = path.join(dir, 'checkout');
  await git(dir, 'clone', '--quiet', '--depth=1', `file://${origin.bare}`, checkout);
  const env = { PATH: process.env.PATH ?? '', HOME: dir };
  const texts = async () =>
    (await gitIn(checkout, env).history('helpcentre.lock.json'))?.versions.map(({ text }) => text);
  expect(await texts()).toEqual(['two\n']);
  await fetchSomeHistory(openGit(checkout, env, null));
  expect(await texts()).toEqual(['two\n', 'one\n']);
  expect(await git(checkout, 'rev-parse', 'HEAD')).toBe(head);
});
