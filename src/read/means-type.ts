import { slipsBetween } from '../text/nearest.ts';

/**
 * Whether a `type` in front matter is ours. Other tools have types of their own (`docs`, `post`), which say nothing here;
 * but one that is only misspelt, or in a list, must not make a public article of what was to be for teammates.
 */
export function meansType(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(meansType);
  if (typeof value !== 'string') return false;
  const low = value.trim().toLowerCase();
  // As near to "internal" as a slip of the keys, and the opposite of it.
  if (low === 'external') return false;
  if (/(?:^|[^a-z])internal(?![a-z])|content.snippet/.test(low)) return true;
  return ['public', 'internal', 'snippet'].some((type) => slipsBetween(low, type) <= 2 || low.startsWith(type));
}

/** Whether a key is `type`, or that misspelt, by what it says too: few keys of other tools say that. */
export function isTypeKey(key: string, value: unknown): boolean {
  return slipsBetween(key.toLowerCase(), 'type') <= 2 && meansType(value);
}
