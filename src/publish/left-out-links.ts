import { listReferences } from '../body/references.ts';
import type { ContentPath, Locale } from '../model/article.ts';
import type { DesiredArticle } from '../model/desired.ts';
import type { Change } from '../model/plan.ts';
import type { World } from './world.ts';

/** Locales that were written without some of their links; the next run writes them again. */
export function lackingLinks(world: World, { key, locales }: Change, article: DesiredArticle): readonly Locale[] {
  const leftOut = [...leftOutLinks(world, article)].filter(([locale]) =>
    ['write', 'stage'].includes(locales[locale]?.do ?? ''),
  );
  const missing = leftOut.flatMap(([, keys]) => keys);
  if (missing.length === 0) world.leftOut.delete(key);
  else world.leftOut.set(key, missing);
  return leftOut.map(([locale]) => locale);
}

/**
 * The links of an article that a write has to leave out, because what they lead to could not be published in this run.
 *
 * @returns for each locale that lacks some, the articles that they lead to
 */
function leftOutLinks(
  { links }: Pick<World, 'links'>,
  { key, locales }: DesiredArticle,
): ReadonlyMap<Locale, readonly ContentPath[]> {
  const found = Object.entries(locales).map(([locale, { body }]) => {
    const target = links.targetFrom(key, locale);
    const missing = listReferences(body).flatMap((reference) =>
      reference.kind === 'article' && target(reference) === null ? [reference.key] : [],
    );
    return [locale, missing] as const;
  });
  return new Map(found.filter(([, missing]) => missing.length > 0));
}

/** Says once what a run could not link to. */
export function leftOutNotice(leftOut: World['leftOut']): string | null {
  if (leftOut.size === 0) return null;
  const targets = new Set([...leftOut.values()].flat());
  const [first = ''] = [...targets].sort();
  const to = targets.size === 1 ? first : `${first} and ${targets.size - 1} more`;
  const some = leftOut.size === 1 ? '1 article links' : `${leftOut.size} articles link`;
  const [have, them] = targets.size === 1 ? ['has', 'it'] : ['have', 'they'];
  return `${some} to ${to}, which ${have} no address yet: readers see the text without the link until ${them} ${have} been published.`;
}
