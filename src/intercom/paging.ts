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

/** Gets a page. Pages count from 1: page 0 is answered too, with all rows, and would bring everything twice. */
export type GetPage<T> = (page: number, perPage: number) => Promise<Page<T>>;

/** A list read to its end, or what was wrong with the last reading. */
export type Listed<T> =
  | { readonly ok: true; readonly rows: readonly T[] }
  | { readonly ok: false; readonly why: string };

/**
 * Reads a whole list. Lists are sorted by their last change, so whatever is edited while pages are read moves to
 * the front: rows come twice, or slip through. Rows are told apart by id, and a reading whose rows do not add up to
 * the count on every page is thrown away and done again.
 *
 * @param getPage gets one page
 * @param perPage rows to ask for; where the server says that it gives fewer, that is what counts
 * @param attempts readings at most
 */
export async function listAll<T extends { readonly id: string }>(
  getPage: GetPage<T>,
  perPage: number,
  attempts: number,
): Promise<Listed<T>> {
  let why = '';
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const pages = await readPages(getPage, perPage);
    const rows = new Map(pages.flatMap((page) => page.rows).map((row) => [row.id, row]));
    const flaw = flawOf(pages, rows.size);
    if (flaw === null) return { ok: true, rows: [...rows.values()] };
    why = flaw;
  }
  return { ok: false, why };
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

function flawOf(pages: readonly Page<unknown>[], rows: number): string | null {
  const totals = [...new Set(pages.map((page) => page.totalCount))];
  if (totals.length > 1) return `the count changed from ${totals[0]} to ${totals.at(-1)}`;
  const total = totals[0] ?? null;
  return total === null || total === rows ? null : `${rows} of ${total} could be read`;
}
