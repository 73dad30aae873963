import { parseArticleUrl } from '../body/article-url.ts';
import { withEncodedFragment } from '../body/canonical/url.ts';
import { headingIds } from '../body/heading-ids.ts';
import { headings } from '../body/headings.ts';
import { linkTargets, ownHeading } from '../body/link-targets.ts';
import { labelsOf } from '../body/reach.ts';
import { resolveReferences, symbolicUrl } from '../body/references.ts';
import { soughtIn } from '../body/remains.ts';
import { textToBe } from '../body/staged-print.ts';
import type { ContentPath, Locale } from '../model/article.ts';
import type { desiredCentres } from '../model/centre-of.ts';
import type { Desired } from '../model/desired.ts';
import type { Recorded } from '../model/recorded.ts';
import type { Remote } from '../model/remote.ts';
import type { Comparison } from './compare.ts';
import type { Matching } from './match.ts';

/** Gathers what desired and remote are compared with. */
export function comparisonOf(
  desired: Desired,
  recorded: Recorded,
  remote: Remote | null,
  centres: ReturnType<typeof desiredCentres>,
  collectionIds: Comparison['collectionIds'],
  matching: Matching,
): Comparison {
  const articles = new Map(remote?.articles.map((article) => [article.id, article]));
  // What was found by a move or as a twin has an id too, though the lockfile does not know it under this key.
  const found = new Map(matching.pairs.map((pair) => [pair.key, pair.remote?.id ?? pair.recorded?.id]));
  const reaches = new Map(matching.pairs.map((pair) => [pair.key, pair.recorded?.reach]));
  const wanted = new Map(desired.articles.map((article) => [article.key, article]));
  const idOf = (key: ContentPath): string | undefined => found.get(key) ?? recorded.articles[key]?.id;
  const storedOf = (key: ContentPath, locale: Locale) => {
    const article = articles.get(found.get(key) ?? '');
    return article === undefined ? undefined : textToBe(article, locale);
  };
  const headingId = (key: ContentPath, locale: Locale, slug: string): string => {
    const ours = wanted.get(key)?.locales[locale];
    const stored = storedOf(key, locale);
    return ours === undefined || stored === undefined ? slug : (headingIds(ours, stored).get(slug) ?? slug);
  };
  const { target, targetFrom } = linkTargets({
    homeUrl: (key) => centres.ofArticle(key)?.url ?? null,
    articleOf: (key) => {
      const id = idOf(key);
      return id === undefined ? null : { id, remote: articles.get(id) ?? null };
    },
    imageUrl: (sha256) => recorded.images[sha256] ?? null,
    headingId,
  });
  // Intercom may have given a heading another id since a link was written: then the link leads to none.
  const headingFits = (key: ContentPath, locale: Locale, slug: string, fragment: string): boolean => {
    const ids = [slug, headingId(key, locale, slug)].map((id) => withEncodedFragment(`#${id}`));
    const stored = storedOf(key, locale);
    const others = headings(stored === undefined ? '' : soughtIn(stored)).map(({ id }) =>
      withEncodedFragment(`#${id ?? ''}`),
    );
    return ids.includes(fragment) || !others.includes(fragment);
  };
  return {
    collectionIds,
    places: [null, ...(remote?.collections.map(({ id }) => id) ?? [])],
    teammates: remote?.teammates ?? [],
    labels: labelsOf(remote),
    reachOf: (key) => reaches.get(key),
    isSavedByUs: ({ updatedById }) => updatedById !== null && updatedById === remote?.workspace.tokenOwnerId,
    imageUrl: (sha256) => recorded.images[sha256] ?? null,
    // A link to an article that is still to be created is not in Intercom yet.
    resolveBody: (key, locale, body) => {
      const target = targetFrom(key, locale);
      return resolveReferences(body, (reference) => target(reference) ?? symbolicUrl(reference));
    },
    couldBe: (key, locale) => (to, href) => {
      const id = idOf(to.key);
      if (href === null) return id === undefined || target({ ...to, kind: 'article', index: 0 }) === null;
      const own = ownHeading({ ...to, kind: 'article', index: 0 }, key, locale);
      if (own !== null && href.startsWith('#')) return headingFits(key, locale, own, href);
      const url = parseArticleUrl(href);
      if (url === null || (id !== undefined && url.id !== id)) return false;
      return url.fragment === '' || (to.anchor !== null && headingFits(to.key, to.locale, to.anchor, url.fragment));
    },
  };
}
