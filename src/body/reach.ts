import type { Reason } from '../model/plan.ts';
import { finAgents, type Label, labelNamed, type Reach, type RecordedReach } from '../model/reach.ts';
import type { Remote, RemoteArticle, RemoteLocale } from '../model/remote.ts';

/** Audiences and tags that the workspace has. */
export interface KnownLabels {
  readonly audiences: readonly Label[];
  readonly tags: readonly Label[];
}

/** What a workspace has of them, as far as it was asked. @param remote null: it was not */
export function labelsOf(remote: Pick<Remote, 'audiences' | 'tags'> | null): KnownLabels {
  return { audiences: remote?.audiences ?? [], tags: remote?.tags ?? [] };
}

/** What Intercom has of an article's reach in one language. */
export type RemoteReach = Pick<RemoteLocale, 'fin' | 'audiences'> & Pick<RemoteArticle, 'tags'>;

/** One language of an article with the tags of all of it. */
export function remoteReach({ fin, audiences }: RemoteLocale, { tags }: Pick<RemoteArticle, 'tags'>): RemoteReach {
  return {
    ...(fin === undefined ? {} : { fin }),
    ...(audiences === undefined ? {} : { audiences }),
    ...(tags === undefined ? {} : { tags }),
  };
}

/**
 * Whether what a source says of an article's reach is what was last published. What a source names no more is its
 * readers' or Intercom's business from then on, and has to be noted.
 */
export function isReachRecorded(wanted: Reach = {}, recorded: RecordedReach = {}): boolean {
  return (
    finAgents.every((agent) => wanted.fin?.[agent] === recorded.fin?.[agent]) &&
    isSame(wanted.audiences?.names, recorded.audiences) &&
    isSame(wanted.tags?.names, recorded.tags)
  );
}

function isSame(names: readonly string[] | undefined, recorded: Readonly<Record<string, string>> | undefined): boolean {
  if (names === undefined || recorded === undefined) return names === undefined && recorded === undefined;
  return names.length === Object.keys(recorded).length && names.every((name) => Object.hasOwn(recorded, name));
}

/**
 * Whether Intercom has of it what was last published, as far as a source still names it: a switch that was turned, an
 * audience that came or went, and a tag of ours that was taken off are somebody's edits. Tags that were added are not.
 *
 * @param theirs one language of it in Intercom
 */
export function isReachKept(
  wanted: Reach | undefined = {},
  recorded: RecordedReach | undefined = {},
  remote: RemoteArticle,
  theirs: RemoteLocale | undefined,
): boolean {
  if (theirs === undefined) return true;
  const { fin, audiences } = theirs;
  const { fin: known, audiences: named } = recorded;
  return (
    finAgents.every(
      (agent) => wanted.fin?.[agent] === undefined || known?.[agent] === undefined || fin?.[agent] === known[agent],
    ) &&
    (wanted.audiences === undefined || named === undefined || isSameSet(Object.values(named), audiences ?? [])) &&
    (wanted.tags === undefined || areTagsKept(recorded, remote))
  );
}

/** Whether an article still has the tags that we put on it; where the API does not say, as of internal ones, nobody knows better. */
export function areTagsKept({ tags = {} }: RecordedReach, { tags: theirs }: Pick<RemoteArticle, 'tags'>): boolean {
  const ids = theirs?.map(({ id }) => id);
  return ids === undefined || Object.values(tags).every((id) => ids.includes(id));
}

/**
 * In what a source wants something else of an article's reach than Intercom has.
 *
 * @param theirs one language of it, with the tags of the article
 */
export function reachDifferences(
  wanted: Reach | undefined,
  recorded: RecordedReach | undefined,
  theirs: RemoteReach,
  labels: KnownLabels,
): readonly Reason[] {
  if (wanted === undefined) return [];
  const isFin = finAgents.some(
    (agent) => wanted.fin?.[agent] !== undefined && theirs.fin?.[agent] !== wanted.fin[agent],
  );
  const audiences = wanted.audiences?.names.map((name) => labelNamed(name, labels.audiences)?.id ?? name);
  const isAudiences = audiences !== undefined && !isSameSet(audiences, theirs.audiences ?? []);
  const { add, remove } = tagChanges(wanted, recorded, theirs, labels.tags);
  return [
    ...(isFin ? (['fin'] as const) : []),
    ...(isAudiences ? (['audiences'] as const) : []),
    ...(add.length + remove.length > 0 ? (['tags'] as const) : []),
  ];
}

/** What has to happen to the tags of an article: names to put on, and ids of those of ours to take off. */
export function tagChanges(
  wanted: Reach,
  recorded: RecordedReach | undefined,
  { tags: theirs }: Pick<RemoteArticle, 'tags'>,
  tags: readonly Label[],
): { readonly add: readonly string[]; readonly remove: readonly string[] } {
  if (wanted.tags === undefined) return { add: [], remove: [] };
  const ours = Object.values(recorded?.tags ?? {});
  // The API does not say it of internal articles and snippets: there what we put on last counts.
  const there = new Set(theirs === undefined ? ours : theirs.map(({ id }) => id));
  const named = wanted.tags.names.map((name) => ({ name, id: labelNamed(name, tags)?.id ?? null }));
  const ids = new Set(named.map(({ id }) => id));
  return {
    add: named.filter(({ id }) => id === null || !there.has(id)).map(({ name }) => name),
    remove: ours.filter((id) => there.has(id) && !ids.has(id)),
  };
}

function isSameSet(a: readonly string[], b: readonly string[]): boolean {
  const ids = new Set(a);
  return ids.size === new Set(b).size && b.every((id) => ids.has(id));
}

/**
 * What Intercom has of the reach that a source names, as it is recorded: the switches and audiences of one language, and
 * those tags that are named, now or when it was last published.
 *
 * @param theirs that language in Intercom
 */
export function reachIn(
  wanted: Reach,
  recorded: RecordedReach | undefined,
  theirs: RemoteReach,
  labels: KnownLabels,
): RecordedReach {
  const { fin: named } = wanted;
  const fin = finAgents.flatMap((agent) =>
    named?.[agent] === undefined || theirs.fin === undefined ? [] : [[agent, theirs.fin[agent]]],
  );
  const nameOf = (id: string): string =>
    wanted.audiences?.names.find((name) => labelNamed(name, labels.audiences)?.id === id) ??
    labels.audiences.find((label) => label.id === id)?.name ??
    id;
  const there = new Set(theirs.tags?.map(({ id }) => id));
  const ours = [
    ...Object.entries(recorded?.tags ?? {}),
    ...(wanted.tags?.names ?? []).flatMap((name): [string, string][] => {
      const tag = labelNamed(name, labels.tags);
      return tag === null ? [] : [[name, tag.id]];
    }),
  ];
  return {
    ...(fin.length === 0 ? {} : { fin: Object.fromEntries(fin) }),
    ...(wanted.audiences === undefined || theirs.audiences === undefined
      ? {}
      : { audiences: Object.fromEntries(theirs.audiences.map((id) => [nameOf(id), id])) }),
    ...(wanted.tags === undefined || theirs.tags === undefined
      ? {}
      : { tags: Object.fromEntries(ours.filter(([, id]) => there.has(id))) }),
  };
}
