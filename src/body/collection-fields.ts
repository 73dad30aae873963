import type { Fingerprint } from '../model/article.ts';
import type { CollectionField } from '../model/collection.ts';
import type { DesiredCollection } from '../model/desired.ts';
import type { RecordedCollection } from '../model/recorded.ts';
import type { RemoteCollection } from '../model/remote.ts';
import { fingerprint, singleLine } from './fingerprint.ts';

/** What a collection is in each of its fields; null: its source leaves that to Intercom. */
export type CollectionTexts = ReadonlyMap<CollectionField, string | null>;

/**
 * What a source says of each field of a collection. Languages that it does not name are nobody's business.
 *
 * @param parentId of the collection that it is in
 */
export function wantedTexts(wanted: DesiredCollection, parentId: string | null): CollectionTexts {
  const texts = new Map<CollectionField, string | null>([
    ['name', wanted.name],
    ['description', wanted.description === '' ? null : wanted.description],
    ['place', parentId ?? ''],
  ]);
  // Front matter has no place for it, so an edit of it in Intercom is no edit of anything here.
  if (wanted.folder === undefined) texts.delete('description');
  for (const [locale, { name, description = '' }] of Object.entries(wanted.translations)) {
    texts.set(`${locale}.name`, name);
    texts.set(`${locale}.description`, description === '' ? null : description);
  }
  return texts;
}

/**
 * Descriptions that we published and that the source has no more: they are taken away. Where only front matter names
 * the collection by now, one that was edited in Intercom is somebody else's. A language that a source does not name any
 * more keeps what it has, since its name cannot be taken away either.
 *
 * @param remote null: Intercom was not asked
 */
export function withdrawnTexts(
  wanted: DesiredCollection,
  { described = {}, remote: base = {} }: RecordedCollection,
  remote: RemoteCollection | null,
): readonly CollectionField[] {
  const texts = wantedTexts(wanted, null);
  return (Object.keys(described) as CollectionField[]).filter((field) => {
    if (texts.has(field)) return texts.get(field) === null;
    return field === 'description' && (remote === null || textPrint(remoteText(remote, field)) === base[field]);
  });
}

/**
 * Descriptions that a source gave a collection, for the next plan to know them by.
 *
 * @param before what was recorded until now
 * @param leaves fields that are not settled: they keep what was recorded
 */
export function describedFields(
  wanted: DesiredCollection,
  before: RecordedCollection['described'] = {},
  leaves: readonly CollectionField[] = [],
): Pick<RecordedCollection, 'described'> {
  const fields = [...wantedTexts(wanted, null)].flatMap(([field, ours]) => {
    if (!isDescription(field)) return [];
    const isOurs = leaves.includes(field) ? before[field] === true : ours !== null;
    return isOurs ? [[field, true] as const] : [];
  });
  return fields.length === 0 ? {} : { described: Object.fromEntries(fields) };
}

/** Whether a field is a description, in whatever language. */
export function isDescription(field: CollectionField): boolean {
  return field === 'description' || field.endsWith('.description');
}

/** What Intercom has in a field of a collection; empty where it has nothing. */
export function remoteText(collection: RemoteCollection, field: CollectionField): string {
  if (field === 'place') return collection.parentId ?? '';
  if (field === 'name' || field === 'description') return collection[field];
  const { locale, part } = partsOf(field);
  return collection.translations[locale]?.[part] ?? '';
}

/** The language that a field is in, and what of it. */
export function partsOf(field: Exclude<CollectionField, 'name' | 'description' | 'place'>): {
  readonly locale: string;
  readonly part: 'name' | 'description';
} {
  const dot = field.lastIndexOf('.');
  return { locale: field.slice(0, dot), part: field.slice(dot + 1) === 'name' ? 'name' : 'description' };
}

/** Names and descriptions are single lines: white space in them is collapsed. */
export function textPrint(text: string): Fingerprint {
  return fingerprint(singleLine(text));
}

/**
 * What is recorded of a collection in Intercom.
 *
 * @param wanted says which fields count
 * @param answer as Intercom has it, named in the language of the sources
 * @param before what was recorded until now
 * @param leaves fields that somebody edited, and that are not settled: they keep what was recorded
 */
export function recordedFields(
  wanted: DesiredCollection,
  answer: RemoteCollection,
  before: RecordedCollection['remote'] = {},
  leaves: readonly CollectionField[] = [],
): Readonly<Record<string, Fingerprint>> {
  return Object.fromEntries(
    [...wantedTexts(wanted, null).keys()].flatMap((field) => {
      const print = leaves.includes(field) ? before[field] : textPrint(remoteText(answer, field));
      return print === undefined ? [] : [[field, print]];
    }),
  );
}
