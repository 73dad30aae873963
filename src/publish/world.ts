import { linkTargets } from '../html/link-targets.ts';
import type { Reference } from '../html/references.ts';
import type {
  CollectionKey,
  ContentPath,
  DesiredArticle,
  Fingerprint,
  Recorded,
  RecordedArticle,
  Recording,
  Remote,
  RemoteArticle,
} from '../model.ts';
import type { PublishInput } from './publish.ts';

/** What is known while a plan is carried out. It grows as collections and articles come to exist. */
export interface World extends PublishInput {
  readonly articlesByKey: ReadonlyMap<ContentPath, DesiredArticle>;
  readonly collectionIds: Map<CollectionKey, string>;
  readonly failedCollections: Map<CollectionKey, string>;
  /** Articles as Intercom last answered, by key. */
  readonly known: Map<ContentPath, { readonly id: string; readonly remote: RemoteArticle | null }>;
  /** Intercom's own copies of images. */
  readonly copies: Map<Fingerprint, string>;
  /** URL of a symbolic link, null while it cannot be told. */
  readonly target: (reference: Reference) => string | null;
  /** Notes down what took effect. */
  readonly record: (recording: Recording) => Promise<void>;
}

/** Gathers what is known at the start of a run. */
export function makeWorld(input: PublishInput, record: World['record']): World {
  const remoteById = new Map(input.remote.articles.map((article) => [article.id, article]));
  const known: World['known'] = new Map();
  for (const [key, entry] of Object.entries(input.recorded.articles)) {
    known.set(key, { id: entry.id, remote: remoteById.get(entry.id) ?? null });
  }
  for (const change of input.plan.changes) {
    // A key whose old article moved on (a swap) must not lend its id to the one that moves in.
    if (change.kind === 'create' || change.kind === 'recreate') known.delete(change.key);
    else if (change.id !== null) known.set(change.key, { id: change.id, remote: remoteById.get(change.id) ?? null });
  }
  const copies = new Map(Object.entries(input.recorded.images));
  const centre = input.remote.helpCentres.find((candidate) => candidate.id === input.plan.helpCentre);
  return {
    ...input,
    articlesByKey: new Map(input.desired.articles.map((article) => [article.key, article])),
    collectionIds: recordedCollectionIds(input.recorded, input.remote),
    failedCollections: new Map(),
    known,
    copies,
    record,
    target: linkTargets({
      homeUrl: centre?.url ?? null,
      articleOf: (key) => known.get(key) ?? null,
      imageUrl: (sha256) => copies.get(sha256) ?? null,
    }),
  };
}

function recordedCollectionIds(recorded: Recorded, remote: Remote): Map<CollectionKey, string> {
  const existing = new Set(remote.collections.map((collection) => collection.id));
  return new Map(
    Object.entries(recorded.collections)
      .filter(([, entry]) => existing.has(entry.id))
      .map(([key, entry]) => [key, entry.id]),
  );
}

/** The lockfile entry that a change starts from: under its old key when it moved. */
export function entryOf(world: World, key: ContentPath, from: ContentPath | undefined): RecordedArticle | null {
  const at = from ?? key;
  return Object.hasOwn(world.recorded.articles, at) ? (world.recorded.articles[at] ?? null) : null;
}
