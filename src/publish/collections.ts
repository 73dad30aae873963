import { firstTexts } from '../first-language.ts';
import type { CollectionChange, CollectionKey, DesiredCollection, Locale, RemoteCollection } from '../model.ts';
import { type CollectionWrite, IntercomError } from '../workspace.ts';
import type { World } from './world.ts';

/**
 * Makes and updates collections, parents before their sections.
 *
 * @returns keys that failed, with the reason; what lies inside them fails with them
 */
export async function publishCollections(
  world: World,
  changes: readonly CollectionChange[],
): Promise<ReadonlyMap<CollectionKey, string>> {
  const wanted = new Map(world.desired.collections.map((collection) => [collection.key, collection]));
  for (const change of changes) {
    const collection = wanted.get(change.key);
    if (collection === undefined) continue;
    const halt = haltIn(world);
    if (halt !== null) {
      world.failedCollections.set(change.key, halt);
      continue;
    }
    const parent = collection.parent;
    const blocked = parent === null ? undefined : world.failedCollections.get(parent);
    if (blocked !== undefined) {
      world.failedCollections.set(change.key, blocked);
      continue;
    }
    try {
      const id = await carryOut(world, change, collection);
      world.brake.succeeded();
      world.collectionIds.set(change.key, id);
      const folder = collection.folder === undefined ? {} : { folder: collection.folder };
      await world.record({
        of: 'collection',
        key: change.key,
        entry: { id, desired: collection.fingerprint, ...folder },
      });
    } catch (error) {
      if (!(error instanceof IntercomError)) throw error;
      await world.brake.failed(error);
      world.failedCollections.set(change.key, error.message);
    }
  }
  return world.failedCollections;
}

/** Why no other collection is begun, in a clause; null while they are. */
function haltIn({ signal, brake }: World): string | null {
  if (signal.aborted) return 'the run was stopped before it';
  return brake.reason() === null ? null : 'the run had to stop before it';
}

async function carryOut(world: World, change: CollectionChange, collection: DesiredCollection): Promise<string> {
  const remote = world.remote.collections.find(({ id }) => id === change.id) ?? null;
  if (change.kind === 'create' || change.kind === 'recreate' || change.id === null) return created(world, collection);
  const differs = change.reasons.some((reason) => reason !== 'same-in-intercom');
  if (!differs) return change.id;
  const first = remote?.defaultLocale ?? firstLanguageOf(world, collection.key);
  return (await world.writer.updateCollection(change.id, writeOf(world, collection, first, remote))).id;
}

/** The answer tells the first language of a help centre that had nothing in it yet. */
async function created(world: World, collection: DesiredCollection): Promise<string> {
  const helpCentreId = world.helpCentreOf(collection.key);
  const first = firstLanguageOf(world, collection.key);
  const answer = await world.writer.createCollection({ ...writeOf(world, collection, first, null), helpCentreId });
  if (helpCentreId !== null) world.firstLanguages.set(helpCentreId, answer.defaultLocale);
  if (answer.defaultLocale === first) return answer.id;
  return (await world.writer.updateCollection(answer.id, writeOf(world, collection, answer.defaultLocale, null))).id;
}

function firstLanguageOf({ helpCentreOf, firstLanguages, desired }: World, key: CollectionKey): Locale {
  return firstLanguages.get(helpCentreOf(key) ?? '') ?? desired.locale;
}

/**
 * What a collection is to be called, in the first language and the others. What its source does not say stays what it
 * is in Intercom; in a new one the name that there is stands for the first language.
 *
 * @param remote the collection as it is; null for a new one
 */
function writeOf(
  world: World,
  collection: DesiredCollection,
  first: Locale,
  remote: RemoteCollection | null,
): CollectionWrite {
  const own = { name: collection.name, description: collection.description || (remote?.description ?? '') };
  const translated = Object.entries(collection.translations).map(([locale, { name, description }]) => {
    const text = description || (remote?.translations[locale]?.description ?? '');
    return [locale, text === '' ? { name } : { name, description: text }] as const;
  });
  const all = { ...Object.fromEntries(translated), [world.desired.locale]: own };
  const present = remote === null ? undefined : firstTexts(remote);
  const { [first]: said, ...others } = all;
  const texts = said ?? present;
  const { [world.desired.locale]: _, ...rest } = others;
  return {
    name: texts?.name ?? own.name,
    description: texts === undefined ? own.description : (texts.description ?? ''),
    parentId: collection.parent === null ? null : (world.collectionIds.get(collection.parent) ?? null),
    translations: texts === undefined ? rest : others,
  };
}
