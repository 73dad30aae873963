import { byCodeUnit } from '../model/by-code-unit.ts';
import { byId } from '../model/by-id.ts';
import { separator } from '../model/collection-key.ts';
import type { Desired, DesiredCollection } from '../model/desired.ts';
import type { Remote } from '../model/remote.ts';

/** The sources in the one order that plans are made in, so that a plan never depends on how they came. */
export function desiredInOrder(desired: Desired): Desired {
  return {
    ...desired,
    articles: [...desired.articles].sort((a, b) => byCodeUnit(a.key, b.key)),
    collections: [...desired.collections].sort(byPlace),
  };
}

/** Intercom's lists in the one order that plans are made in; older articles and collections first. */
export function remoteInOrder(remote: Remote): Remote {
  return {
    ...remote,
    articles: [...remote.articles].sort((a, b) => byId(a.id, b.id)),
    collections: [...remote.collections].sort((a, b) => byId(a.id, b.id)),
  };
}

/** Parents before their sections, then by the order that was asked for, then by name. */
function byPlace(a: DesiredCollection, b: DesiredCollection): number {
  const depth = (collection: DesiredCollection): number => collection.key.split(separator).length;
  const order = (collection: DesiredCollection): number => collection.order ?? Number.MAX_SAFE_INTEGER;
  return depth(a) - depth(b) || order(a) - order(b) || byCodeUnit(a.key, b.key);
}
