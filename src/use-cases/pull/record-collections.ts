import { describedFields, isDescription, recordedFields, remoteText, textPrint } from '../../body/collection-fields.ts';
import type { Recording } from '../../model/outcome.ts';
import type { Plan } from '../../model/plan.ts';
import type { Recorded, RecordedCollection } from '../../model/recorded.ts';
import { applyRecordings } from '../../record/record.ts';
import type { Planned } from '../plan-of.ts';
import type { TakenCollection } from './collections.ts';

/** Collections with what Intercom has now in the fields that were pulled. */
export function withCollections(
  collections: Recorded['collections'],
  taken: readonly TakenCollection[],
  { remote }: Pick<Planned, 'remote'>,
): Recorded['collections'] {
  const fields = new Map<string, TakenCollection['fields']>();
  for (const one of taken) fields.set(one.id, [...(fields.get(one.id) ?? []), ...one.fields]);
  return Object.fromEntries(
    Object.entries(collections).map(([key, entry]): [string, RecordedCollection] => {
      const answer = remote.collections.find(({ id }) => id === entry.id);
      const pulled = fields.get(entry.id);
      if (pulled === undefined || answer === undefined) return [key, entry];
      const now = pulled.map((field) => [field, textPrint(remoteText(answer, field))]);
      // What was taken into the file is ours from now on.
      const described = pulled.filter(isDescription).map((field) => [field, true] as const);
      const ours =
        described.length === 0 ? {} : { described: { ...entry.described, ...Object.fromEntries(described) } };
      return [key, { ...entry, remote: { ...entry.remote, ...Object.fromEntries(now) }, ...ours }];
    }),
  );
}

/**
 * Collections that come to what Intercom has, and articles in them, which only have another name for the place where they
 * are: they are recorded as if they had been published.
 *
 * @param plan made of the files as they are now
 */
export function withSettledCollections(recorded: Recorded, plan: Plan, planned: Planned): Recorded {
  const { sources, remote } = planned;
  const collections = plan.collections.flatMap(({ kind, key, id, leaves }): readonly Recording[] => {
    const wanted = sources.desired.collections.find((one) => one.key === key);
    const answer = remote.collections.find((one) => one.id === id);
    if (kind !== 'record' || wanted === undefined || answer === undefined) return [];
    const before = Object.values(recorded.collections).find((one) => one.id === id);
    const folder = wanted.folder === undefined ? {} : { folder: wanted.folder };
    const state = {
      remote: recordedFields(wanted, answer, before?.remote, leaves),
      ...describedFields(wanted, before?.described, leaves),
    };
    return [{ of: 'collection', key, entry: { id: answer.id, desired: wanted.fingerprint, ...folder, ...state } }];
  });
  const settled = applyRecordings(recorded, collections);
  const articles = { ...settled.articles };
  for (const { kind, key, locales } of plan.changes) {
    const entry = articles[key];
    if (kind !== 'record' || entry === undefined || Object.values(locales).some((step) => step.do !== 'record'))
      continue;
    const own = Object.entries(locales).flatMap(([locale, { desired, remote: print }]) => {
      const source = sources.desired.articles.find((one) => one.key === key)?.locales[locale]?.blob;
      return source === undefined || desired === null || print === null
        ? []
        : [[locale, { source, desired, remote: print }]];
    });
    articles[key] = { ...entry, locales: { ...entry.locales, ...Object.fromEntries(own) } };
  }
  return { ...settled, articles };
}
