import { type Cache, openCache } from '../cache/cache.ts';
import type { Host } from '../model/host.ts';
import { type Memo, noMemo } from '../model/memo.ts';
import { build } from '../version.ts';
import type { Context } from './context.ts';

/** One cache for each folder that a run looks at, however often it does. */
const open = new WeakMap<object, Map<string, Promise<Cache | null>>>();

/**
 * What earlier runs made of the sources of a folder. What is new is kept when the command is done.
 *
 * @param folder absolute folder of the configuration
 */
export async function memoFor({ host }: Pick<Context, 'host'>, folder: string): Promise<Memo> {
  const { keeps, env } = host;
  if (keeps === undefined || env.HELPCENTRE_CACHE === 'off') return noMemo;
  const caches = open.get(keeps) ?? new Map<string, Promise<Cache | null>>();
  open.set(keeps, caches);
  const known = caches.get(folder);
  if (known !== undefined) return (await known) ?? noMemo;
  const opening = openCache(folder, keeps.build, env);
  caches.set(folder, opening);
  const cache = await opening;
  if (cache === null) return noMemo;
  keeps.atEnd(() => cache.save());
  return cache;
}

/**
 * Runs a command on a host that keeps what the next run would make again, once it is done and however it ended. A program
 * that runs from its sources keeps nothing: what it would come to changes under it.
 */
export async function keeping<T>(given: Host, command: (host: Host) => Promise<T>): Promise<T> {
  if (build === null || given.keeps !== undefined) return command(given);
  const tasks: (() => Promise<void>)[] = [];
  const keeps = { build, atEnd: (task: () => Promise<void>): unknown => tasks.push(task) };
  try {
    return await command({ ...given, keeps });
  } finally {
    for (const task of tasks) await task();
  }
}
