import type { Recorded } from '../model/recorded.ts';
import { atThisTime } from './at-this-time.ts';
import type { Context } from './context.ts';
import { withinReach } from './reach.ts';
import { withinRedirects } from './redirects.ts';
import type { Sources } from './sources.ts';
import { withTranslations } from './stale-translations.ts';
import { withinTypes } from './types.ts';

/**
 * Sources as a plan takes them, online or not: with what their translations were made from, without what the version of
 * the API cannot take, and as they are at this time.
 *
 * @param sections what the lockfile records, of the workspace at hand first
 * @param policy what becomes of stale translations, and how a text that was published is read
 */
export async function asPlanned(
  context: Context,
  given: Sources,
  sections: readonly Recorded[],
  policy: Parameters<typeof withTranslations>[3],
): Promise<Sources> {
  const translated = await withTranslations(context, given, sections, policy);
  return atThisTime(context, withinRedirects(withinReach(withinTypes(translated, sections))));
}
