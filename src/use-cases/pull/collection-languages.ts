import { collectionFields } from '../../import/format-collection.ts';
import type { CollectionField, CollectionKey } from '../../model/collection.ts';
import type { PulledSource, PullLeft, PullOffer } from '../../model/pulled.ts';
import type { RemoteCollection } from '../../model/remote.ts';
import type { Planned } from '../plan-of.ts';
import { type PulledCollections, type TakenCollection, takeInto } from './collections.ts';

/**
 * Names that people gave managed collections in Intercom in languages that their files do not have. Only those that
 * the help centre shows, and only of folders: front matter has no languages.
 *
 * @param ids key → id of the collections that are there
 * @param isAsked whether a folder is among what a person named
 */
export function languageOffers(
  planned: Planned,
  ids: ReadonlyMap<CollectionKey, string>,
  isAsked: (folder: string) => boolean,
): readonly PullOffer[] {
  const { sources, remote, recorded } = planned;
  const managed = new Set(Object.values(recorded.collections).map(({ id }) => id));
  return sources.desired.collections.flatMap(({ key, folder, translations }): readonly PullOffer[] => {
    const there = remote.collections.find(({ id }) => id === ids.get(key));
    if (folder === undefined || there === undefined || !managed.has(there.id) || !isAsked(folder)) return [];
    const shown = remote.helpCentres.find(({ id }) => id === there.helpCentreId)?.locales ?? null;
    const { id } = there;
    return Object.entries(sayable(there, planned)).flatMap(([locale, { name: title }]): readonly PullOffer[] =>
      Object.hasOwn(translations, locale) || (shown !== null && !shown.includes(locale))
        ? []
        : [{ kind: 'collection', id, locale, title, state: 'published', collection: key, key: null }],
    );
  });
}

/** Writes the names that were offered, with their descriptions, into the collections' files. */
export async function takeLanguages(offers: readonly PullOffer[], planned: Planned): Promise<PulledCollections> {
  const pulled: PulledSource[] = [];
  const left: PullLeft[] = [];
  const taken: TakenCollection[] = [];
  const wantedOffers = offers.filter(({ kind }) => kind === 'collection');
  for (const id of new Set(wantedOffers.map((offer) => offer.id))) {
    const own = wantedOffers.filter((offer) => offer.id === id);
    const wanted = planned.sources.desired.collections.find(({ key }) => key === own[0]?.collection);
    const remote = planned.remote.collections.find((one) => one.id === id);
    if (wanted?.folder === undefined || remote === undefined) continue;
    const texts = sayable(remote, planned);
    const fields = own.flatMap(({ locale }): readonly CollectionField[] => [
      `${locale}.name`,
      ...(texts[locale]?.description === undefined ? [] : ([`${locale}.description`] as const)),
    ]);
    const held = { id, at: remote.updatedAt ?? null };
    const outcome = await takeInto({ wanted, remote, folder: wanted.folder, fields, held }, planned, false);
    if ('why' in outcome) left.push(outcome);
    else {
      pulled.push(...outcome.pulled);
      taken.push({ id, fields });
    }
  }
  return { pulled, left, taken };
}

function sayable(collection: RemoteCollection, { sources }: Planned) {
  return collectionFields(collection, sources.desired.locale, null).translations;
}
