import type { PullOffer } from '../../model/pulled.ts';
import type { RecordedArticle } from '../../model/recorded.ts';
import type { RemoteArticle } from '../../model/remote.ts';
import { collectionTrail } from '../../plan/collection-trail.ts';
import type { PullWorld } from './locale.ts';
import { keysById } from './names.ts';

/** What offers are told from. */
type OfferWorld = Pick<PullWorld, 'planned' | 'names' | 'collectionIds'>;

/**
 * What people made in Intercom that could have a source: texts of managed articles in languages that have none yet, and
 * articles in managed collections. Translations that are not published are left out: those that were withdrawn are too. So are
 * articles without a text in the default locale, which cannot have a source.
 *
 * @param isAsked whether an article is among what a person named
 */
export function offersOf(world: OfferWorld, isAsked: (key: string) => boolean): readonly PullOffer[] {
  const { planned, collectionIds } = world;
  const { remote, recorded } = planned;
  const named = planned.sources.repository.sources.flatMap(({ fields, article }) =>
    fields.id === undefined ? [] : [[fields.id, article] as const],
  );
  const keys = new Map([...named, ...keysById(planned)]);
  const entries = new Map(Object.values(recorded.articles).map((entry) => [entry.id, entry]));
  const managed = new Set([...Object.values(recorded.collections).map(({ id }) => id), ...collectionIds.values()]);
  return remote.articles.flatMap((article): readonly PullOffer[] => {
    const key = keys.get(article.id);
    if (key !== undefined) return isAsked(key) ? newLocales(article, key, entries.get(article.id), world) : [];
    if (article.parentId === null || !managed.has(article.parentId)) return [];
    const content = article.locales[article.defaultLocale];
    const isSayable = article.locales[planned.sources.desired.locale] !== undefined;
    if (content === undefined || !isSayable || !isAsked('')) return [];
    const collection = collectionTrail(article.parentId, remote, planned.plan.helpCentre);
    const { id, defaultLocale: locale } = article;
    return [{ kind: 'article', id, locale, title: content.title, state: content.state, collection, key: null }];
  });
}

function newLocales(
  article: RemoteArticle,
  key: string,
  entry: RecordedArticle | undefined,
  { planned, names }: OfferWorld,
): readonly PullOffer[] {
  const { sources } = planned;
  const isThere = (locale: string) => entry?.locales[locale] !== undefined;
  if (Object.keys(article.locales).every(isThere)) return [];
  const present = new Set(sources.repository.sources.filter((one) => one.article === key).map((one) => one.locale));
  const isOff = sources.desired.skipped.includes(key) || !present.has(sources.desired.locale);
  if (entry === undefined || entry.removed === true || isOff) return [];
  const shown = names.centreOf(article.id)?.locales ?? null;
  return Object.entries(article.locales).flatMap(([locale, { title, state }]): readonly PullOffer[] => {
    const isKnown = present.has(locale) || entry.locales[locale] !== undefined;
    if (isKnown || state !== 'published' || (shown !== null && !shown.includes(locale))) return [];
    return [{ kind: 'locale', id: article.id, locale, title, state, collection: null, key }];
  });
}
