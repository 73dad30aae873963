import type { Teammate } from './remote.ts';

/**
 * The id of an author named by e-mail or id; null when none is named or the name is unknown.
 */
export function authorIdOf(author: string | null, teammates: readonly Teammate[]): string | null {
  if (author === null) return null;
  if (/^\d+$/.test(author)) return author;
  return teammates.find((teammate) => teammate.email.toLowerCase() === author.toLowerCase())?.id ?? null;
}
