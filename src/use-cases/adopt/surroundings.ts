import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { type Origin, originOf } from '../../git/remotes.ts';
import { findRepository } from '../../git/repository.ts';
import { type Forge, type ForgeRepository, forgeByFile, forgeOf, repositoryAt } from '../../model/forge.ts';
import { shownPath } from '../context.ts';

/** Where a help centre stands: its repository, who runs that, and who edits in it. */
export interface Surroundings {
  /** Absolute root of the repository; null where there is none. */
  readonly root: string | null;
  /** The folder from the root on, with forward slashes; `.` for the root. */
  readonly folder: string;
  readonly branch: string;
  readonly branchBy: Origin['branchBy'];
  /** Name of the remote that counts; null for none. */
  readonly remote: string | null;
  /** Where that remote leads; null for a folder on this machine, or none. */
  readonly repository: ForgeRepository | null;
  /** Who runs the repository, and the file that told; null where nothing does. */
  readonly forge: { readonly is: Forge; readonly file: string | null } | null;
  /** Whether JetBrains' editors have worked here. */
  readonly hasIdea: boolean;
}

/**
 * Looks at where a folder stands. Files are looked at as text, and nothing is run.
 *
 * @param folder absolute; it need not exist yet
 */
export async function surroundingsOf(folder: string): Promise<Surroundings> {
  const root = (await findRepository(folder))?.root ?? null;
  const { remote, branch, branchBy } = await originOf(folder);
  const repository = remote === null ? null : repositoryAt(remote.url);
  const top = root ?? folder;
  const names = await readdir(top).catch((): string[] => []);
  const workflows = await readdir(path.join(top, '.github/workflows')).catch((): string[] => []);
  const byHost = repository === null ? null : forgeOf(repository.host);
  const byFile = forgeByFile([...names, ...workflows.map((name) => `.github/workflows/${name}`)]);
  const elsewhere = repository === null ? null : ({ is: 'other', file: null } as const);
  return {
    root,
    folder: root === null ? '.' : shownPath(root, folder) || '.',
    branch,
    branchBy,
    remote: remote?.name ?? null,
    repository,
    forge:
      byHost !== null
        ? { is: byHost, file: null }
        : byFile !== null
          ? { is: byFile.forge, file: byFile.file }
          : elsewhere,
    hasIdea: names.includes('.idea'),
  };
}
