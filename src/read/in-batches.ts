/** How many files are read at once. */
const batch = 64;

/** Reads a batch at a time; results are in the order of the items, whatever the disk answers first. */
export async function inBatches<T, R>(items: readonly T[], each: (item: T) => Promise<R>): Promise<readonly R[]> {
  const results: R[] = [];
  for (let start = 0; start < items.length; start += batch) {
    results.push(...(await Promise.all(items.slice(start, start + batch).map(each))));
  }
  return results;
}
