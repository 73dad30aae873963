import { type Cache, openCache } from '../cache/cache.ts';
import { keepsNothing } from '../cache/home.ts';
import type { Host } from '../model/host.ts';
import { type Memo, noMemo } from '../model/memo.ts';
import { build } from '../version.ts';
import type { Context } from './context.ts';

/** One cache for each folder that a run looks at, however often it does. */
const open = new WeakMap<object, Map<string, Promise<Cache | null>>>();

/** Caches that are written when the command is done. */
const saved = new WeakSet<Cache>();

/**
 * What earlier runs made of the sources of a folder. What is new is kept when the command is done.
 *
 * @param folder absolute folder of the configuration
 */
export async function memoFor(context: Pick<Context, 'host'>, folder: string): Promise<Memo> {
  const { keeps } = context.host;
  const cache = await cacheOf(context, folder);
  if (cache === null) return noMemo;
  if (!saved.has(cache)) keeps?.atEnd(() => cache.save());
  saved.add(cache);
  return cache;
}

/** The same for a trial, of which nothing is written: what it makes is kept if the command goes on to ask for more. */
export async function memoForTrial(context: Pick<Context, 'host'>, folder: string): Promise<Memo> {
  return (await cacheOf(context, folder)) ?? noMemo;
}

async function cacheOf({ host }: Pick<Context, 'host'>, folder: string): Promise<Cache | null> {
  const { keeps, env } = host;
  if (keeps === undefined || keepsNothing(env)) return null;
  const caches = open.get(keeps) ?? new Map<string, Promise<Cache | null>>();
  open.set(keeps, caches);
  const known = caches.get(folder) ?? openCache(folder, keeps.build, env);
  caches.set(folder, known);
  return known;
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
