import { setV8Option } from './v8-option.ts';

/** Sources from which on it counts how much garbage lies about. */
const many = 1_000;
/** How much the heap may grow before it is looked through, in percent, times sources: V8's own answer is several times the heap. */
const growth = 400_000;
/** Sources from which on it grows no slower. */
const most = 20_000;
/** In percent, once all of Intercom is there too: little more is to come then, and nearly all of it stays. */
const lastGrowth = 12;
/** Articles in Intercom from which on that counts. */
const manyListed = 2_000;

/**
 * Has V8 collect garbage sooner where there are many sources: then about as much of it lies about at any time as where there
 * are few.
 */
export function collectSooner(sources: number): void {
  if (sources > many) setV8Option(`--heap-growing-percent=${Math.round(growth / Math.min(sources, most))}`);
}

/** Has V8 collect it still sooner, once a sandbox in this process has been listed: all that it holds is in memory too. */
export function collectSoonest(listed: number): void {
  if (listed >= manyListed) setV8Option(`--heap-growing-percent=${lastGrowth}`);
}
