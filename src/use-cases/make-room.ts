import path from 'node:path';
import { ownFolderName } from '../disk/own-folder.ts';
import { openSpool } from '../disk/spool.ts';
import { keepTextsIn } from '../memory/sheets.ts';
import { setV8Option } from './v8-option.ts';

/** Sources from which on it counts how much room a run needs. */
const many = 1_000;
/** How much the heap may grow before it is looked through, in percent, times sources: V8's own answer is several times the heap. */
const growth = 400_000;
/** Sources from which on it grows no slower: what it takes to look through the heap would grow faster than they. */
const most = 10_000;
/** In percent, once a sandbox in this process has been listed: nearly all that a plan will hold is there. */
const lastGrowth = 20;
/** Articles from which on that counts. */
const manyListed = 2_000;
/** Sources from which on they need the room that threads have. */
const veryMany = 4_000;

let hasSpool = false;

/**
 * Has a run with many sources need less room: texts that it keeps are put on disk, and V8 collects garbage sooner, so that
 * about as much of it lies about at any time as where there are few.
 *
 * @param folder absolute folder of the configuration; null where this run writes no files of its own
 */
export async function makeRoomFor(sources: number, folder: string | null): Promise<void> {
  if (sources <= many) return;
  setV8Option(`--heap-growing-percent=${Math.round(growth / Math.min(sources, most))}`);
  if (hasSpool || folder === null) return;
  hasSpool = true;
  const spool = await openSpool(path.join(folder, ownFolderName));
  if (spool !== null) keepTextsIn(spool);
}

/** Whether there are so many sources that, once compiled, they need the room that threads have. */
export const isVeryMany = (sources: number): boolean => sources >= veryMany;

/** Has V8 collect garbage still sooner for a plan, once a sandbox in this process has been listed: all that it holds is in memory too. */
export function makeLastRoomFor(listed: number): void {
  if (listed >= manyListed) setV8Option(`--heap-growing-percent=${lastGrowth}`);
}

/** Lets V8 collect garbage when it thinks fit, for a run that writes: it makes much more of it than a plan. */
export function roomIsMade(): void {
  setV8Option('--heap-growing-percent=0');
}
