import type { ContentPath } from '../model/article.ts';

/** Articles that link to each other in a circle, or one that is in none: they are written together. */
export interface WriteGroup {
  /** Sorted. */
  readonly keys: readonly ContentPath[];
  /** Places in the list of the groups that these link to: all before this one, and written before it. */
  readonly after: readonly number[];
}

/** What is written before what. What no group waits for may go at once. */
export interface WriteOrder {
  /** New articles that link to each other in a circle: created as drafts before anything else. */
  readonly draftsFirst: ReadonlySet<ContentPath>;
  /** Every article to write, those that others link to before those that link to them. */
  readonly groups: readonly WriteGroup[];
}

/**
 * Orders writes so that no reader meets a dead link: an article that is not out yet is written before the
 * articles that link to it, and before no others. Only articles without an id need drafts first: of the others the link
 * is known.
 *
 * @param links for each article to write, the articles to write that it links to and that are not out yet
 * @param withoutId articles that do not exist yet
 */
export function orderWrites(
  links: ReadonlyMap<ContentPath, ReadonlySet<ContentPath>>,
  withoutId: ReadonlySet<ContentPath>,
): WriteOrder {
  const found = circles(links);
  const groupOf = new Map<ContentPath, number>();
  found.forEach((keys, index) => {
    for (const key of keys) groupOf.set(key, index);
  });
  const draftsFirst = new Set<ContentPath>();
  // Groups come out of the search with everything they link to before them.
  const groups = found.map((keys, index): WriteGroup => {
    const after = new Set<number>();
    for (const key of keys) {
      for (const target of links.get(key) ?? []) {
        const other = groupOf.get(target);
        if (other === undefined) continue;
        if (other === index) markCircle(keys, withoutId, draftsFirst);
        else after.add(other);
      }
    }
    return { keys, after: [...after].sort((a, b) => a - b) };
  });
  return { draftsFirst, groups };
}

function markCircle(
  group: readonly ContentPath[],
  withoutId: ReadonlySet<ContentPath>,
  drafts: Set<ContentPath>,
): void {
  for (const key of group) if (withoutId.has(key)) drafts.add(key);
}

/**
 * Strongly connected groups (Tarjan), without recursion so that a chain of thousands of links does no harm.
 * A group is listed after every group it links to.
 */
function circles(links: ReadonlyMap<ContentPath, ReadonlySet<ContentPath>>): readonly (readonly ContentPath[])[] {
  const groups: ContentPath[][] = [];
  const index = new Map<ContentPath, number>();
  const low = new Map<ContentPath, number>();
  const open: ContentPath[] = [];
  const isOpen = new Set<ContentPath>();
  const enter = (key: ContentPath): { key: ContentPath; targets: Iterator<ContentPath> } => {
    index.set(key, index.size);
    low.set(key, index.get(key) ?? 0);
    open.push(key);
    isOpen.add(key);
    return {
      key,
      targets: [...(links.get(key) ?? [])]
        .filter((target) => links.has(target))
        .sort()
        [Symbol.iterator](),
    };
  };
  const lower = (key: ContentPath, value: number): void => {
    low.set(key, Math.min(low.get(key) ?? value, value));
  };
  for (const root of [...links.keys()].sort()) {
    if (index.has(root)) continue;
    const path = [enter(root)];
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const next = top.targets.next();
      if (!next.done) {
        if (!index.has(next.value)) path.push(enter(next.value));
        else if (isOpen.has(next.value)) lower(top.key, index.get(next.value) ?? 0);
        continue;
      }
      path.pop();
      const parent = path.at(-1);
      if (parent !== undefined) lower(parent.key, low.get(top.key) ?? 0);
      if (low.get(top.key) === index.get(top.key)) groups.push(closeGroup(top.key, open, isOpen));
    }
  }
  return groups;
}

function closeGroup(key: ContentPath, open: ContentPath[], isOpen: Set<ContentPath>): ContentPath[] {
  const group: ContentPath[] = [];
  for (let member = open.pop(); member !== undefined; member = open.pop()) {
    isOpen.delete(member);
    group.push(member);
    if (member === key) break;
  }
  return group.sort();
}
