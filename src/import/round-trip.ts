import { canonicalWith } from '../body/canonical.ts';
import { sendableOnly } from '../body/sendable.ts';
import type { Addresses } from '../dialect/decompile.ts';

/** Characters of both sides that are shown where they part. */
const shown = 60;

/**
 * Whether a source compiles back to what it was made from: the canonical form of both is the same, links and images
 * compared by what they lead to and show. Markup in headings counts here: Intercom has it until the first write.
 * Addresses that cannot be sent do not: `unsendableIn` names them.
 *
 * @param compiled what the source compiles to, links still symbolic
 * @param stored the body as Intercom has it
 * @param names the symbolic names of what Intercom's addresses stand for (`referencesFrom`)
 * @returns null where it does; else where the two part, in a clause
 */
export function whereTheyPart(compiled: string, stored: string, names: Addresses): string | null {
  const ours = canonicalWith(compiled, { headingMarkup: 'in-one-line' });
  const theirs = canonicalWith(stored, { ...sendableOnly, ...names, headingMarkup: 'in-one-line' });
  if (ours === theirs) return null;
  let at = 0;
  while (ours[at] === theirs[at]) at += 1;
  const start = Math.max(0, ours.lastIndexOf('<', at), at - shown / 2);
  return `it compiles to ${excerpt(ours, start)} where Intercom has ${excerpt(theirs, start)}`;
}

function excerpt(html: string, start: number): string {
  const piece = html.slice(start, start + shown);
  return piece === '' ? 'nothing more' : `"${piece}${html.length > start + shown ? '…' : ''}"`;
}
