import { distance } from 'fastest-levenshtein';

/**
 * Whether a `type` in front matter is ours. Other tools have types of their own (`docs`, `post`), which say nothing here;
 * but one that is only misspelt must not make a public article of what was to be for teammates.
 */
export function meansType(value: unknown): boolean {
  if (typeof value !== 'string') return false;
  const low = value.trim().toLowerCase();
  return ['public', 'internal', 'snippet'].some((type) => distance(low, type) <= 2 || low.startsWith(type));
}
