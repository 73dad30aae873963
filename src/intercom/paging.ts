import { gather, nothingGathered } from './gather.ts';

/** One page of a list, as far as paging goes. */
export interface Page<T> {
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

/** Gets a page. Pages count from 1: page 0 is answered too, with all rows, and would bring everything twice. */
export type GetPage<T> = (page: number, perPage: number) => Promise<Page<T>>;

/** A list read to its end, or what was wrong with the last reading. */
export type Listed<T> =
  | { readonly ok: true; readonly rows: readonly T[] }
  | { readonly ok: false; readonly why: string };

/**
 * Reads a whole list. Lists are sorted by their last change, so whatever is edited while pages are read moves to
 * the front: rows come twice, or slip through. And rows that were changed in the same second may stand in another
 * order on each page, though nobody edits anything. Rows are told apart by id, and a reading whose rows do not add up
 * to the count on every page is done again: from the start when something changed meanwhile; else with pages of
 * another length, which show other rows, and what all readings showed together counts.
 *
 * @param getPage gets one page
 * @param perPage rows to ask for; where the server says that it gives fewer, that is what counts
 * @param attempts readings, at most, that bring the whole list no nearer
 */
export async function listAll<T extends Row>(
  getPage: GetPage<T>,
  perPage: number,
  attempts: number,
): Promise<Listed<T>> {
  let gathered = nothingGathered<T>();
  let why = '';
  for (let fruitless = 0, turn = 0; fruitless < attempts && turn < attempts * patience; turn += 1) {
    const pages = await readPages(getPage, pageLength(perPage, turn));
    const before = gathered;
    gathered = gather(before, pages);
    if (gathered.flaw === null) return { ok: true, rows: [...gathered.rows.values()] };
    why = gathered.flaw;
    const nearer = gathered.readings > 1 && gathered.rows.size > before.rows.size;
    if (!nearer) fruitless += 1;
  }
  return { ok: false, why };
}

/** Readings of any kind, at most, for each of those attempts. */
const patience = 8;

/** Lengths of pages between half and the whole of the most, no two of them near each other for long. */
function pageLength(most: number, turn: number): number {
  const share = (turn * 0.382) % 1;
  return Math.max(1, Math.round(most * (1 - share / 2)));
}

async function readPages<T>(getPage: GetPage<T>, asked: number): Promise<readonly Page<T>[]> {
  const first = await getPage(1, asked);
  const perPage = first.perPage !== null && first.perPage > 0 ? first.perPage : asked;
  const last = lastPage(first, perPage);
  if (last === null) return [first, ...(await readOn(getPage, first, perPage))];
  const numbers = Array.from({ length: Math.max(0, last - 1) }, (_, index) => index + 2);
  return [first, ...(await Promise.all(numbers.map((page) => getPage(page, perPage))))];
}

function lastPage(first: Page<unknown>, perPage: number): number | null {
  if (first.totalPages !== null) return first.totalPages;
  return first.totalCount === null ? null : Math.ceil(first.totalCount / perPage);
}

/** Where nobody says how many pages there are, one follows the other until an empty one or the last. */
async function readOn<T>(getPage: GetPage<T>, first: Page<T>, perPage: number): Promise<readonly Page<T>[]> {
  const pages: Page<T>[] = [];
  let before = first;
  while (before.more === true && before.rows.length > 0) {
    before = await getPage(pages.length + 2, perPage);
    pages.push(before);
  }
  return pages;
}
