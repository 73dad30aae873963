import { setV8Option } from './v8-option.ts';

/** Entries of a cache from which on it counts how much garbage lies about: those of about two thousand articles. */
const many = 8_000;
/** How much the heap may grow, in percent, before it is looked through: V8's own answer can be several times of it. */
const growth = 40;
/** The same once all of Intercom is there too: little more is to come then, and nearly all of it stays. */
const lastGrowth = 12;
/** Articles in Intercom from which on that counts. */
const manyListed = 2_000;

/**
 * Has V8 collect garbage sooner where earlier runs left much: then most of what a run takes in is dropped at once, and
 * looking for it costs little. Where everything has to be compiled it would cost a sixth.
 */
export function collectSooner(entries: number): void {
  if (entries < many) return;
  setV8Option(`--heap-growing-percent=${growth}`);
  // What is new lies in a room of its own, three times as large as need be: it grows no more.
  setV8Option('--semi-space-growth-factor=1');
}

/** Has V8 collect it still sooner, once a sandbox in this process has been listed: all that it holds is in memory too. */
export function collectSoonest(listed: number): void {
  if (listed >= manyListed) setV8Option(`--heap-growing-percent=${lastGrowth}`);
}
