import { availableParallelism } from 'node:os';
import type { Settings } from '../../model/settings.ts';

/** Characters of sources from which on threads pay: below, they take longer to start than to work. */
const worthThreads = 400_000;
/** More threads than this wait for the one that links. */
const mostThreads = 8;

/** As many as are asked for, by the environment before the configuration; else as many as there are cores, where they pay. */
export function threadsFor(
  { HELPCENTRE_THREADS: asked = '' }: Readonly<Record<string, string | undefined>>,
  { threads }: Pick<Settings, 'threads'>,
  characters: number,
): number {
  if (/^[1-9]\d*$/.test(asked)) return Number(asked);
  if (threads !== null) return threads;
  return characters < worthThreads ? 1 : Math.min(mostThreads, availableParallelism());
}
