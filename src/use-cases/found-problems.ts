import type { Problem } from '../model/problem.ts';
import type { Context } from './context.ts';
import { imageProblems, imagesAtOnce } from './local-images.ts';
import type { Named } from './paths.ts';
import type { Sources, SourcesResult } from './sources.ts';

/**
 * What is wrong with the sources themselves: what reading and compiling found, and what is wrong with their form. Without
 * sources there is only what keeps them from being read, whatever was named.
 *
 * @param named what was asked about; null for everything
 */
export function problemsOf(result: SourcesResult, named: Named | null): readonly Problem[] {
  if (!result.ok) return result.problems;
  return withinNamed([...result.sources.problems, ...result.sources.untidy], named);
}

/**
 * Images of the sources that Intercom has no way to get, as `check` tells of them.
 *
 * @param named what was asked about; null for everything
 */
export async function imagesFound(
  context: Context,
  sources: Sources,
  named: Named | null,
): Promise<readonly Problem[]> {
  return imagesAtOnce(withinNamed(await imageProblems(sources, context, 'warning'), named), sources);
}

function withinNamed(problems: readonly Problem[], named: Named | null): readonly Problem[] {
  return problems.filter(({ place }) => place === undefined || named?.hasFile(place.file) !== false);
}
