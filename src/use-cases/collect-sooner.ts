import { setFlagsFromString } from 'node:v8';

/** Sources from which on it counts how much garbage lies about. */
const many = 2_000;
/** Of them, at most as many that have to be compiled: compiling makes much garbage that is soon none. */
const few = 0.1;
/** How much the heap may grow, in percent, before it is looked through: V8's own answer can be several times of it. */
const growth = 40;

/**
 * Has V8 collect garbage sooner where nearly all of many sources are as they were: then most of what a run takes in is
 * dropped at once, and looking for it costs little.
 */
export function collectSooner(sources: number, missing: number): void {
  if (sources < many || missing > sources * few) return;
  // It only says when garbage is collected. V8 promises nothing about its options: where this was not tried, it is left.
  if (process.versions.v8.startsWith('11.')) setFlagsFromString(`--heap-growing-percent=${growth}`);
}
