import type { DesiredCollection, Recorded, RemoteCollection } from '../model.ts';
import type { PastInput } from './past.ts';

/**
 * Collections as a later lockfile recorded them, where the one at hand was turned back and Intercom has something else
 * than the sources ask for.
 */
export function collectionsFromPast({ recorded, past, remote, desired }: PastInput): Recorded['collections'] {
  const line = past.filter(({ isMainLine }) => isMainLine).map((one) => one.recorded.collections);
  const wanted = new Map(desired.collections.map((collection) => [collection.key, collection]));
  const entries = Object.entries(recorded.collections).map(([key, entry]) => {
    const collection = wanted.get(key);
    const there = remote?.collections.find(({ id }) => id === entry.id);
    const states = line.map((collections) => Object.values(collections).find(({ id }) => id === entry.id)?.desired);
    const later = states.findIndex((desiredThen) => desiredThen !== undefined && desiredThen !== entry.desired);
    const isOlder = later >= 0 && states.slice(later).includes(entry.desired);
    const isThere =
      remote === null || (there !== undefined && collection !== undefined && !saysTheSame(there, collection));
    if (!isOlder || collection?.fingerprint !== entry.desired || !isThere) return [key, entry] as const;
    return [key, { ...entry, desired: states[later] ?? entry.desired }] as const;
  });
  return Object.fromEntries(entries);
}

/** Whether a collection in Intercom has the texts that its source asks for. */
export function saysTheSame(there: RemoteCollection, { name, description, translations }: DesiredCollection): boolean {
  const isOwn = there.name === name && (description === '' || description === there.description);
  return (
    isOwn && Object.entries(translations).every(([locale, texts]) => there.translations[locale]?.name === texts.name)
  );
}
