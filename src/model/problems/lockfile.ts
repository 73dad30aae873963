import { error } from './entry.ts';

/** Problems of the lockfile and the workspace it knows. */
export const lockfileProblems = {
  'lockfile-conflict': error(
    (a: { lines: string }) => `the lockfile holds unmerged conflict markers (lines ${a.lines})`,
    () => 'Keep the entries of both sides, remove the markers, and run again.',
  ),
  'lockfile-syntax': error(
    () => 'the lockfile is not valid JSON here',
    () => 'Restore it from git; it maps every file to its article.',
  ),
  'lockfile-newer': error(
    (a: { version: number }) => `the lockfile has format ${a.version}, which this version does not know`,
    () => 'Update helpcentre, or restore the older lockfile from git.',
  ),
  'lockfile-id-twice': error(
    (a: { of: 'article' | 'collection'; id: string; key: string; other: string; first: number }) =>
      `${a.of} ${a.id} is recorded for "${a.key}" and for "${a.other}" (line ${a.first})`,
    () => 'Remove the entry that is wrong.',
  ),
  'other-workspace': error(
    (a: { workspace: string; name: string; known: string }) =>
      `the token is for workspace ${a.workspace} ("${a.name}"), and the lockfile knows only ${a.known}`,
    (a) =>
      `Use the token of that workspace. To publish to a second one from here, add "${a.workspace}": {} under "workspaces" in the lockfile.`,
  ),
  'unexpected-workspace': error(
    (a: { workspace: string; name: string; expected: string }) =>
      `the token is for workspace ${a.workspace} ("${a.name}"), and ${a.expected} is expected`,
    () => 'Use the token of the workspace that is meant, or correct the id that was given.',
  ),
} as const;
