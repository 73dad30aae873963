import { byCodeUnit } from './by-code-unit.ts';

/** Order of ids: Intercom's are digits, of which longer ones are larger, so older first; the same on every run. */
export function byId(a: string, b: string): number {
  return a.length - b.length || byCodeUnit(a, b);
}
