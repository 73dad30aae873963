import type { CollectionKey, ContentPath, Recorded, RecordedArticle, RecordedCollection, Recording } from '../model.ts';

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
  /** Entries that a move wrote over, with the key it came from: half of a swap that was cut off. */
  const displaced = new Map<ContentPath, RecordedArticle>();
  const cameFrom = new Map<ContentPath, ContentPath>();
  for (const recording of recordings) {
    if (recording.of === 'collection') {
      for (const [key, entry] of collections) if (entry.id === recording.entry.id) collections.delete(key);
      collections.set(recording.key, recording.entry);
      continue;
    }
    const { key, from, entry } = recording;
    const there = articles.get(key);
    if (entry === null && from !== undefined && articles.delete(from)) continue;
    if (from !== undefined && articles.get(from)?.id === entry?.id) articles.delete(from);
    if (from !== undefined && there !== undefined && there.id !== entry?.id) displaced.set(from, there);
    if (from !== undefined && from !== key) cameFrom.set(key, from);
    if (entry === null) articles.delete(key);
    else articles.set(key, entry);
    for (const [sha256, url] of Object.entries(recording.images)) images.set(sha256, url);
  }
  const placed = new Set([...articles.values()].map((entry) => entry.id));
  for (const [left, entry] of displaced) {
    if (!placed.has(entry.id)) settle(articles, cameFrom, left, entry);
  }
  return {
    ...recorded,
    articles: Object.fromEntries(articles),
    collections: Object.fromEntries(collections),
    images: Object.fromEntries(images),
  };
}

/** The key that a mover left may be taken by the next mover of a ring: the one that the first left is free. */
function settle(
  articles: Map<ContentPath, RecordedArticle>,
  cameFrom: ReadonlyMap<ContentPath, ContentPath>,
  left: ContentPath,
  entry: RecordedArticle,
): void {
  const seen = new Set<ContentPath>();
  let key: ContentPath | undefined = left;
  while (key !== undefined && articles.has(key) && !seen.has(key)) {
    seen.add(key);
    key = cameFrom.get(key);
  }
  if (key !== undefined && !articles.has(key)) articles.set(key, entry);
}
