import { error } from './entry.ts';

/** Problems of what keeps helpcentre.yml from being read, and what it may not say. */
export const configurationProblems = {
  'unknown-key': error(
    (a: { key: string; where: string; nearest: string | null }) => `unknown key "${a.key}" in ${a.where}`,
    (a) => (a.nearest === null ? 'Remove it.' : `Did you mean "${a.nearest}"?`),
  ),
  'bad-value': error(
    (a: { key: string; where: string; reason: string }) =>
      `${a.key === '' ? a.where : `"${a.key}" in ${a.where}`}: ${a.reason}`,
    () => 'Correct the value.',
  ),
  'yaml-syntax': error(
    (a: { reason: string }) => `not valid YAML: ${a.reason}`,
    () => 'Correct the YAML; values with a colon, a quote or a leading special character need quotes.',
  ),
  'key-twice': error(
    (a: { key: string; first: number }) => `"${a.key}" stands twice (first on line ${a.first})`,
    () => 'Remove one of the two.',
  ),
  'no-configuration': error(
    (a: { file: string; folder: string }) => `${a.file} was not found in ${a.folder}`,
    () => 'Run this in the folder that holds it, or name it with --config FILE or --cwd DIR.',
  ),
  unreadable: error(
    (a: { file: string; reason: string }) => `${a.file} cannot be read: ${a.reason}`,
    () => 'Check the path and its permissions.',
  ),
  'linked-out': error(
    (a: { file: string }) => `${a.file} is a link, or lies behind one, that leads out of the repository`,
    () => 'Put the file itself there. If the link came with a branch or a pull request, look at that with care.',
  ),
  'no-content-folder': error(
    (a: { folder: string }) => `the content folder "${a.folder}" does not exist`,
    () => 'Create it, or name another with "content" in helpcentre.yml.',
  ),
  'unknown-locale': error(
    (a: { locale: string }) => `"${a.locale}" is no locale of Intercom's help centres`,
    () => 'Use a code such as fr, de or pt-BR.',
  ),
  'locale-twice': error(
    (a: { locale: string; other: string }) => `"${a.locale}" and "${a.other}" are the same locale`,
    () => 'Remove one of the two.',
  ),
} as const;
