import PQueue from 'p-queue';
import { describedFields, recordedFields } from '../body/collection-fields.ts';
import type { Locale } from '../model/article.ts';
import type { CollectionField, CollectionKey } from '../model/collection.ts';
import type { DesiredCollection } from '../model/desired.ts';
import { collectionIn, firstTexts } from '../model/first-language.ts';
import type { CollectionChange } from '../model/plan.ts';
import type { RecordedCollection } from '../model/recorded.ts';
import type { RemoteCollection } from '../model/remote.ts';
import { type CollectionWrite, IntercomError } from '../model/workspace.ts';
import { collectionTurns } from './collection-turns.ts';
import type { World } from './world.ts';

/** Collections on their way. */
export interface Collecting {
  /** Resolves once a collection is there, or failed; at once for one that nothing becomes of. */
  settled(key: CollectionKey): Promise<void>;
  /** Keys that failed, with the reason; what lies inside them fails with them. */
  readonly all: Promise<ReadonlyMap<CollectionKey, string>>;
}

/**
 * Makes and updates collections, several at once: parents before their sections, and in their order where one is asked
 * for. What lies in one, or refers to it, waits until it is on disk that it is there; the next one beside it builds on nothing
 * of it, and goes as soon as it has been answered.
 *
 * @param fail told of an error that is about none of them: no other is begun then
 */
export function publishCollections(
  world: World,
  changes: readonly CollectionChange[],
  { fail, isStopped }: { readonly fail: (error: unknown) => void; readonly isStopped: () => boolean },
): Collecting {
  const wanted = new Map(world.desired.collections.map((collection) => [collection.key, collection]));
  const turns = collectionTurns(changes, { ...world, wanted });
  const queue = new PQueue({ concurrency: world.concurrency });
  const answered = new Map<CollectionKey, Promise<void>>();
  const ended = new Map<CollectionKey, Promise<void>>();
  const inTurn = async (change: CollectionChange, tell: () => void): Promise<void> => {
    const collection = wanted.get(change.key);
    const before = (key: CollectionKey) => (key === collection?.parent ? ended : answered).get(key);
    await Promise.all((turns.get(change.key) ?? []).map(before));
    await queue.add(async () => {
      if (collection === undefined || isStopped()) return;
      await publishOne(world, change, collection, tell).catch(fail);
    });
  };
  for (const change of changes) {
    let tell = (): void => undefined;
    const isAnswered = new Promise<void>((resolve) => {
      tell = resolve;
    });
    answered.set(change.key, isAnswered);
    ended.set(change.key, inTurn(change, tell).finally(tell));
  }
  return {
    settled: async (key) => ended.get(key),
    all: Promise.all(ended.values()).then(() => new Map(changes.flatMap(({ key }) => failureOf(world, key)))),
  };
}

function failureOf({ failedCollections }: World, key: CollectionKey): readonly (readonly [CollectionKey, string])[] {
  const reason = failedCollections.get(key);
  return reason === undefined ? [] : [[key, reason]];
}

/** @param answered called once it has been answered, and what it came to is written down, though not yet on disk */
async function publishOne(
  world: World,
  change: CollectionChange,
  collection: DesiredCollection,
  answered: () => void,
): Promise<void> {
  const { parent } = collection;
  const blocked = haltIn(world) ?? (parent === null ? undefined : world.failedCollections.get(parent));
  if (blocked !== undefined) {
    world.failedCollections.set(change.key, blocked);
    return;
  }
  try {
    const answer = await carryOut(world, change, collection);
    if (change.kind !== 'record') world.breaker.succeeded();
    world.collectionIds.set(change.key, answer.id);
    const entry = entryOf(world, change, collection, collectionIn(answer, world.desired.locale));
    const noted = world.record({ of: 'collection', key: change.key, entry });
    answered();
    await noted;
  } catch (error) {
    if (!(error instanceof IntercomError)) throw error;
    await world.breaker.failed(error);
    world.failedCollections.set(change.key, error.message);
  }
}

/** Why no other collection is begun, in a clause; null while they are. */
function haltIn({ signal, breaker }: World): string | null {
  if (signal.aborted) return 'the run was stopped before it';
  return breaker.reason() === null ? null : 'the run had to stop before it';
}

/** What of an edit in Intercom is not settled is recorded as it was, so that the next plan sees it again. */
function entryOf(
  { recorded, plan }: World,
  { key, leaves }: CollectionChange,
  collection: DesiredCollection,
  answer: RemoteCollection,
): RecordedCollection {
  const before = Object.values(recorded.collections).find(({ id }) => id === answer.id);
  const isContested = plan.held.some(
    (held) => held.fields !== undefined && held.key === key && held.why === 'conflict',
  );
  return {
    id: answer.id,
    desired: isContested ? (before?.desired ?? collection.fingerprint) : collection.fingerprint,
    ...(collection.folder === undefined ? {} : { folder: collection.folder }),
    remote: recordedFields(collection, answer, before?.remote, leaves),
    ...describedFields(collection, before?.described, leaves),
  };
}

/** @returns the collection as Intercom has it then */
async function carryOut(
  world: World,
  change: CollectionChange,
  collection: DesiredCollection,
): Promise<RemoteCollection> {
  const remote = world.remote.collections.find(({ id }) => id === change.id) ?? null;
  if (change.kind === 'create' || change.kind === 'recreate' || remote === null) return created(world, collection);
  const differs = change.reasons.some((reason) => reason !== 'same-in-intercom');
  if (!differs) return remote;
  const write = writeOf(world, collection, remote.defaultLocale, remote, change);
  return world.writer.updateCollection(remote.id, write, remote.defaultLocale);
}

/** The answer tells the first language of a help centre that had nothing in it yet. */
async function created(world: World, collection: DesiredCollection): Promise<RemoteCollection> {
  const helpCentreId = world.helpCentreOf(collection.key);
  const first = firstLanguageOf(world, collection.key);
  const write = { ...writeOf(world, collection, first, null), helpCentreId };
  const answer = await world.writer.createCollection(write, first);
  if (helpCentreId !== null) world.firstLanguages.set(helpCentreId, answer.defaultLocale);
  if (answer.defaultLocale === first) return answer;
  const { id, defaultLocale } = answer;
  return world.writer.updateCollection(id, writeOf(world, collection, defaultLocale, null), defaultLocale);
}

function firstLanguageOf({ helpCentreOf, firstLanguages, desired }: World, key: CollectionKey): Locale {
  return firstLanguages.get(helpCentreOf(key) ?? '') ?? desired.locale;
}

/**
 * What a collection is to be called, in the first language and the others. What its source does not say stays what it
 * is in Intercom; in a new one the name that there is stands for the first language.
 *
 * @param remote the collection as it is; null for a new one
 * @param change says what stays as it is, although its source says something else, and what is taken away
 */
function writeOf(
  world: World,
  collection: DesiredCollection,
  first: Locale,
  remote: RemoteCollection | null,
  { leaves = [], takes = [] }: Pick<CollectionChange, 'leaves' | 'takes'> = {},
): CollectionWrite {
  const isLeft = (field: CollectionField): boolean => remote !== null && leaves.includes(field);
  const descriptionOf = (field: CollectionField, ours: string | undefined, theirs: string | undefined): string => {
    if (takes.includes(field)) return '';
    return (isLeft(field) ? '' : ours) || (theirs ?? '');
  };
  const own = {
    name: isLeft('name') ? (remote?.name ?? '') : collection.name,
    description: descriptionOf('description', collection.description, remote?.description),
  };
  const translated = Object.entries(collection.translations).flatMap(([locale, { name, description }]) => {
    const theirs = remote?.translations[locale];
    const text = descriptionOf(`${locale}.description`, description, theirs?.description);
    const called = isLeft(`${locale}.name`) ? theirs?.name : name;
    // Without a name there is no such language to write to.
    if (called === undefined) return [];
    return [[locale, text === '' ? { name: called } : { name: called, description: text }] as const];
  });
  const all = { ...Object.fromEntries(translated), [world.desired.locale]: own };
  const present = remote === null ? undefined : firstTexts(remote);
  const { [first]: said, ...others } = all;
  const texts = said ?? present;
  const { [world.desired.locale]: _, ...rest } = others;
  const parentId = collection.parent === null ? null : (world.collectionIds.get(collection.parent) ?? null);
  return {
    name: texts?.name ?? own.name,
    description: texts === undefined ? own.description : (texts.description ?? ''),
    parentId: isLeft('place') ? (remote?.parentId ?? null) : parentId,
    translations: texts === undefined ? rest : others,
  };
}
