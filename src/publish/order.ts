import type { ContentPath } from '../model/article.ts';

/** Articles that are written one after the other: all of a level may go at once. */
export interface WriteOrder {
  /** New articles that link to each other in a circle: created as drafts before anything else. */
  readonly draftsFirst: ReadonlySet<ContentPath>;
  /** Every article to write, those that others link to before those that link to them. */
  readonly levels: readonly (readonly ContentPath[])[];
}

/**
 * Orders writes so that no reader meets a dead link: an article that is not out yet is written before the
 * articles that link to it. Only articles without an id need drafts first: of the others the link is known.
 *
 * @param links for each article to write, the articles to write that it links to and that are not out yet
 * @param withoutId articles that do not exist yet
 */
export function orderWrites(
  links: ReadonlyMap<ContentPath, ReadonlySet<ContentPath>>,
  withoutId: ReadonlySet<ContentPath>,
): WriteOrder {
  const groups = circles(links);
  const groupOf = new Map<ContentPath, number>();
  groups.forEach((group, index) => {
    for (const key of group) groupOf.set(key, index);
  });
  const draftsFirst = new Set<ContentPath>();
  const depths: number[] = [];
  // Groups come out of the search with everything they link to before them.
  groups.forEach((group, index) => {
    let depth = 0;
    for (const key of group) {
      for (const target of links.get(key) ?? []) {
        const other = groupOf.get(target);
        if (other === undefined) continue;
        if (other === index) markCircle(group, withoutId, draftsFirst);
        else depth = Math.max(depth, (depths[other] ?? 0) + 1);
      }
    }
    depths[index] = depth;
  });
  const levels: ContentPath[][] = [];
  groups.forEach((group, index) => {
    const depth = depths[index] ?? 0;
    levels[depth] = [...(levels[depth] ?? []), ...group];
  });
  return { draftsFirst, levels: levels.map((level) => [...level].sort()) };
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
