import type { Locale } from '../../model/article.ts';
import type { CollectionField, CollectionKey } from '../../model/collection.ts';
import type { Desired, DesiredCollection } from '../../model/desired.ts';
import type { CollectionChange, HeldWhy, Plan } from '../../model/plan.ts';
import type { Remote, RemoteCollection } from '../../model/remote.ts';
import { collectionTrail } from '../../plan/collection-trail.ts';
import type { FieldDifference } from './articles.ts';

/** What changes in one collection of a plan, or would if it were not held. */
export interface CollectionDifference {
  readonly key: CollectionKey;
  /** What the plan does with it: one of the two. */
  readonly kind?: CollectionChange['kind'];
  readonly held?: HeldWhy;
  readonly fields: Partial<Readonly<Record<'name' | 'description' | 'place', FieldDifference>>>;
  /** Names and descriptions in other languages. */
  readonly locales: Readonly<Record<Locale, Partial<Readonly<Record<'name' | 'description', FieldDifference>>>>>;
}

/**
 * Looks into the collections of a plan, in its order: changes, then what is held.
 *
 * @param remote null: Intercom was not asked, and nothing is compared
 */
export function collectionDifferences(
  plan: Plan,
  desired: Desired,
  remote: Remote | null,
): readonly CollectionDifference[] {
  const inside = (
    key: CollectionKey,
    id: string | null,
    isShown: (field: CollectionField) => boolean,
    isTaken: (field: CollectionField) => boolean,
  ) => {
    const wanted = desired.collections.find((collection) => collection.key === key);
    const theirs = remote?.collections.find((collection) => collection.id === id);
    if (wanted === undefined || remote === null) return { fields: {}, locales: {} };
    const isMoved =
      theirs === undefined
        ? wanted.parent !== null
        : plan.collections.some((one) => one.key === key && one.reasons.includes('place'));
    const before = theirs === undefined ? null : collectionTrail(theirs.parentId, remote, plan.helpCentre);
    const place = isMoved || !isOurs(plan, key) ? { place: { before, after: wanted.parent } } : {};
    return {
      fields: shownOf({ ...textsOf(wanted, theirs, isTaken('description')), ...place }, isShown),
      locales: localesOf(wanted, theirs, isShown, isTaken),
    };
  };
  const changes = plan.collections.map(({ key, kind, id, leaves = [], takes = [] }) => ({
    ...{ key, kind },
    ...inside(
      key,
      id,
      (field) => !leaves.includes(field),
      (field) => takes.includes(field),
    ),
  }));
  const held = plan.held.flatMap(({ key, why, id, fields }) => {
    if (fields === undefined) return [];
    const isShown = (field: CollectionField): boolean => fields.includes(field);
    // A description that no source states is only in conflict where it was ours.
    const isTaken = (field: CollectionField): boolean => why === 'conflict' && isShown(field);
    return [{ key, held: why, ...inside(key, id, isShown, isTaken) }];
  });
  return [...changes, ...held];
}

/** Whether a collection stays where it is as far as the plan says: nothing of its place is held. */
function isOurs({ held }: Plan, key: CollectionKey): boolean {
  return !held.some((one) => one.key === key && one.fields?.includes('place') === true);
}

function shownOf<T extends object>(fields: T, isShown: (field: CollectionField) => boolean): Partial<T> {
  const entries = Object.entries(fields).filter(([field]) => isShown(field as CollectionField));
  return Object.fromEntries(entries) as Partial<T>;
}

function localesOf(
  wanted: DesiredCollection,
  theirs: RemoteCollection | undefined,
  isShown: (field: CollectionField) => boolean,
  isTaken: (field: CollectionField) => boolean,
): CollectionDifference['locales'] {
  return Object.fromEntries(
    Object.entries(wanted.translations).flatMap(([locale, texts]) => {
      const found = textsOf(texts, theirs?.translations[locale], isTaken(`${locale}.description`));
      const fields = shownOf(found, (field) => isShown(`${locale}.${field}` as CollectionField));
      return Object.keys(fields).length === 0 ? [] : [[locale, fields]];
    }),
  );
}

interface Texts {
  readonly name: string;
  readonly description?: string;
}

/** A source without a description leaves the one in Intercom alone, unless that was ours and is taken away. */
function textsOf(
  wanted: Texts,
  theirs: Texts | undefined,
  isTaken: boolean,
): Partial<Record<'name' | 'description', FieldDifference>> {
  const { name, description = '' } = wanted;
  const isDescribed = (description !== '' || isTaken) && description !== (theirs?.description ?? '');
  return {
    ...(name === theirs?.name ? {} : { name: { before: theirs?.name ?? null, after: name } }),
    ...(isDescribed ? { description: { before: theirs?.description ?? null, after: description } } : {}),
  };
}
