/**
 * Puts an entry behind all others, and drops those in front that are too many: what was asked for last is kept.
 *
 * @param most entries that are kept
 */
export function putLast<Key, Value>(entries: Map<Key, Value>, key: Key, value: Value, most: number): void {
  entries.delete(key);
  entries.set(key, value);
  for (const oldest of entries.keys()) {
    if (entries.size <= most) break;
    entries.delete(oldest);
  }
}
