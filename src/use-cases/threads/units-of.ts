import { availableParallelism } from 'node:os';
import { knownSources, type Unit, withMissing } from '../../compile/compile.ts';
import type { ContentPath } from '../../model/article.ts';
import { createMemo, type Memo } from '../../model/memo.ts';
import type { Repository, Source } from '../../model/repository.ts';
import type { Settings } from '../../model/settings.ts';
import type { Context } from '../context.ts';
import { compileInThreads } from './compile-in-threads.ts';

/** Characters of sources from which on threads pay: below, they take longer to start than to work. */
const worthThreads = 400_000;
/** More threads than this wait for the one that links. */
const mostThreads = 8;

/**
 * Compiles every source by itself: in threads where that pays.
 *
 * @param previous units of before, in this run
 * @param onFewLeft told once, when few sources are left to be compiled
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
  }: {
    readonly previous: ReadonlyMap<ContentPath, Unit> | undefined;
    readonly memo: Memo;
    readonly onFewLeft?: () => unknown;
  },
): Promise<ReadonlyMap<ContentPath, Unit>> {
  const known = knownSources(repository, settings, previous, memo);
  const count = threadsFor(host.env, settings, known.missing);
  const others = host.threads === undefined || count < 2 ? null : { program: host.threads, count: count - 1 };
  const kept = memo.maker === '' && others !== null ? createMemo('this run') : memo;
  const made = await compileInThreads(known.missing, { repository, settings, memo: kept }, others, onFewLeft);
  const rest = known.missing.filter(({ path }) => !made.has(path));
  return withMissing({ units: new Map([...known.units, ...made]), missing: rest }, repository, settings, kept);
}

/** As many as are asked for, by the environment before the configuration; else as many as there are cores, where they pay. */
function threadsFor(
  { HELPCENTRE_THREADS: asked = '' }: Readonly<Record<string, string | undefined>>,
  { threads }: Pick<Settings, 'threads'>,
  sources: readonly Source[],
): number {
  if (/^[1-9]\d*$/.test(asked)) return Number(asked);
  if (threads !== null) return threads;
  const length = sources.reduce((sum, { body }) => sum + body.length, 0);
  return length < worthThreads ? 1 : Math.min(mostThreads, availableParallelism());
}
