import type { Locale } from '../model/article.ts';
import { byCodeUnit } from '../model/by-code-unit.ts';
import type { Remote, RemoteArticle, RemoteHelpCentre } from '../model/remote.ts';
import type { SourceFields } from '../model/repository.ts';

/** Old addresses, sorted, by `articleIn`. */
export type OldAddresses = ReadonlyMap<string, readonly string[]>;

const articleIn = (id: string, locale: Locale): string => `${id} ${locale}`;

/**
 * Old addresses of articles as their sources have them: a path below the address of the help centre that the article is
 * in, or the whole address where it is one of another.
 *
 * @param centreOf the help centre of an article, by its id
 */
export function oldAddresses(
  { redirects = [], helpCentres }: Pick<Remote, 'redirects' | 'helpCentres'>,
  centreOf: (id: string) => RemoteHelpCentre | null,
): OldAddresses {
  const found = new Map<string, string[]>();
  for (const { targetType, targetId, locale, address, helpCentreId } of redirects) {
    if (targetType !== 'article') continue;
    const home = helpCentres.find(({ id }) => id === helpCentreId)?.url ?? '';
    const from = centreOf(targetId)?.id === helpCentreId ? address : `${home}${address}`;
    const slot = articleIn(targetId, locale);
    found.set(slot, [...(found.get(slot) ?? []), from].sort(byCodeUnit));
  }
  return found;
}

/** What a source says of the old addresses that lead to its text. */
export function redirectFields(
  { id }: RemoteArticle,
  locale: Locale,
  { redirects }: { readonly redirects?: OldAddresses },
): Pick<SourceFields, 'redirectFrom'> {
  const redirectFrom = redirects?.get(articleIn(id, locale)) ?? [];
  return redirectFrom.length === 0 ? {} : { redirectFrom };
}
