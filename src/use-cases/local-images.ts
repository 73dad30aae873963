import { imagesOutOfReach, type OutOfReach } from '../compile/images-out-of-reach.ts';
import { ownFolderName } from '../disk/own-folder.ts';
import type { Problem } from '../model/problem.ts';
import type { Recorded } from '../model/recorded.ts';
import { hasLocalTarget, ProblemsError, sandboxFolder } from './connect.ts';
import type { Context } from './context.ts';
import { readKnown } from './lock.ts';
import type { Sources } from './sources.ts';

/**
 * Articles with local images that Intercom cannot get. A workspace on this machine gets them from here, and is
 * not asked about.
 *
 * @param recorded what the lockfile says of the workspace
 */
export function outOfReach(sources: Sources, recorded: readonly Recorded[]): readonly OutOfReach[] {
  const { settings, units, repository, attempted } = sources;
  if (settings.images.host !== 'none' || Object.keys(attempted.images).length === 0) return [];
  return imagesOutOfReach({ articles: attempted.articles, units, files: repository.files }, recorded);
}

/**
 * The same as problems, for commands that know no workspace: an image that one of them has no copy of is named.
 *
 * @param severity `warning` where it is not known that Intercom is published to at all
 */
export async function imageProblems(
  sources: Sources,
  context: Context,
  severity: Problem['severity'],
): Promise<readonly Problem[]> {
  const { folder } = sources;
  if (sources.settings.layout === 'intercom-sync') return [];
  if (hasLocalTarget(context) || outOfReach(sources, [nothing]).length === 0) return [];
  try {
    const { read } = await readKnown(context, folder, sandboxFolder(context, folder) ?? `${folder}/${ownFolderName}`);
    const sections = Object.values(read.lockfile.workspaces);
    const found = outOfReach(sources, sections.length === 0 ? [nothing] : sections);
    return onceAPlace(found.flatMap(({ problems }) => problems)).map((one) => ({ ...one, severity }));
  } catch (error) {
    if (error instanceof ProblemsError) return error.problems;
    throw error;
  }
}

/** Images that nothing is said of yet are one finding, where a repository that another tool has is looked at as a whole. */
export function imagesAtOnce(
  problems: readonly Problem[],
  { settings }: Pick<Sources, 'settings'>,
): readonly Problem[] {
  const [first, ...more] = problems;
  if (settings.flavour === 'github' || first === undefined || more.length === 0) return problems;
  const others = more.length === 1 ? 'one more' : `${more.length} more`;
  return [{ ...first, message: `${first.message} (and so it is with ${others})` }];
}

const nothing: Recorded = { articles: {}, collections: {}, images: {} };

/** A snippet stands in many articles. */
export function onceAPlace(problems: readonly Problem[]): readonly Problem[] {
  return [...new Map(problems.map((found) => [JSON.stringify([found.code, found.place]), found])).values()];
}
