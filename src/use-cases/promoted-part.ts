import type { ContentPath } from '../model/article.ts';
import type { CollectionKey } from '../model/collection.ts';
import type { Desired } from '../model/desired.ts';
import type { Change, ChangeKind, Held, OnTarget, Plan } from '../model/plan.ts';
import type { Recorded } from '../model/recorded.ts';
import { heldHelp } from '../plan/held-help.ts';
import { withDigest } from '../plan/plan.ts';

/** How the sources stand on the target that is promoted: what differs there in any way is not on it. */
export interface Promoted {
  /** Name of that target. */
  readonly from: string;
  readonly articles: ReadonlyMap<ContentPath, OnTarget['is']>;
  readonly collections: ReadonlyMap<CollectionKey, OnTarget['is']>;
}

const isAbsent: Readonly<Record<ChangeKind, OnTarget['is']>> = {
  create: 'absent',
  adopt: 'absent',
  recreate: 'absent',
  update: 'other',
  move: 'other',
  record: 'other',
  unpublish: 'present',
  delete: 'present',
  forget: 'present',
};

/**
 * What differs from what was published to a target.
 *
 * @param plan for that target: what it leaves as it is is on it
 */
export function differencesIn(plan: Plan): Pick<Promoted, 'articles' | 'collections'> {
  const unknown = [...plan.held.map(({ key }) => key), ...plan.notCompiled, ...plan.leftOut];
  return {
    articles: new Map<ContentPath, OnTarget['is']>([
      ...unknown.map((key) => [key, 'other'] as const),
      ...plan.changes.flatMap(({ from }) => (from === undefined ? [] : [[from, 'other'] as const])),
      ...plan.changes.map(({ key, kind }) => [key, isAbsent[kind]] as const),
    ]),
    collections: new Map(plan.collections.map(({ key, kind }) => [key, isAbsent[kind]])),
  };
}

/**
 * What keeps a change of an article from being promoted.
 *
 * @param desired what is published
 * @param recorded of the target that is published to: a collection that it does not have yet comes with its articles
 * @returns told a change, how the other target has it; null where it has just that
 */
export function unpromotedIn(
  { articles, collections }: Promoted,
  desired: Desired,
  recorded: Recorded,
): (change: Pick<Change, 'key' | 'from'>) => OnTarget['is'] | null {
  const parents = new Map(desired.collections.map(({ key, parent }) => [key, parent]));
  const homes = new Map(desired.articles.map(({ key, parent }) => [key, parent]));
  const ofCollection = (key: CollectionKey | null | undefined): OnTarget['is'] | null => {
    if (key == null) return null;
    const own = Object.hasOwn(recorded.collections, key) ? undefined : collections.get(key);
    return own ?? ofCollection(parents.get(key));
  };
  return ({ key, from }) =>
    articles.get(key) ?? (from === undefined ? null : articles.get(from)) ?? ofCollection(homes.get(key));
}

/** A plan of which all that the promoted target does not have just so is held back, and said. */
export function promotedOf(
  plan: Plan,
  { from, collections }: Promoted,
  unpromoted: ReturnType<typeof unpromotedIn>,
): Plan {
  const { digest: _, ...whole } = plan;
  const held = (one: Pick<Held, 'key' | 'id' | 'title' | 'fields'>, is: OnTarget['is']): Held => ({
    ...{ ...one, why: 'not-promoted', by: null, at: null, on: { target: from, is } },
    help: heldHelp('not-promoted', null, from),
  });
  const heldArticles = plan.changes.flatMap((change): readonly Held[] => {
    const is = unpromoted(change);
    return is === null ? [] : [held({ key: change.key, id: change.id, title: change.title }, is)];
  });
  const heldCollections = plan.collections.flatMap(({ key, id }): readonly Held[] => {
    const is = collections.get(key);
    return is === undefined ? [] : [held({ key, id, title: key, fields: [] }, is)];
  });
  return withDigest({
    ...whole,
    promotes: from,
    changes: plan.changes.filter((change) => unpromoted(change) === null),
    collections: plan.collections.filter(({ key }) => !collections.has(key)),
    held: [...plan.held, ...heldArticles, ...heldCollections].sort((a, b) => (a.key < b.key ? -1 : 1)),
  });
}
