import { setFlagsFromString } from 'node:v8';

/**
 * Bytes of bytecode that a function runs before it is optimised: fifteen times as many as by itself. Optimising took a third of
 * a first check's processor time, on the core that a second thread could have used, and every thread does it anew.
 */
const budget = 2_000_000;

/** Lets the whole process, its threads too, optimise only what runs long. Called before anything else is done. */
export function optimiseLater(): void {
  // It only says when a function is optimised. V8 promises nothing about its options: where this was not tried, it is left.
  if (process.versions.v8.startsWith('11.')) setFlagsFromString(`--interrupt-budget=${budget}`);
}
