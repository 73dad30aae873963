import path from 'node:path';
import { contentPath } from '../use-cases/assist/content-file.ts';
import { type Context, shownPath } from '../use-cases/context.ts';
import { type Named, namedPaths } from '../use-cases/paths.ts';
import type { Sources } from '../use-cases/sources.ts';

/**
 * What paths name: from the content folder on, or with its name in front.
 *
 * @throws UsageError when there is nothing of a path
 */
export async function namedIn(paths: readonly string[], sources: Sources, context: Context): Promise<Named> {
  const { folder, settings } = sources;
  const names = paths.map(async (name) => {
    const absolute = path.join(folder, settings.content, await contentPath(name, sources));
    return shownPath(context.host.cwd, absolute) || '.';
  });
  return namedPaths(await Promise.all(names), sources, context, { gone: true });
}
