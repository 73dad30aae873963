import { createMemo } from '../../cache/run-memo.ts';
import { knownSources, type Unit, withMissing } from '../../compile/compile.ts';
import type { ContentPath } from '../../model/article.ts';
import { type Memo, noMemo } from '../../model/memo.ts';
import type { Repository } from '../../model/repository.ts';
import type { Settings } from '../../model/settings.ts';
import type { Context } from '../context.ts';
import { compileInThreads } from './compile-in-threads.ts';
import type { Thread } from './thread.ts';
import { threadsFor } from './thread-count.ts';

/**
 * Compiles every source by itself: in threads where that pays.
 *
 * @param previous units of before, in this run
 * @param onFewLeft told once, when few sources are left to be compiled
 * @param started threads that were started already, and go on afterwards
 * @throws UsageError when a thread ends before its time
 */
export async function unitsOf(
  { host }: Pick<Context, 'host'>,
  repository: Repository,
  settings: Settings,
  {
    previous,
    memo,
    onFewLeft,
    started = [],
  }: {
    readonly previous: ReadonlyMap<ContentPath, Unit> | undefined;
    readonly memo: Memo;
    readonly onFewLeft?: () => unknown;
    readonly started?: readonly Thread[];
  },
): Promise<ReadonlyMap<ContentPath, Unit>> {
  const known = knownSources(repository, settings, previous, memo);
  const characters = known.missing.reduce((sum, { body }) => sum + body.length, 0);
  const count = threadsFor(host.env, settings, characters);
  const others = host.threads === undefined || count < 2 ? null : { program: host.threads, count: count - 1, started };
  // What is compiled is kept as bytes, also where no later run will ask for it.
  const kept = memo === noMemo ? createMemo('this run') : memo;
  const made = await compileInThreads(known.missing, { repository, settings, memo: kept }, others, onFewLeft);
  const rest = known.missing.filter(({ path }) => !made.has(path));
  return withMissing({ units: new Map([...known.units, ...made]), missing: rest }, repository, settings, kept);
}
