import type { Place } from '../model/place.ts';
import { type Problem, problem } from '../model/problem.ts';
import { slipsBetween } from '../text/nearest.ts';
import type { LocatedYaml } from '../yaml/located-yaml.ts';
import { frontMatterSchema } from './front-matter-schema.ts';
import { isTypeKey } from './means-type.ts';

/** A key of front matter that means nothing here. */
export interface UnknownKey {
  readonly key: string;
  readonly place: Place;
}

/**
 * Whether a key is likely a misspelt one of ours: one letter is wrong, or two are in a longer word that begins the same.
 * Other tools have `date`, `slug` and the like, which no more than look similar.
 */
export function isMisspelt(key: string, ours: readonly string[]): boolean {
  const low = key.toLowerCase();
  if (ofOthers.includes(low)) return false;
  return ours.some((own) => {
    const far = slipsBetween(low, own.toLowerCase());
    return far === 0 || (own.length > 3 && far === 1) || (own.length > 4 && far === 2 && low[0] === own[0]);
  });
}

/** Words of other tools that are as near to one of ours as a slip: `order` is no `owner`. */
const ofOthers = ['order'];

/** Keys with which other tools say whether a page is published. */
const publishedKeys = ['published', 'publish'];

/** A key of theirs in the place of our `state`: what it would be here is said, for it decides what readers see. */
export function statesOfOthers(fields: Readonly<Record<string, unknown>>, yaml: LocatedYaml): readonly Problem[] {
  return publishedKeys
    .filter((key) => typeof fields[key] === 'boolean')
    .map((key) => {
      const nearest = `state: ${fields[key] === true ? 'published' : 'draft'}`;
      return problem('unknown-key', { key, where: 'front matter', nearest }, yaml.placeOfKey([key]));
    });
}

/** Keys that are named. */
const mostNamed = 4;

/** All of them in one note, where the first is. */
export function unknownKeys(found: readonly UnknownKey[]): readonly Problem[] {
  const [first] = found;
  if (first === undefined) return [];
  const counts = new Map<string, number>();
  for (const { key } of found) counts.set(key, (counts.get(key) ?? 0) + 1);
  const names = [...counts].sort(([, a], [, b]) => b - a).map(([key]) => key);
  const files = new Set(found.map(({ place }) => place.file)).size;
  const args = {
    keys: found.length,
    files,
    names: names.slice(0, mostNamed),
    more: Math.max(0, names.length - mostNamed),
  };
  return [problem('unknown-keys', args, first.place)];
}

/** Takes out keys of other tools, which are said all at once; one that is likely a misspelt key of ours stays. */
export function takeUnknown(fields: Record<string, unknown>, yaml: LocatedYaml): readonly UnknownKey[] {
  const ours = Object.keys(frontMatterSchema.shape);
  const named = ours.filter((key) => !['type', 'sources', 'shots'].includes(key));
  // Many have a `source` of their own, which is an address or a book.
  const isOurs = (key: string): boolean => isTypeKey(key, fields[key]) || (key !== 'type' && ours.includes(key));
  return Object.keys(fields)
    .filter((key) => !isOurs(key) && key !== '__proto__' && !isMisspelt(key, named))
    .map((key) => {
      delete fields[key];
      return { key, place: yaml.placeOfKey([key]) };
    });
}
