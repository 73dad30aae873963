import type { ContentPath } from '../model/article.ts';
import type { DesiredArticle, DesiredLocale } from '../model/desired.ts';
import { desiredFingerprint } from './fingerprint.ts';
import { listReferences, resolveReferences, symbolicUrl } from './references.ts';

/**
 * Articles with the links to some others taken out: the text of such a link stays. What comes out is what a source
 * without the links would compile to, fingerprint and all, so that putting one in again is a change like any other.
 *
 * @param keys articles that links cannot lead to
 * @param helpCentre of the configuration; see `DesiredContent`
 */
export function withoutLinksTo(
  articles: readonly DesiredArticle[],
  keys: ReadonlySet<ContentPath>,
  helpCentre: string | null,
): readonly DesiredArticle[] {
  if (keys.size === 0) return articles;
  return articles.map((article) => {
    const locales = Object.entries(article.locales);
    if (!locales.some(([, wanted]) => leadsTo(wanted, keys))) return article;
    const unlinked = locales.map(([locale, wanted]) => [locale, localeWithout(wanted, keys, article, helpCentre)]);
    return { ...article, locales: Object.fromEntries(unlinked) };
  });
}

const leadsTo = (wanted: DesiredLocale, keys: ReadonlySet<ContentPath>): boolean =>
  linkedFrom(wanted).some((key) => keys.has(key));

/** Articles that a text links to. The body is looked through only where it is not known: most are read by nobody. */
export function linkedFrom(wanted: DesiredLocale): readonly ContentPath[] {
  if (wanted.links !== undefined) return wanted.links.map(({ to }) => to);
  return listReferences(wanted.body).flatMap((reference) => (reference.kind === 'article' ? [reference.key] : []));
}

function localeWithout(
  wanted: DesiredLocale,
  keys: ReadonlySet<ContentPath>,
  { author, parent }: DesiredArticle,
  helpCentre: string | null,
): DesiredLocale {
  if (!leadsTo(wanted, keys)) return wanted;
  const body = resolveReferences(wanted.body, (reference) =>
    reference.kind === 'article' && keys.has(reference.key) ? null : symbolicUrl(reference),
  );
  const { title, description, state } = wanted;
  return {
    ...wanted,
    ...(wanted.links === undefined ? {} : { links: wanted.links.filter(({ to }) => !keys.has(to)) }),
    body,
    fingerprint: desiredFingerprint({ title, description, state, author, parent, helpCentre, body }),
  };
}
