import { execFile } from 'node:child_process';
import { type GitStart, gitEnvironment } from '../git/git-environment.ts';
import { programIn } from '../git/program.ts';
import type { Host } from '../host.ts';

/** Largest file that is read from git, in bytes: far more than any source. */
const largest = 20_000_000;
/** Milliseconds that git may take. */
const patience = 20_000;

/** What git knows, of the repository that a folder is in. */
export interface Git {
  /** Bytes of a blob; null where git is missing, the folder is in no repository, or the blob is not there. */
  blob(id: string): Promise<Buffer | null>;
  /**
   * Git blob ids of files as they were last committed.
   *
   * @param files paths relative to the folder, forward slashes
   * @returns null where that cannot be told: git is missing, there is no repository, or nothing was committed yet
   */
  committed(files: readonly string[]): Promise<ReadonlyMap<string, string> | null>;
}

/** Nothing is fetched, and whose repository it is counts, as when a person runs git. */
const reading: GitStart = { passed: [], settings: [], protocols: [], takesAnyOwner: false };

/**
 * Opens the repository that a folder is in, for reading what is in its own store: no shell, no network, no lock, no
 * hook, and none of the environment but what git needs to start and to find the person's settings.
 *
 * @param folder absolute
 */
export function gitIn(folder: string, env: Host['env']): Git {
  const environment = gitEnvironment(folder, env, reading);
  const run = async (args: readonly string[]): Promise<Buffer | null> => {
    const own = await environment;
    if (own === null) return null;
    const options = { cwd: folder, env: { ...own }, timeout: patience, maxBuffer: largest, windowsHide: true };
    return new Promise((resolve) => {
      const program = programIn('git', own);
      const child = execFile(program, [...args], { ...options, encoding: 'buffer' }, (error, stdout) =>
        resolve(error === null ? stdout : null),
      );
      child.stdin?.end();
    });
  };
  return {
    blob: async (id) => (isObjectId(id) ? run(['cat-file', 'blob', id]) : null),
    async committed(files) {
      if (files.length === 0) return new Map();
      const listed = await run(['--literal-pathspecs', 'ls-tree', '-z', 'HEAD', '--', ...files]);
      return listed === null ? null : new Map(rowsOf(listed.toString('utf8')));
    },
  };
}

const isObjectId = (id: string): boolean => /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(id);

/** Rows such as `100644 blob 8ab686… content/billing.md`, each ended by a NUL, with a tab before the path. */
function rowsOf(listed: string): readonly (readonly [string, string])[] {
  return listed.split('\0').flatMap((row) => {
    const [, id, path] = /^\d+ blob ([0-9a-f]+)\t(.+)$/s.exec(row) ?? [];
    return id === undefined || path === undefined ? [] : [[path, id] as const];
  });
}
