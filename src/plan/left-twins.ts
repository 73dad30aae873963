import { twinForm } from '../body/twin.ts';
import { typeOfId } from '../model/article-type.ts';
import type { CollectionKey } from '../model/collection.ts';
import type { Desired } from '../model/desired.ts';
import type { CollectionChange } from '../model/plan.ts';
import type { Problem } from '../model/problem.ts';
import { problem } from '../model/problem.ts';
import type { Recorded } from '../model/recorded.ts';
import type { Remote, RemoteArticle, RemoteCollection } from '../model/remote.ts';
import type { Pair } from './match.ts';
import { namesakes } from './namesakes.ts';
import { articleAt, collectionAt } from './where.ts';

/** What tells whether something is in Intercom twice. */
export interface LeftTwinsInput {
  readonly desired: Desired;
  readonly recorded: Recorded;
  readonly remote: Remote | null;
  readonly pairs: readonly Pair[];
  /** What the plan does with collections. */
  readonly collections: readonly CollectionChange[];
  /** Key → id of the collections that are wanted. */
  readonly ids: ReadonlyMap<CollectionKey, string>;
}

/**
 * Names articles that nothing manages and that are in all but their id a managed one, and collections beside a managed
 * one that hold nothing but such articles, or nothing. Two publishes of the same new sources at once make each article
 * and each collection twice, and the lockfile keeps one of the two. So do more articles than sources that are alike.
 * They are named and never touched.
 */
export function leftTwins({ desired, recorded, remote, pairs, collections, ids }: LeftTwinsInput): readonly Problem[] {
  if (remote === null) return [];
  const managed = new Set([...ids.values(), ...Object.values(recorded.collections).map(({ id }) => id)]);
  const standsFor = namesakes(remote, managed);
  const articles = twinArticles(strayArticles(remote, desired, recorded, pairs), pairs, standsFor);
  // One that is taken over by its name is told of its namesakes already.
  const taken = new Set(collections.flatMap(({ kind, key }) => (kind === 'adopt' ? [key] : [])));
  const originals = new Map([...ids].flatMap(([key, id]) => (taken.has(key) ? [] : [[id, key] as const])));
  const copies = remote.collections.filter(({ id }) => !managed.has(id) && originals.has(standsFor(id) ?? ''));
  const left = new Map<string, RemoteCollection[]>();
  for (const one of holdingTwinsOnly(copies, remote, articles.ids)) {
    const original = standsFor(one.id) ?? '';
    left.set(original, [...(left.get(original) ?? []), one]);
  }
  return [
    ...[...originals].flatMap(([id, key]) => {
      const twins = left.get(id);
      if (twins === undefined) return [];
      return [problem('collection-twin-left', { key, twins: twins.map(collectionAt).join(', ') })];
    }),
    ...articles.problems,
  ];
}

function strayArticles(
  remote: Remote,
  desired: Desired,
  recorded: Recorded,
  pairs: readonly Pair[],
): readonly RemoteArticle[] {
  const managed = new Set([
    ...pairs.flatMap((pair) => pair.remote?.id ?? pair.recorded?.id ?? []),
    ...Object.values(recorded.articles).map(({ id }) => id),
    ...desired.articles.flatMap(({ id }) => id ?? []),
  ]);
  return remote.articles.filter(({ id }) => !managed.has(id));
}

function twinArticles(
  articles: readonly RemoteArticle[],
  pairs: readonly Pair[],
  standsFor: (id: string | null) => string | null,
): { readonly ids: ReadonlySet<string>; readonly problems: readonly Problem[] } {
  const placeOf = ({ id, parentId, locales, defaultLocale }: RemoteArticle): string =>
    JSON.stringify([typeOfId(id), standsFor(parentId), locales[defaultLocale]?.title.trim()]);
  const strays = new Map<string, RemoteArticle[]>();
  for (const article of articles) {
    const place = placeOf(article);
    strays.set(place, [...(strays.get(place) ?? []), article]);
  }
  const ids = new Set<string>();
  const problems = pairs.flatMap(({ key, remote: own, adopted }) => {
    if (strays.size === 0 || own === null || adopted === 'named') return [];
    // Where sources are alike, each is named once.
    const near = (strays.get(placeOf(own)) ?? []).filter(({ id }) => !ids.has(id));
    if (near.length === 0) return [];
    const form = twinForm(textOf(own));
    const twins = near.filter((one) => twinForm(textOf(one)) === form);
    const [first] = twins;
    if (first === undefined) return [];
    for (const { id } of twins) ids.add(id);
    return [problem('twin-left', { path: key, id: first.id, twins: twins.map(articleAt).join(', ') })];
  });
  return { ids, problems };
}

/** Of copies, those that are empty or hold only twins and other such copies. */
function holdingTwinsOnly(
  copies: readonly RemoteCollection[],
  remote: Remote,
  twins: ReadonlySet<string>,
): readonly RemoteCollection[] {
  const parents = new Map(remote.collections.map(({ id, parentId }) => [id, parentId]));
  const candidates = new Set(copies.map(({ id }) => id));
  const holding = [
    ...remote.articles.flatMap(({ id, parentId }) => (twins.has(id) ? [] : [parentId])),
    ...remote.collections.flatMap(({ id, parentId }) => (candidates.has(id) ? [] : [parentId])),
  ];
  for (let id = holding.pop(); id !== undefined; id = holding.pop())
    if (id !== null && candidates.delete(id)) holding.push(parents.get(id) ?? null);
  return copies.filter(({ id }) => candidates.has(id));
}

const textOf = ({ locales, defaultLocale }: RemoteArticle): string => locales[defaultLocale]?.body ?? '';
