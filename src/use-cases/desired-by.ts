import { withoutLinksTo } from '../body/unlinked.ts';
import type { Desired } from '../model/desired.ts';
import type { Plan } from '../model/plan.ts';
import type { Sources } from './sources.ts';

/** What the sources ask for, without the links that a plan says lead nowhere yet. */
export function desiredBy(
  { unlinked = [] }: Plan,
  { desired, settings }: Pick<Sources, 'desired' | 'settings'>,
): Desired {
  return { ...desired, articles: withoutLinksTo(desired.articles, new Set(unlinked), settings.helpCentre) };
}
