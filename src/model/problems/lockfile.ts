import { error, warning } from './entry.ts';

/** Problems of the lockfile and the workspace it knows. */
export const lockfileProblems = {
  'lockfile-conflict': error(
    (a: { lines: string }) => `the lockfile holds unmerged conflict markers (lines ${a.lines})`,
    () =>
      'Remove the markers and keep the entries of both sides; of two for one path keep the one with the later "updatedAt". Then run again.',
    {
      why: 'The lockfile was committed in the middle of a merge. Until it is whole, helpcentre cannot know which article belongs to which file.',
      bad: {
        'helpcentre.lock.json':
          '<<<<<<< HEAD\n      "billing/refunds.md": { "id": "101" },\n=======\n      "billing/invoices.md": { "id": "102" },\n>>>>>>> invoices',
      },
      good: {
        'helpcentre.lock.json':
          '      "billing/refunds.md": { "id": "101" },\n      "billing/invoices.md": { "id": "102" },',
      },
    },
  ),
  'lockfile-syntax': error(
    () => 'the lockfile is not valid JSON here',
    () => 'Restore it from git; it maps every file to its article.',
    {
      why: 'Without a readable lockfile every file would look new, and every article would be created a second time.',
      bad: { 'helpcentre.lock.json': '{ "version": 1, "workspaces": { }' },
      good: { 'helpcentre.lock.json': '{ "version": 1, "workspaces": {} }' },
    },
  ),
  'lockfile-newer': error(
    (a: { version: number }) => `the lockfile has format ${a.version}, which this version cannot read`,
    () => 'Update helpcentre, or restore the older lockfile from git.',
    {
      why: 'A newer helpcentre wrote the lockfile. An older one could lose what it does not understand.',
      bad: { 'On the command line': 'npx helpcentre@1 publish' },
      good: { 'On the command line': 'npx helpcentre@latest publish' },
    },
  ),
  'lockfile-id-twice': error(
    (a: { of: 'article' | 'collection'; id: string; key: string; other: string; first: number }) =>
      `${a.of} ${a.id} is recorded for "${a.key}" and for "${a.other}" (line ${a.first})`,
    () => 'Remove the entry that is wrong.',
    {
      why: 'Two files that claim one article would overwrite each other. It usually happens when the lockfile is merged by hand.',
      bad: { 'helpcentre.lock.json': '"refunds.md": { "id": "101" },\n"returns.md": { "id": "101" }' },
      good: { 'helpcentre.lock.json': '"refunds.md": { "id": "101" },\n"returns.md": { "id": "102" }' },
    },
  ),
  'other-workspace': error(
    (a: { workspace: string; name: string; known: string }) =>
      `the token is for workspace ${a.workspace} ("${a.name}"), and the lockfile knows only ${a.known}`,
    (a) =>
      `Use the token of that workspace. To publish to a second one from here, add "${a.workspace}": {} under "workspaces" in the lockfile.`,
    {
      why: 'With the token of another workspace, every article would be created there once more. This stops a test token from reaching the real help centre, and the other way round.',
      bad: { 'On the command line': 'INTERCOM_TOKEN=$STAGING_TOKEN helpcentre publish' },
      good: { 'On the command line': 'INTERCOM_TOKEN=$PRODUCTION_TOKEN helpcentre publish' },
    },
  ),
  'unexpected-workspace': error(
    (a: { workspace: string; name: string; expected: string; target: string | null }) =>
      `the token is for workspace ${a.workspace} ("${a.name}"), and ${a.target === null ? `${a.expected} is expected` : `the target "${a.target}" is ${a.expected}`}, so nothing was done`,
    (a) =>
      a.target === null
        ? 'Use the token of the workspace that is meant, or correct the id that was given.'
        : 'Use the token of that workspace, or correct "workspace" of the target in helpcentre.yml.',
    {
      why: 'The run was told which workspace to expect, and the token belongs to another one.',
      bad: { 'On the command line': 'INTERCOM_TOKEN=$STAGING_TOKEN helpcentre publish --workspace abc123' },
      good: { 'On the command line': 'INTERCOM_TOKEN=$PRODUCTION_TOKEN helpcentre publish --workspace abc123' },
    },
  ),
  'workspace-without-target': warning(
    (a: { workspace: string; count: number; known: string }) =>
      `the lockfile records ${a.count === 1 ? 'one article' : `${a.count} articles`} in the workspace ${a.workspace}, which no target in helpcentre.yml names`,
    (a) =>
      `Name it as "workspace" of the target that it is (there are: ${a.known}), and the articles keep their ids. If nobody publishes there any more, remove its section from the lockfile.`,
    {
      why: 'The lockfile keeps the articles of each workspace under its id. Under another id, every article would be created once more.',
      bad: {
        'helpcentre.lock.json': '{ "lockfileVersion": 1, "workspaces": { "abc12345": { … } } }',
        'helpcentre.yml': 'targets:\n  production: { workspace: abc12354, tokenVariable: INTERCOM_TOKEN }',
      },
      good: {
        'helpcentre.lock.json': '{ "lockfileVersion": 1, "workspaces": { "abc12345": { … } } }',
        'helpcentre.yml': 'targets:\n  production: { workspace: abc12345, tokenVariable: INTERCOM_TOKEN }',
      },
    },
  ),
} as const;
