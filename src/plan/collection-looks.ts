import type { CollectionKey } from '../model/collection.ts';
import type { Desired, DesiredCollection } from '../model/desired.ts';
import { plainIcon } from '../model/plain-icon.ts';
import type { Problem } from '../model/problem.ts';
import { problem } from '../model/problem.ts';
import type { Remote, RemoteCollection } from '../model/remote.ts';

/** Above this many collections one finding stands for all. */
const mostNamed = 3;

/** A collection that is in Intercom. */
interface Shown {
  readonly wanted: DesiredCollection;
  readonly there: RemoteCollection;
}

/**
 * Names collections whose source asks for another order or icon than they have in Intercom: its API can set neither, so
 * without a word nothing would ever come of it. Of an order that cannot be read from the file, such as a number in front
 * of a folder's name, nothing is said.
 *
 * @param ids key → id of the collections that are there
 */
export function collectionLooks(
  desired: Desired,
  remote: Remote | null,
  ids: ReadonlyMap<CollectionKey, string>,
): readonly Problem[] {
  const byId = new Map(remote?.collections.map((collection) => [collection.id, collection]));
  const shown = desired.collections.flatMap((wanted): readonly Shown[] => {
    const there = byId.get(ids.get(wanted.key) ?? '');
    return there === undefined ? [] : [{ wanted, there }];
  });
  const astray = outOfOrder(shown);
  const found = shown.flatMap(({ wanted, there }) => {
    const { key, places = {} } = wanted;
    const order = astray.has(key) ? places.order : undefined;
    const icon = wanted.icon === undefined || wanted.icon === (there.icon ?? plainIcon) ? undefined : places.icon;
    const place = order ?? icon;
    return place === undefined ? [] : [{ key, order, icon, place }];
  });
  const [first, second] = found;
  if (first === undefined || second === undefined || found.length <= mostNamed)
    return found.map(({ key, order, icon, place }) =>
      problem('collection-look', { names: `the collection "${key}"`, how: howOf(order, icon) }, place),
    );
  const names = `the collections "${first.key}", "${second.key}" and ${found.length - 2} more`;
  const how = howOf(
    found.find(({ order }) => order),
    found.find(({ icon }) => icon),
  );
  return [problem('collection-look', { names, how }, first.place)];
}

function howOf(order: unknown, icon: unknown): string {
  return [...(order ? ['in another order'] : []), ...(icon ? ['with another icon'] : [])].join(' and ');
}

/** Those that would have to go elsewhere so that all stand in the order of the sources: as few as can be. */
function outOfOrder(shown: readonly Shown[]): ReadonlySet<CollectionKey> {
  const beside = new Map<string, Shown[]>();
  for (const one of shown) {
    if (one.wanted.places?.order === undefined) continue;
    const shelf = JSON.stringify([one.there.parentId, one.there.helpCentreId]);
    beside.set(shelf, [...(beside.get(shelf) ?? []), one]);
  }
  const astray = new Set<CollectionKey>();
  for (const group of beside.values()) {
    const inPlace = new Set(longestInOrder(group));
    for (const one of group) if (!inPlace.has(one)) astray.add(one.wanted.key);
  }
  return astray;
}

/** The longest run of collections that both sides have in one order; equal numbers are in any. */
function longestInOrder(group: readonly Shown[]): readonly Shown[] {
  const orderOf = ({ wanted }: Shown): number => wanted.order ?? 0;
  const sorted = [...group].sort((a, b) => orderOf(a) - orderOf(b) || a.there.order - b.there.order);
  const runs: (readonly Shown[])[] = [];
  for (const one of sorted) {
    const before = runs.filter((run) => (run.at(-1)?.there.order ?? 0) <= one.there.order);
    runs.push([...longest(before), one]);
  }
  return longest(runs);
}

const longest = (runs: readonly (readonly Shown[])[]): readonly Shown[] =>
  runs.reduce<readonly Shown[]>((best, run) => (run.length > best.length ? run : best), []);
