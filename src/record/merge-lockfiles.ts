import type { Lockfile, LockfileSection, RecordedArticle } from '../model/recorded.ts';
import type { WorkspaceFacts } from '../model/workspace-facts.ts';

/**
 * Merges two lockfiles that began as one, entry by entry: what only one side changed is taken from it, and of an entry
 * that both changed the one that was written later. An article that would stand twice, under the names that each side
 * has for it, keeps our name.
 *
 * @param base what both began with
 * @param ours what this run published
 * @param theirs what is in the repository by now
 */
export function mergeLockfiles(base: Lockfile, ours: Lockfile, theirs: Lockfile): Lockfile {
  const ids = keysOf(base.workspaces, ours.workspaces, theirs.workspaces);
  const workspaces = ids.flatMap((id) => {
    const [b, o, t] = [base, ours, theirs].map(({ workspaces: all }) => own(all, id));
    // A section that one side took out on purpose stays out, unless the other wrote in it.
    const merged = choose(b, o, t, () => mergeSections(b, o, t));
    return merged === undefined ? [] : [[id, merged] as const];
  });
  return { lockfileVersion: ours.lockfileVersion, workspaces: Object.fromEntries(workspaces) };
}

function mergeSections(
  base: LockfileSection | undefined,
  ours: LockfileSection | undefined,
  theirs: LockfileSection | undefined,
): LockfileSection {
  const content = ours?.content ?? theirs?.content;
  const [b = {}, o = {}, t = {}] = [base, ours, theirs].map((side) => side?.redirects);
  const redirects = mergeEntries(b, o, t, (one) => one);
  const facts = choose(base?.facts, ours?.facts, theirs?.facts, () => laterAsked(ours?.facts, theirs?.facts));
  return {
    ...(content === undefined ? {} : { content }),
    ...(facts === undefined ? {} : { facts }),
    articles: onceEach(
      mergeEntries(base?.articles ?? {}, ours?.articles ?? {}, theirs?.articles ?? {}, laterOf),
      ours?.articles ?? {},
    ),
    collections: onceEach(
      mergeEntries(base?.collections ?? {}, ours?.collections ?? {}, theirs?.collections ?? {}, (one) => one),
      ours?.collections ?? {},
    ),
    images: mergeEntries(base?.images ?? {}, ours?.images ?? {}, theirs?.images ?? {}, (one) => one),
    ...(Object.keys(redirects).length === 0 ? {} : { redirects }),
  };
}

/** What was found out later counts. */
function laterAsked(ours: WorkspaceFacts | undefined, theirs: WorkspaceFacts | undefined): WorkspaceFacts | undefined {
  if (ours === undefined || theirs === undefined) return ours ?? theirs;
  return theirs.asked > ours.asked ? theirs : ours;
}

type Entries<T> = Readonly<Record<string, T>>;

function mergeEntries<T>(
  base: Entries<T>,
  ours: Entries<T>,
  theirs: Entries<T>,
  pick: (ours: T, theirs: T) => T,
): Entries<T> {
  const merged = keysOf(base, ours, theirs).flatMap((key) => {
    const [b, o, t] = [base, ours, theirs].map((side) => own(side, key));
    // Where one side dropped what the other wrote, what was written is known to be there.
    const entry = choose(b, o, t, () => (o === undefined ? t : t === undefined ? o : pick(o, t)));
    return entry === undefined ? [] : [[key, entry] as const];
  });
  return Object.fromEntries(merged);
}

/** The side that changed; where both did, differently, whatever `both` says. */
function choose<T>(base: T | undefined, ours: T | undefined, theirs: T | undefined, both: () => T | undefined) {
  const [b, o, t] = [base, ours, theirs].map((one) => JSON.stringify(one));
  if (o === t || t === b) return ours;
  return o === b ? theirs : both();
}

function laterOf(ours: RecordedArticle, theirs: RecordedArticle): RecordedArticle {
  return theirs.updatedAt > ours.updatedAt ? theirs : ours;
}

/** Drops what stands under another name too: an id has one entry. */
function onceEach<T extends { readonly id: string }>(entries: Entries<T>, ours: Entries<T>): Entries<T> {
  const nameOf = new Map<string, string>();
  for (const [key, { id }] of Object.entries(entries)) {
    if (!nameOf.has(id) || own(ours, key)?.id === id) nameOf.set(id, key);
  }
  return Object.fromEntries(Object.entries(entries).filter(([key, { id }]) => nameOf.get(id) === key));
}

function own<T>(entries: Entries<T>, key: string): T | undefined {
  return Object.hasOwn(entries, key) ? entries[key] : undefined;
}

function keysOf(...sides: readonly Entries<unknown>[]): readonly string[] {
  return [...new Set(sides.flatMap((side) => Object.keys(side)))].sort();
}
