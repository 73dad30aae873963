/** One page of a list, as far as paging goes. */
export interface ListPage<T> {
  readonly rows: readonly T[];
  readonly totalCount: number | null;
  readonly totalPages: number | null;
  /** Rows per page as the server says. */
  readonly perPage: number | null;
  /** Whether the server says that there is more; null when it does not say. */
  readonly more: boolean | null;
}

/** A row, and when it was last changed (Unix seconds), where the list says it. */
export interface Row {
  readonly id: string;
  readonly updated_at?: number;
}

/** What the readings of a list showed so far. */
export interface Gathered<T> {
  /** By id. */
  readonly rows: ReadonlyMap<string, T>;
  /** How many readings these rows are from. */
  readonly readings: number;
  /** Why they are not the whole list; null when they are. */
  readonly flaw: string | null;
  /** The count that all pages of all these readings told; null where none did. */
  readonly total: number | null;
}

/** Before the first reading. */
export function nothingGathered<T>(): Gathered<T> {
  return { rows: new Map(), readings: 0, flaw: null, total: null };
}

/**
 * Takes in one more reading. Its rows are joined with those of earlier readings only as far as nothing changed in
 * between: the count is the same, no row that was seen before has another time of change, and none is later than
 * the latest before. Else the earlier readings are forgotten.
 *
 * @param before what was gathered, from a list that could not be read whole
 * @param pages of the new reading
 */
export function gather<T extends Row>(before: Gathered<T>, pages: readonly ListPage<T>[]): Gathered<T> {
  const rows = new Map(pages.flatMap((page) => page.rows).map((row) => [row.id, row]));
  const totals = [...new Set(pages.map((page) => page.totalCount))];
  if (totals.length > 1) {
    return { rows, readings: 1, flaw: `the count changed from ${totals[0]} to ${totals.at(-1)}`, total: null };
  }
  const total = totals[0] ?? null;
  const joined = total !== null && total === before.total && unchanged(before.rows, rows);
  const all = joined ? new Map([...before.rows, ...rows]) : rows;
  const flaw = total === null || total === all.size ? null : `${all.size} of ${total} could be read`;
  return { rows: all, readings: joined ? before.readings + 1 : 1, flaw, total };
}

function unchanged<T extends Row>(before: ReadonlyMap<string, T>, now: ReadonlyMap<string, T>): boolean {
  const latest = latestOf(before);
  if (latest === null || latestOf(now) !== latest) return false;
  return [...now].every(([id, row]) => {
    const earlier = before.get(id);
    return earlier === undefined || earlier.updated_at === row.updated_at;
  });
}

/** The latest change of any row; null where one of them does not tell. */
function latestOf(rows: ReadonlyMap<string, Row>): number | null {
  let latest = 0;
  for (const { updated_at: at = 0 } of rows.values()) {
    if (at === 0) return null;
    latest = Math.max(latest, at);
  }
  return latest === 0 ? null : latest;
}
