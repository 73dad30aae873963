import type { Host } from '../model/host.ts';
import type { Pull, PullLeft } from '../model/pulled.ts';
import { formatDocument } from '../output/format.ts';
import { count } from '../report/paint.ts';
import { pullText } from '../report/pull-text.ts';
import { type CommonOptions, makeContext } from '../use-cases/context.ts';
import { type PullRunOptions, pullArticles } from '../use-cases/pull/pull.ts';
import { sayProblems } from './say-problems.ts';

/** Options of `pull`. */
export interface PullOptions extends CommonOptions, PullRunOptions {}

/**
 * `helpcentre pull [paths…]`: edits made in Intercom go into the Markdown they belong to, merged. Holds a reader only.
 *
 * @param paths files and folders; everything if none is given
 * @returns see `exitCodeOfPull`
 */
export async function pull(host: Host, paths: readonly string[], options: PullOptions): Promise<number> {
  const context = makeContext(host, options);
  const result = await pullArticles(context, paths, options);
  if (options.json === true) context.print(formatDocument('pull', result));
  else {
    await sayProblems(result.problems, context);
    context.print(pullText(result, context.paint));
    if (exitCodeOfPull(result) === 1) context.print(`\n${reasonOf(result)}\n`);
  }
  return exitCodeOfPull(result);
}

/** What a person has to do something about before the edit can be taken. */
const unfinished: readonly PullLeft['why'][] = [
  'file-gone',
  'file-there',
  'not-compiled',
  'changed-on-disk',
  'place',
  'front-matter',
];

/**
 * The exit code of a pull: 1 when there are conflicts to settle, or edits that could not be taken; else 0. Of a check: 1
 * when there is anything to pull.
 */
function exitCodeOfPull({ pulled, left, isCheck }: Pull): 0 | 1 {
  if (isCheck && pulled.length > 0) return 1;
  return pulled.some(({ result }) => result === 'conflict') || left.some(({ why }) => unfinished.includes(why)) ? 1 : 0;
}

/** Why it is 1, in one line. */
function reasonOf({ pulled, left, isCheck }: Pull): string {
  const conflicts = pulled.filter(({ result }) => result === 'conflict').length;
  const others = left.filter(({ why }) => unfinished.includes(why)).length;
  const parts = [
    isCheck && pulled.length > 0 ? `${count(pulled.length, 'source')} to pull` : '',
    conflicts === 0 ? '' : `${count(conflicts, 'conflict')} to settle`,
    others === 0 ? '' : `${count(others, 'edit')} not taken`,
  ];
  return parts.filter((part) => part !== '').join('; ');
}
