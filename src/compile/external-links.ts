import type { Place } from '../model/place.ts';
import type { Unit } from './unit.ts';

/** An address on the web, where it is written. */
export interface ExternalLink {
  /** Absolute, `http:` or `https:`, with its fragment. */
  readonly url: string;
  readonly place: Place;
}

/** The addresses on the web in all bodies, in the order of the units; one in a snippet once. */
export function externalLinks(units: readonly Unit[]): readonly ExternalLink[] {
  const found = new Map<string, ExternalLink>();
  for (const { body } of units) {
    for (const { target, place } of body.targets) {
      const written = target.startsWith('//') ? `https:${target}` : target;
      // Those that are no valid address are problems already.
      if (!/^https?:/i.test(written) || !URL.canParse(written)) continue;
      const url = new URL(written).href;
      found.set(JSON.stringify([url, place]), { url, place });
    }
  }
  return [...found.values()];
}
