import path from 'node:path';
import type { Host } from '../model/host.ts';
import { formatDocument } from '../output/format.ts';
import { convertedText } from '../report/converted-text.ts';
import { type CommonOptions, type Context, makeContext, shownPath } from '../use-cases/context.ts';
import { type Converted, convertRepository, hasLost } from '../use-cases/convert/convert.ts';
import { keptFolder } from '../use-cases/convert/kept.ts';
import { sayProblems } from './say-problems.ts';

/**
 * `helpcentre convert <folder>`: writes a repository of Intercom's own connector in our layout. Asks no workspace.
 *
 * @param folder as the person in the host's working folder names it
 * @returns 0, or 1 when something is not in the new content, or does not say the same there
 */
export async function convert(host: Host, folder: string, options: CommonOptions): Promise<number> {
  const context = makeContext(host, options);
  const converted = await convertRepository(context, path.resolve(host.cwd, folder));
  const isLost = hasLost(converted);
  if (options.json === true) context.print(formatDocument('convert', factsOf(converted, context)));
  else {
    await sayProblems(
      [...converted.problems.filter(({ severity }) => severity === 'error'), ...converted.errorsAfter],
      context,
    );
    context.print(convertedText({ ...factsOf(converted, context), isLost }, context.paint));
  }
  return isLost ? 1 : 0;
}

function factsOf({ folder, problems: _, ...converted }: Converted, { host }: Context) {
  return { folder: shownPath(host.cwd, folder), keptFolder, ...converted };
}
