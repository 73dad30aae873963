import path from 'node:path';
import { gitIn } from '../git/git.ts';
import { shellArgument } from '../model/shell-argument.ts';
import { UsageError } from '../model/usage-error.ts';
import type { Context } from './context.ts';
import { demandSources, type Named, namedFiles, namedPaths } from './paths.ts';
import type { Sources } from './sources.ts';

/** How a person chooses a part of the plan. */
export interface Choice {
  /** Files, folders and globs. */
  readonly paths?: readonly string[] | undefined;
  /** Commit since which what changed is meant: a branch, a tag, an id. */
  readonly changedSince?: string | undefined;
}

/** Whether a part was chosen, and not all of it. */
export function isPart({ paths = [], changedSince }: Choice): boolean {
  return changedSince !== undefined || paths.length > 0;
}

/**
 * The part of the plan that a person chose, as an option for it.
 *
 * @returns nothing where all of it is meant
 * @throws UsageError where both ways are used, there is nothing of a path, or git does not know the commit
 */
export async function chosenPart(
  context: Context,
  sources: Sources,
  { paths = [], changedSince }: Choice,
): Promise<{ readonly part?: Named; readonly chosenBy?: string }> {
  if (changedSince !== undefined && paths.length > 0) {
    const help = 'Leave one of them out.';
    throw new UsageError('two-parts', 'paths and --changed-since both choose a part', help, 64);
  }
  if (changedSince !== undefined)
    return {
      part: await changed(context, sources, changedSince),
      chosenBy: `--changed-since ${shellArgument(changedSince)}`,
    };
  if (paths.length === 0) return {};
  const named = demandSources(await namedPaths(paths, sources, context, { gone: true }));
  return named.has('') ? {} : { part: named, chosenBy: paths.map(shellArgument).join(' ') };
}

async function changed(context: Context, sources: Sources, since: string): Promise<Named> {
  const git = gitIn(path.join(sources.folder, sources.settings.content), context.host.env);
  const files = await git.changedSince(since);
  if (files !== null) return await namedFiles(files, sources, context);
  const help = 'Name a branch, a tag or a commit that is here; a shallow checkout needs "fetch-depth: 0".';
  throw new UsageError('no-such-commit', `git does not know "${since}"`, help, 64);
}
