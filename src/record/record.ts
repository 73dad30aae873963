import type { ContentPath } from '../model/article.ts';
import type { CollectionKey } from '../model/collection.ts';
import type { Recording } from '../model/outcome.ts';
import type { Recorded, RecordedArticle, RecordedCollection } from '../model/recorded.ts';
import type { RecordedRedirect } from '../model/redirect.ts';

/**
 * Applies what took effect to what was recorded, in the order in which it took effect.
 *
 * Entries that moved leave their old key, unless another article moved in there meanwhile (two files that
 * swapped names).
 *
 * @param recorded the workspace's section before the run
 * @param recordings from the run, or from the journal of a run that was cut off
 */
export function applyRecordings(recorded: Recorded, recordings: readonly Recording[]): Recorded {
  const articles = new Map<ContentPath, RecordedArticle>(Object.entries(recorded.articles));
  const collections = new Map<CollectionKey, RecordedCollection>(Object.entries(recorded.collections));
  const images = new Map(Object.entries(recorded.images));
  /** Entries that were written over, with the key they may have: half of a swap or a move that was cut off. */
  const displaced: {
    readonly key: ContentPath;
    readonly left: ContentPath | undefined;
    readonly entry: RecordedArticle;
  }[] = [];
  const cameFrom = new Map<ContentPath, ContentPath>();
  const redirects = new Map<string, RecordedRedirect>(Object.entries(recorded.redirects ?? {}));
  for (const recording of recordings) {
    if (recording.of === 'redirect') {
      if (recording.entry === null) redirects.delete(recording.key);
      else redirects.set(recording.key, recording.entry);
      continue;
    }
    if (recording.of === 'collection') {
      for (const [key, entry] of collections) if (entry.id === recording.entry.id) collections.delete(key);
      collections.set(recording.key, recording.entry);
      continue;
    }
    const { key, from, entry } = recording;
    const there = articles.get(key);
    if (entry === null && from !== undefined && articles.delete(from)) continue;
    const leaves = from === undefined ? undefined : articles.get(from)?.id;
    if (from !== undefined && (leaves === entry?.id || leaves === recording.replaces)) articles.delete(from);
    const isGone = entry === null || there === undefined || there.id === recording.replaces || there.id === entry.id;
    if (!isGone) displaced.push({ key, left: from, entry: there });
    if (from !== undefined && from !== key) cameFrom.set(key, from);
    if (entry === null) articles.delete(key);
    else articles.set(key, entry);
    for (const [sha256, url] of Object.entries(recording.images)) images.set(sha256, url);
  }
  const placed = new Set([...articles.values()].map((entry) => entry.id));
  for (const { key, left, entry } of displaced) {
    if (!placed.has(entry.id)) articles.set(freeKey(articles, cameFrom, left) ?? `${key}~${entry.id}`, entry);
  }
  const { redirects: _, ...rest } = recorded;
  return {
    ...rest,
    ...(redirects.size === 0 ? {} : { redirects: Object.fromEntries(redirects) }),
    articles: Object.fromEntries(articles),
    collections: Object.fromEntries(collections),
    images: Object.fromEntries(images),
  };
}

/**
 * A key for an entry that was written over and has no other: the one its mover left, or, where the next mover of a
 * ring has taken that already, the one that the first left. None is free when a new article took the key of one
 * that was about to move: that entry gets a key of its own, which no file has, so that the next plan finds where
 * the article went.
 */
function freeKey(
  articles: ReadonlyMap<ContentPath, RecordedArticle>,
  cameFrom: ReadonlyMap<ContentPath, ContentPath>,
  left: ContentPath | undefined,
): ContentPath | null {
  const seen = new Set<ContentPath>();
  let key = left;
  while (key !== undefined && articles.has(key) && !seen.has(key)) {
    seen.add(key);
    key = cameFrom.get(key);
  }
  return key === undefined || articles.has(key) ? null : key;
}
