import type { Addresses } from '../dialect/decompile.ts';
import { canonicalWith } from '../html/canonical.ts';

/**
 * Whether a source compiles back to what it was made from: the canonical form of both is the same, links and images
 * compared by what they lead to and show.
 *
 * @param compiled what the source compiles to, links still symbolic
 * @param stored the body as Intercom has it
 * @param names the symbolic names of what Intercom's addresses stand for (`referencesFrom`)
 */
export function comesRound(compiled: string, stored: string, names: Addresses): boolean {
  return canonicalWith(compiled, {}) === canonicalWith(stored, names);
}
