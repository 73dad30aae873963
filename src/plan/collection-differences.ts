import type {
  CollectionChange,
  CollectionKey,
  Desired,
  DesiredCollection,
  Locale,
  Plan,
  Remote,
  RemoteCollection,
} from '../model.ts';
import { collectionTrail } from './collection-trail.ts';
import type { FieldDifference } from './differences.ts';

/** What changes in one collection of a plan. */
export interface CollectionDifference {
  readonly key: CollectionKey;
  readonly kind: CollectionChange['kind'];
  readonly fields: Partial<Readonly<Record<'name' | 'description' | 'place', FieldDifference>>>;
  /** Names and descriptions in other languages. */
  readonly locales: Readonly<Record<Locale, Partial<Readonly<Record<'name' | 'description', FieldDifference>>>>>;
}

/**
 * Looks into the collections of a plan, in its order.
 *
 * @param remote null: Intercom was not asked, and nothing is compared
 */
export function collectionDifferences(
  plan: Plan,
  desired: Desired,
  remote: Remote | null,
): readonly CollectionDifference[] {
  return plan.collections.map((change) => {
    const wanted = desired.collections.find(({ key }) => key === change.key);
    const theirs = remote?.collections.find(({ id }) => id === change.id);
    const head = { key: change.key, kind: change.kind };
    if (wanted === undefined || remote === null) return { ...head, fields: {}, locales: {} };
    return {
      ...head,
      fields: fieldsOf(wanted, theirs, remote, change, plan.helpCentre),
      locales: localesOf(wanted, theirs),
    };
  });
}

function fieldsOf(
  wanted: DesiredCollection,
  theirs: RemoteCollection | undefined,
  remote: Remote,
  { reasons }: CollectionChange,
  mainId: string | null,
): CollectionDifference['fields'] {
  const before = theirs === undefined ? null : collectionTrail(theirs.parentId, remote, mainId);
  const isMoved = theirs === undefined ? wanted.parent !== null : reasons.includes('place');
  return { ...textsOf(wanted, theirs), ...(isMoved ? { place: { before, after: wanted.parent } } : {}) };
}

function localesOf(wanted: DesiredCollection, theirs: RemoteCollection | undefined): CollectionDifference['locales'] {
  return Object.fromEntries(
    Object.entries(wanted.translations).flatMap(([locale, texts]) => {
      const fields = textsOf(texts, theirs?.translations[locale]);
      return Object.keys(fields).length === 0 ? [] : [[locale, fields]];
    }),
  );
}

interface Texts {
  readonly name: string;
  readonly description?: string;
}

/** A source without a description leaves the one in Intercom alone. */
function textsOf(wanted: Texts, theirs: Texts | undefined): Partial<Record<'name' | 'description', FieldDifference>> {
  const { name, description = '' } = wanted;
  const isDescribed = description !== '' && description !== (theirs?.description ?? '');
  return {
    ...(name === theirs?.name ? {} : { name: { before: theirs?.name ?? null, after: name } }),
    ...(isDescribed ? { description: { before: theirs?.description ?? null, after: description } } : {}),
  };
}
