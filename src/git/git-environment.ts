import { stat } from 'node:fs/promises';
import { devNull } from 'node:os';
import path from 'node:path';
import { childEnvironment } from './child-environment.ts';
import { type FoundRepository, findRepository } from './repository.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Settings of git, which count before those of any file. */
export type GitSettings = readonly (readonly [string, string])[];

/** How git is started. */
export interface GitStart {
  /** Variables besides the plain ones. */
  readonly passed: readonly string[];
  readonly settings: GitSettings;
  /** Protocols that a remote may be spoken with. */
  readonly protocols: readonly string[];
  /** Whether a repository of somebody else's is taken too: who checks out is not always who runs. */
  readonly takesAnyOwner: boolean;
}

/** What keeps a repository's settings and files from starting programs or leading git elsewhere. */
const always: GitSettings = [
  ['safe.bareRepository', 'explicit'],
  ['core.hooksPath', devNull],
  ['core.fsmonitor', 'false'],
  ['core.alternateRefsCommand', 'true'],
  ['protocol.ext.allow', 'never'],
  ['submodule.recurse', 'false'],
  ['fetch.recurseSubmodules', 'false'],
  ['push.recurseSubmodules', 'no'],
  ['push.gpgSign', 'false'],
  ['gc.auto', '0'],
  ['maintenance.auto', 'false'],
];

/**
 * The environment that git runs with in a folder: the checkout's own store is named, so that git looks for none; no
 * pager, no editor, no question, no program of the repository, and none of the run's secrets.
 *
 * @param folder absolute
 * @param env the run's own
 * @returns null where the folder is in no repository
 */
export async function gitEnvironment(
  folder: string,
  env: Environment,
  start: GitStart,
): Promise<Readonly<Record<string, string>> | null> {
  const found = await findRepository(folder);
  if (found === null) return null;
  return {
    ...childEnvironment(env, start.passed, found.root),
    ...configured([...always, ...start.settings]),
    ...(start.takesAnyOwner || (await isOurs(found))
      ? { GIT_DIR: found.store, GIT_WORK_TREE: found.root }
      : // Git itself judges then whether the person trusts the owner, and looks no further up.
        { GIT_CEILING_DIRECTORIES: path.dirname(found.root) }),
    GIT_ALLOW_PROTOCOL: start.protocols.join(':'),
    GIT_TERMINAL_PROMPT: '0',
    GIT_ASKPASS: '',
    SSH_ASKPASS: '',
    GIT_PAGER: 'cat',
    GIT_EDITOR: 'true',
    // A blob that a partial clone left out is not fetched.
    GIT_NO_LAZY_FETCH: '1',
    GIT_OPTIONAL_LOCKS: '0',
    LC_ALL: 'C',
  };
}

/** Settings as git reads them from its environment. */
function configured(settings: GitSettings): Readonly<Record<string, string>> {
  const entries = settings.flatMap(([key, value], index) => [
    [`GIT_CONFIG_KEY_${index}`, key],
    [`GIT_CONFIG_VALUE_${index}`, value],
  ]);
  return Object.fromEntries([...entries, ['GIT_CONFIG_COUNT', String(settings.length)]]);
}

async function isOurs({ root, store }: FoundRepository): Promise<boolean> {
  const own = process.getuid?.();
  const owners = await Promise.all([root, store].map(async (one) => (await stat(one).catch(() => null))?.uid));
  return own !== undefined && owners.every((owner) => owner === own);
}
