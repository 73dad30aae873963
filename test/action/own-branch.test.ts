import { expect, it } from 'vitest';
import { ownBranch as branchOf } from '../../src/action/own-branch.ts';

type Inputs = Parameters<typeof branchOf>[0];

const ownBranch = (inputs: Omit<Inputs, 'target'>, what: 'lockfile' | 'edits', target: string | null = null): string =>
  branchOf({ ...inputs, target }, what);

it.each([
  ['the only help centre', { name: null, 'working-directory': '.', config: null }, 'helpcentre/lockfile'],
  ['one that is named', { name: null, 'working-directory': '.', config: 'helpcentre.yml' }, 'helpcentre/lockfile'],
  ['one with a name', { name: 'help', 'working-directory': 'a/b', config: null }, 'helpcentre/lockfile-help'],
  ['one in a folder', { name: null, 'working-directory': './help-de/', config: null }, 'helpcentre/lockfile-help-de'],
])('%s has a branch of its own', (_, inputs, branch) => {
  expect(ownBranch(inputs, 'lockfile')).toBe(branch);
});

it('targets share the branch of the lockfile, which has a section of each, and not the one of edits', () => {
  const inputs = { name: null, 'working-directory': 'help', config: null };
  expect(ownBranch(inputs, 'lockfile', 'staging')).toBe('helpcentre/lockfile-help');
  expect(ownBranch(inputs, 'edits', 'staging')).toBe('helpcentre/edits-help@staging');
});

it('two never share one, however alike their places are', () => {
  const places = ['a/b', 'a-b', 'a_b', './a/b/c', 'a/b-c', 'a-b/c', 'été', 'ete', '-', 'x.yml', 'é'];
  const branches = places.map((folder) =>
    ownBranch({ name: null, 'working-directory': folder, config: null }, 'edits'),
  );
  expect(new Set(branches).size).toBe(places.length);
  for (const branch of branches) expect(branch).toMatch(/^helpcentre\/edits-[a-zA-Z0-9-]*[a-zA-Z0-9]$/);
  const configurations = ['x.yml', 'x-yml'].map((config) =>
    ownBranch({ name: null, 'working-directory': '.', config }, 'lockfile'),
  );
  expect(configurations[0]).toMatch(/^helpcentre\/lockfile-x-yml-[0-9a-f]{6}$/);
  expect(configurations[1]).toBe('helpcentre/lockfile-x-yml');
});
