/** A part of a list, and where the next one begins. */
export interface PageOf<T> {
  readonly items: readonly T[];
  /** What asks for the next part; absent at the end. */
  readonly nextCursor?: string;
}

/**
 * A part of a list that is too long for one answer. Whoever asks for the next part gets what then stands behind as many
 * as were told, so that a list that changes in between may show something twice, or not at all.
 *
 * @param cursor what the part before said; absent for the first
 * @param most items of one part
 * @returns null where the cursor is none
 */
export function pageOf<T>(all: readonly T[], cursor: string | undefined, most: number): PageOf<T> | null {
  if (cursor !== undefined && !/^\d{1,9}$/.test(cursor)) return null;
  const start = Number(cursor ?? 0);
  const items = all.slice(start, start + most);
  return start + most < all.length ? { items, nextCursor: String(start + most) } : { items };
}
