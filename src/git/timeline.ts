/** One file before and after one commit. */
export interface FileStep {
  /** Relative to the folder that was asked about. */
  readonly path: string;
  /** Commits that are newer: 0 for the newest. */
  readonly commit: number;
  /** Git blob ids; null: the file was not there. */
  readonly before: string | null;
  readonly after: string | null;
}

/** Arguments past which all of the folder is looked at instead: a command line is not endless. */
const mostPaths = 300;
/** Commits that are looked at. */
const mostCommits = 5_000;

/**
 * What happened to files along the first parents of HEAD, newest first: a merge is one step, as readers of the branch
 * saw it.
 *
 * @param paths relative to the folder that git runs in
 * @param run git in that folder; null where it fails
 * @returns null where that cannot be told
 */
export async function timelineOf(
  paths: readonly string[],
  run: (args: readonly string[]) => Promise<Buffer | null>,
): Promise<readonly FileStep[] | null> {
  if (paths.length === 0) return [];
  const shown = ['--first-parent', '-m', '--raw', '--no-abbrev', '--no-renames', '--relative', '-z', '--format=%x01'];
  const asked = paths.length > mostPaths ? ['.'] : paths;
  const log = ['-c', 'log.showRoot=true', '--literal-pathspecs', 'log', ...shown, `--max-count=${mostCommits}`];
  const listed = await run([...log, 'HEAD', '--', ...asked]);
  return listed === null ? null : stepsIn(listed.toString('utf8'));
}

/** `\x01` begins a commit; behind it a row and a path for each file, ended by a NUL each. */
function stepsIn(listed: string): readonly FileStep[] {
  const steps: FileStep[] = [];
  let commit = -1;
  let row: RegExpExecArray | null = null;
  for (const token of listed.split('\0')) {
    if (token.includes('\x01')) commit += 1;
    if (row === null) {
      row = /:\d+ \d+ ([0-9a-f]+) ([0-9a-f]+) [A-Z]\d*$/.exec(token);
      continue;
    }
    const [, before = '', after = ''] = row;
    steps.push({ path: token, commit, before: blobOf(before), after: blobOf(after) });
    row = null;
  }
  return steps;
}

const blobOf = (id: string): string | null => (/^0+$/.test(id) ? null : id);
