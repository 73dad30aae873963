import { headingIds } from '../body/heading-ids.ts';
import { type LinkTargets, linkTargets } from '../body/link-targets.ts';
import { textToBe } from '../body/staged-print.ts';
import type { ContentPath, Fingerprint, Locale } from '../model/article.ts';
import { typeOfId } from '../model/article-type.ts';
import { desiredCentres, remoteCentres } from '../model/centre-of.ts';
import type { CollectionKey } from '../model/collection.ts';
import type { DesiredArticle } from '../model/desired.ts';
import { firstLanguages } from '../model/first-language.ts';
import type { Recording, Sent } from '../model/outcome.ts';
import type { Change } from '../model/plan.ts';
import { type Label, labelNamed, type RecordedReach } from '../model/reach.ts';
import type { RecordedArticle } from '../model/recorded.ts';
import type { RemoteArticle, RemoteLocale } from '../model/remote.ts';
import type { ArticleWrite } from '../model/workspace.ts';
import { makeTurns } from '../net/turns.ts';
import { type CircuitBreaker, createCircuitBreaker, takesToken } from './circuit-breaker.ts';
import { makeFlights } from './flights.ts';
import type { PublishInput } from './publish-input.ts';

/** What is known while a plan is carried out. It grows as collections and articles come to exist. */
export interface World extends PublishInput {
  readonly articlesByKey: ReadonlyMap<ContentPath, DesiredArticle>;
  /** Id of the help centre that a collection is in, and what is in no collection; null: the workspace's default. */
  readonly helpCentreOf: (key: CollectionKey | null) => string | null;
  /** Id of the help centre that an article is in by now. */
  readonly helpCentreNow: (article: Pick<RemoteArticle, 'parentId'>) => string | null;
  /** First language of help centres, by id, as far as it is known. Answers tell of others. */
  readonly firstLanguages: Map<string, Locale>;
  readonly collectionIds: Map<CollectionKey, string>;
  readonly failedCollections: Map<CollectionKey, string>;
  /** Articles as Intercom last answered, by key. */
  readonly known: Map<ContentPath, { readonly id: string; readonly remote: RemoteArticle | null }>;
  /** Articles as they were when the plan was made, by id. */
  readonly listed: ReadonlyMap<string, RemoteArticle>;
  /** What is recorded of articles by now, by key. */
  readonly entries: Map<ContentPath, RecordedArticle>;
  /** Tags of the workspace by id, with those that were made in this run. */
  readonly tags: Map<string, Label>;
  /** Intercom's own copies of images. */
  readonly copies: Map<Fingerprint, string>;
  /** What symbolic links stand for by now. */
  readonly links: LinkTargets;
  /** Articles of a circle that were created as drafts in this run. */
  readonly drafted: Set<ContentPath>;
  /** Articles that this run is still to write. */
  readonly unwritten: Set<ContentPath>;
  /** Articles that this run could not write, and that no reader can open: nothing links to them. */
  readonly lost: Set<ContentPath>;
  /** What was sent of articles that link to headings of others which were not written yet. */
  readonly waiting: Map<ContentPath, ArticleWrite>;
  /** Articles that went out without some of their links, and what those lead to. */
  readonly leftOut: Map<ContentPath, readonly ContentPath[]>;
  /** Pictures that were sent although nothing is known of their addresses: what to say of each, by its name. */
  readonly unseenPictures: Map<string, string>;
  /** Whether Intercom gives headings new ids at every write, so that no link to one can hold. */
  headingsMove: boolean;
  /** Told of every write; says when no other is to be begun. */
  readonly breaker: CircuitBreaker;
  /**
   * Sends when fewer are on their way than may be.
   *
   * @throws NotSentError where the run was asked to stop meanwhile, or had to
   */
  readonly inFlight: <Answer>(send: () => Promise<Answer>) => Promise<Answer>;
  /** Resolves when the turn has come of what an answer is to be read for, which keeps the processor busy. */
  readonly turn: () => Promise<void>;
  /** Notes down what took effect. */
  readonly record: (recording: Recording) => Promise<void>;
  /** Notes down what is about to be sent. */
  readonly announce: (sent: Sent) => Promise<void>;
}

/** Gathers what is known at the start of a run. */
export function makeWorld(input: PublishInput, notes: Pick<World, 'record' | 'announce'>): World {
  const listed = new Map(input.remote.articles.map((article) => [article.id, article]));
  const known: World['known'] = new Map();
  for (const [key, entry] of Object.entries(input.recorded.articles)) {
    known.set(key, { id: entry.id, remote: listed.get(entry.id) ?? null });
  }
  for (const change of input.plan.changes) {
    // A key whose old article moved on (a swap) must not lend its id to the one that moves in.
    if (change.kind === 'create' || change.kind === 'recreate') known.delete(change.key);
    else if (change.id !== null) known.set(change.key, { id: change.id, remote: listed.get(change.id) ?? null });
  }
  const copies = new Map(Object.entries(input.recorded.images));
  const main = input.remote.helpCentres.find(({ id }) => id === input.plan.helpCentre) ?? null;
  const centres = desiredCentres(input.desired, input.remote.helpCentres, input.plan.helpCentre);
  const remoteCentre = remoteCentres(input.remote, main);
  const articlesByKey = new Map(input.desired.articles.map((article) => [article.key, article]));
  const breaker = createCircuitBreaker(() => takesToken(input.writer, input.desired.locale));
  const world: World = {
    ...input,
    articlesByKey,
    listed,
    entries: new Map(Object.entries(input.recorded.articles)),
    tags: new Map(input.remote.tags?.map((tag) => [tag.id, tag])),
    drafted: new Set(),
    unwritten: new Set(),
    lost: new Set(),
    waiting: new Map(),
    leftOut: new Map(),
    unseenPictures: new Map(),
    headingsMove: false,
    firstLanguages: new Map(firstLanguages(input.remote, main)),
    helpCentreOf: (key) => centres.ofCollection(key)?.id ?? input.plan.helpCentre,
    helpCentreNow: (article) => remoteCentre(article)?.id ?? input.plan.helpCentre,
    collectionIds: recordedCollectionIds(input),
    failedCollections: new Map(),
    known,
    copies,
    ...notes,
    breaker,
    inFlight: makeFlights(input, breaker),
    turn: makeTurns(),
    links: linkTargets({
      homeUrl: (key) => centres.ofArticle(key)?.url ?? null,
      articleOf: (key) => (world.lost.has(key) ? null : (known.get(key) ?? null)),
      imageUrl: (sha256) => copies.get(sha256) ?? null,
      headingId: (key, locale, slug) => (world.headingsMove ? null : headingIdIn(world, key, locale, slug)),
    }),
  };
  return world;
}

/** The text that a source stands for in Intercom: that of its draft, where it has one. */
export function storedText(
  { known }: Pick<World, 'known'>,
  key: ContentPath,
  locale: Locale,
): RemoteLocale | undefined {
  const remote = known.get(key)?.remote ?? null;
  return remote === null ? undefined : textToBe(remote, locale);
}

/** The id of a heading as Intercom last answered it; our own slug while it has not. */
function headingIdIn(world: World, key: ContentPath, locale: Locale, slug: string): string {
  const ours = world.articlesByKey.get(key)?.locales[locale];
  const stored = storedText(world, key, locale);
  return ours === undefined || stored === undefined ? slug : (headingIds(ours, stored).get(slug) ?? slug);
}

function recordedCollectionIds({ recorded, remote, plan }: PublishInput): Map<CollectionKey, string> {
  const existing = new Set(remote.collections.map((collection) => collection.id));
  const known = Object.entries(recorded.collections)
    .filter(([, entry]) => existing.has(entry.id))
    .map(([key, entry]) => [key, entry.id] as const);
  // What is held has its id under the name that it has here by now.
  const held = plan.held.flatMap(({ key, id, fields }) =>
    fields === undefined || id === null ? [] : [[key, id] as const],
  );
  return new Map([...known, ...held]);
}

/** Whether readers can open an article, as Intercom last answered. */
export function isOut({ known }: World, key: ContentPath): boolean {
  const remote = known.get(key)?.remote;
  return remote !== null && remote !== undefined && remote.locales[remote.defaultLocale]?.state === 'published';
}

/** The lockfile entry that a change starts from: under its old key when it moved. */
export function entryOf(world: World, key: ContentPath, from: ContentPath | undefined): RecordedArticle | null {
  const at = from ?? key;
  return Object.hasOwn(world.recorded.articles, at) ? (world.recorded.articles[at] ?? null) : null;
}

/**
 * The same, and which article it names where another takes its place: that was deleted in Intercom, and the other is
 * created, or was before by a run that was cut off.
 *
 * @param id of the article that the change ends with
 */
export function entryBefore(
  world: World,
  { kind, key, from }: Change,
  id: string,
): { readonly entry: RecordedArticle | null; readonly replaces?: string } {
  const entry = entryOf(world, key, from);
  if (entry === null || entry.id === id) return { entry };
  const isThere = world.listed.has(entry.id);
  // What is new here may have the key of an article that moves on, and needs its entry; one of another type is gone.
  const movesOn = kind === 'create' && typeOfId(entry.id) === typeOfId(id);
  return movesOn || isThere ? { entry: null } : { entry: null, replaces: entry.id };
}

/** The audiences that a source names, each with its id: the plan has seen that they are there. */
export function audiencesNamed({ remote }: World, names: readonly string[]): NonNullable<RecordedReach['audiences']> {
  return Object.fromEntries(names.map((name) => [name, labelNamed(name, remote.audiences ?? [])?.id ?? name]));
}

/** Whether a change leaves an article in its collection: that goes along with the default locale of the sources. */
export function staysInPlace(world: World, change: Change): boolean {
  const remote = world.known.get(change.key)?.remote ?? null;
  return remote !== null && change.locales[world.desired.locale] === undefined;
}

/**
 * The language whose text stands at the root of an article's requests: what is sent there becomes the text of the first
 * language, whatever language it is in. Of an article that goes to another help centre it is the one of that.
 */
export function firstLanguageOf(world: World, change: Change, article: DesiredArticle): Locale {
  if (article.type !== undefined) return world.desired.locale;
  const remote = world.known.get(article.key)?.remote ?? null;
  const centre = world.helpCentreOf(article.parent);
  const there = world.firstLanguages.get(centre ?? '');
  const goes = remote !== null && !staysInPlace(world, change) && world.helpCentreNow(remote) !== centre;
  return (goes ? there : undefined) ?? remote?.defaultLocale ?? there ?? world.desired.locale;
}
