import type { Place, Problem } from './model.ts';

/**
 * Every problem the project can report, as one page: code → severity, message, help. Codes are stable.
 * Messages say what was found; help says what to do. Add an entry here and use `problem()`; nothing else
 * in the code makes a `Problem`.
 */
const catalogue = {
  // ── configuration and front matter ──────────────────────────────────────────────────────────────────
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
  'no-configuration': error(
    (a: { file: string; folder: string }) => `${a.file} was not found in ${a.folder}`,
    () => 'Run this in the folder that holds it, or name it with --config FILE or --cwd DIR.',
  ),
  unreadable: error(
    (a: { file: string; reason: string }) => `${a.file} cannot be read: ${a.reason}`,
    () => 'Check the path and its permissions.',
  ),
  'no-content-folder': error(
    (a: { folder: string }) => `the content folder "${a.folder}" does not exist`,
    () => 'Create it, or name another with "content" in helpcentre.yml.',
  ),
  'front-matter-language': error(
    (a: { language: string }) => `front matter in "${a.language}" is not read and never run: only YAML is`,
    () => 'Write the front matter in YAML, between two lines that hold only "---".',
  ),
  'front-matter-not-closed': error(
    () => 'front matter is opened with "---" and never closed',
    () => 'Put a line that holds only "---" after the last field.',
  ),
  'front-matter-shape': error(
    () => 'front matter is not a list of "key: value" lines',
    () => 'Write one "key: value" a line.',
  ),
  'not-utf8': error(
    () => 'the file is not valid UTF-8 here',
    () => 'Save the file as UTF-8.',
  ),
  'path-twice': error(
    (a: { path: string; other: string }) => `"${a.path}" and "${a.other}" stand for the same locale of one article`,
    () => 'Rename or remove one of them.',
  ),
  'id-twice': error(
    (a: { id: string; other: string }) => `id ${a.id} is also claimed by ${a.other}`,
    () => 'An Intercom article has one source. Remove the id from one of them.',
  ),
  'unknown-locale': error(
    (a: { locale: string }) => `"${a.locale}" is no locale of Intercom's help centres`,
    () => 'Use a code such as fr, de or pt-BR.',
  ),
  'lonely-locale': error(
    (a: { path: string; locale: string; expected: string }) =>
      `${a.path} is the ${a.locale} text of an article that has no source in the default locale`,
    (a) => `Add ${a.expected}, or rename the file.`,
  ),
  // ── lockfile ────────────────────────────────────────────────────────────────────────────────────────
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
  'lockfile-path-twice': error(
    (a: { path: string; first: number }) => `"${a.path}" stands twice in the lockfile (first on line ${a.first})`,
    () => 'Remove one of the two entries.',
  ),
  'lockfile-id-twice': error(
    (a: { id: string; path: string; other: string; first: number }) =>
      `article ${a.id} is recorded for "${a.path}" and for "${a.other}" (line ${a.first})`,
    () => 'Remove the entry that is wrong.',
  ),
  // ── the plan ────────────────────────────────────────────────────────────────────────────────────────
  'unknown-help-centre': error(
    (a: { wanted: string; known: string }) => `the workspace has no help centre "${a.wanted}"`,
    (a) =>
      a.known === ''
        ? 'Create one in Intercom first.'
        : `It has: ${a.known}. Name one as "helpCentre" in helpcentre.yml.`,
  ),
  'help-centre-unsure': warning(
    (a: { chosen: string }) =>
      `the workspace has several help centres and this API version does not say which is the default; "${a.chosen}" is taken`,
    () => 'Name one as "helpCentre" in helpcentre.yml.',
  ),
  'locale-not-enabled': error(
    (a: { locale: string; paths: string }) =>
      `the help centre has no locale "${a.locale}", which ${a.paths} would be published in`,
    () => "Enable the language in the help centre's settings, or remove the files.",
  ),
  'collection-twins': warning(
    (a: { key: string; count: number }) =>
      `Intercom has ${a.count} collections that could be "${a.key}"; the first is taken`,
    () => 'Rename or merge the others in Intercom.',
  ),
  'unknown-author': error(
    (a: { author: string; path: string }) => `${a.path}: no teammate "${a.author}" in the workspace`,
    () => 'Use the e-mail or id of a teammate who may write articles.',
  ),
  'id-not-found': error(
    (a: { id: string; path: string }) => `${a.path} names article ${a.id}, which is not in the workspace`,
    () => 'Correct the id, or remove it to create a new article.',
  ),
  'id-taken': error(
    (a: { id: string; path: string; other: string }) =>
      `${a.path} names article ${a.id}, which ${a.other} publishes already`,
    () => 'Remove the id from one of them.',
  ),
  'near-twin': warning(
    (a: { path: string; id: string; title: string }) =>
      `${a.path} is new, and Intercom has an article ${a.id} with its title "${a.title}"`,
    (a) => `If it is the same article, write "id: ${a.id}" into the front matter; else leave it.`,
  ),
  'drift-kept': warning(
    (a: { path: string; who: string }) => `${a.path} was edited in Intercom${a.who} and is left as it is there`,
    (a) => `Run "helpcentre pull ${a.path}" to bring the edit home.`,
  ),
  'deletion-kept': warning(
    (a: { path: string }) => `${a.path} was deleted in Intercom and stays deleted there`,
    () => 'Remove the source, or create the article again with --on-drift overwrite.',
  ),
  'guard-no-sources': error(
    () => 'no source was found, so nothing is removed',
    () => 'Check "content" in helpcentre.yml and the working folder.',
  ),
  'guard-failed-sources': error(
    (a: { count: number }) =>
      `${a.count === 1 ? 'a source' : `${a.count} sources`} could not be compiled, so nothing is removed`,
    () => 'Mend the errors first: a file that cannot be read may be the one that moved.',
  ),
  'guard-other-content': error(
    () => 'the lockfile was written for another content folder, so nothing is removed',
    () => 'Restore "content" in helpcentre.yml; to move the folder for good, publish once with every file in place.',
  ),
  'guard-too-many': error(
    (a: { removals: number; managed: number; share: number }) =>
      `${a.removals} of ${a.managed} articles would be removed; more than ${a.share}% is held back`,
    () => 'If it is meant, run again with --allow-removals, or raise maxRemovals in helpcentre.yml.',
  ),
  // ── links and images ────────────────────────────────────────────────────────────────────────────────
  'dead-link': error(
    (a: { target: string; nearest: string | null }) => `link to "${a.target}", which does not exist`,
    (a) => (a.nearest === null ? 'Correct the path, or remove the link.' : `Did you mean "${a.nearest}"?`),
  ),
} as const;

interface Entry<A> {
  readonly severity: Problem['severity'];
  readonly message: (args: A) => string;
  readonly help: (args: A) => string;
}

function error<A>(message: (args: A) => string, help: (args: A) => string): Entry<A> {
  return { severity: 'error', message, help };
}

function warning<A>(message: (args: A) => string, help: (args: A) => string): Entry<A> {
  return { severity: 'warning', message, help };
}

/** Codes of all problems. */
export type ProblemCode = keyof typeof catalogue;
type ArgsOf<C extends ProblemCode> = (typeof catalogue)[C] extends Entry<infer A> ? A : never;

/**
 * Makes a located problem from the catalogue.
 *
 * @param code key in the catalogue
 * @param args what the entry's message and help need
 * @param place where it was found; leave out only for what is in no file
 */
export function problem<C extends ProblemCode>(code: C, args: ArgsOf<C>, place?: Place): Problem {
  const entry = catalogue[code] as unknown as Entry<ArgsOf<C>>;
  const found = { code, severity: entry.severity, message: entry.message(args), help: entry.help(args) };
  return place === undefined ? found : { ...found, place };
}

/** All codes with their severity, for SARIF's rule list and the tests. */
export function problemCodes(): readonly { readonly code: ProblemCode; readonly severity: Problem['severity'] }[] {
  return (Object.keys(catalogue) as ProblemCode[]).map((code) => ({ code, severity: catalogue[code].severity }));
}
