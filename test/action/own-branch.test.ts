import { expect, it } from 'vitest';
import { ownBranch } from '../../src/action/own-branch.ts';

it.each([
  ['the only help centre', { name: null, 'working-directory': '.', config: null }, 'helpcentre/lockfile'],
  ['one that is named', { name: null, 'working-directory': '.', config: 'helpcentre.yml' }, 'helpcentre/lockfile'],
  ['one with a name', { name: 'help', 'working-directory': 'a/b', config: null }, 'helpcentre/lockfile-help'],
  ['one in a folder', { name: null, 'working-directory': './a/b_c/', config: null }, 'helpcentre/lockfile-a-b-c'],
  ['one of two configurations', { name: null, 'working-directory': '.', config: 'x.yml' }, 'helpcentre/lockfile-x-yml'],
])('%s has a branch of its own', (_, inputs, branch) => {
  expect(ownBranch(inputs, 'lockfile')).toBe(branch);
});
