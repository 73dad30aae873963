import { reachDifferences, tagChanges } from '../../body/reach.ts';
import type { DesiredArticle } from '../../model/desired.ts';
import type { Reason } from '../../model/plan.ts';
import { type Fin, finAgents, type Label, labelNamed } from '../../model/reach.ts';
import type { RemoteArticle } from '../../model/remote.ts';
import type { Comparison } from '../../plan/compare.ts';

/** What of an article's reach changes, in words: before, as Intercom has it, and after. */
export type ReachFields = Partial<
  Readonly<Record<'fin' | 'audiences' | 'tags', { readonly before: string | null; readonly after: string | null }>>
>;

/**
 * What a publish changes of an article's reach.
 *
 * @param remote null where it is new
 */
export function reachFields(
  { key, reach, locales }: DesiredArticle,
  remote: RemoteArticle | null,
  { labels, reachOf }: Pick<Comparison, 'labels' | 'reachOf'>,
): ReachFields {
  if (reach === undefined) return {};
  const recorded = reachOf(key);
  const tags = remote?.tags ?? [];
  const theirs = Object.keys(locales).flatMap((locale) => remote?.locales[locale] ?? []);
  const found = new Set<Reason>(theirs.flatMap((one) => reachDifferences(reach, recorded, { ...one, tags }, labels)));
  const differs = (reason: Reason): boolean => remote === null || found.has(reason);
  const { fin, audiences } = theirs.find(
    (one) => reachDifferences({ ...reach, tags: { names: [] } }, undefined, one, labels).length > 0,
  ) ?? { ...theirs[0] };
  const { add, remove } = tagChanges(reach, recorded, { tags }, labels.tags);
  const after = [...tags.filter(({ id }) => !remove.includes(id)).map(({ name }) => name), ...add];
  return {
    ...(reach.fin !== undefined && differs('fin')
      ? { fin: { before: switches(reach.fin, fin), after: switches(reach.fin, reach.fin) } }
      : {}),
    ...(reach.audiences !== undefined && differs('audiences')
      ? {
          audiences: {
            before: remote === null ? null : named(audiences ?? [], labels.audiences),
            after: named(reach.audiences.names, labels.audiences),
          },
        }
      : {}),
    ...(reach.tags !== undefined && differs('tags')
      ? { tags: { before: remote === null ? null : listed(tags.map(({ name }) => name)), after: listed(after) } }
      : {}),
  };
}

/** The agents that a source names, each on or off. */
function switches(named: Fin, as: Fin | undefined): string | null {
  if (as === undefined) return null;
  return finAgents
    .filter((agent) => named[agent] !== undefined)
    .map((agent) => `${agent} ${as[agent] === true ? 'on' : 'off'}`)
    .join(', ');
}

const named = (names: readonly string[], labels: readonly Label[]): string =>
  listed(
    names.map((name) => labelNamed(name, labels)?.name ?? name),
    'everybody',
  );

const listed = (names: readonly string[], none = 'none'): string =>
  names.length === 0 ? none : [...names].sort().join(', ');
