import { gather, type ListPage, nothingGathered, type Row } from './gather.ts';

/** Gets a page. Pages count from 1: page 0 is answered too, with all rows, and would bring everything twice. */
export type GetPage<T> = (page: number, perPage: number) => Promise<ListPage<T>>;

/** A list read to its end, or what was wrong with the last reading. */
export type Listed<T> =
  | { readonly ok: true; readonly rows: readonly T[] }
  | { readonly ok: false; readonly why: string; readonly isEndless: boolean };

/** How far a list is read. */
export interface ListBounds {
  /** Rows to ask for; where the server says that it gives fewer, that is what counts. */
  readonly perPage: number;
  /** Readings, at most, that bring the whole list no nearer. */
  readonly listAttempts: number;
  /** Pages of one reading, at most. */
  readonly mostPages: number;
}

/**
 * Reads a whole list. Lists are sorted by their last change, so whatever is edited while pages are read moves to
 * the front: rows come twice, or slip through. And rows that were changed in the same second may stand in another
 * order on each page, though nobody edits anything. Rows are told apart by id, and a reading whose rows do not add up
 * to the count on every page is done again: from the start when something changed meanwhile; else with pages of
 * another length, which show other rows, and what all readings showed together counts.
 *
 * How many pages there are is only a hint: an empty page ends the list, and so do pages that bring nothing new.
 *
 * @param getPage gets one page
 */
export async function listAll<T extends Row>(getPage: GetPage<T>, bounds: ListBounds): Promise<Listed<T>> {
  const { perPage, listAttempts: attempts } = bounds;
  let gathered = nothingGathered<T>();
  let why = '';
  for (let fruitless = 0, turn = 0; fruitless < attempts && turn < attempts * turnsPerAttempt; turn += 1) {
    const { pages, endless } = await readPages(getPage, pageLength(perPage, turn), bounds.mostPages);
    const before = gathered;
    gathered = gather(before, pages);
    // A list that adds up is whole, whatever came after it.
    const isWhole = gathered.flaw === null && (endless === null || gathered.total !== null);
    if (isWhole) return { ok: true, rows: [...gathered.rows.values()] };
    if (endless !== null) return { ok: false, why: endless, isEndless: true };
    why = gathered.flaw ?? '';
    const nearer = gathered.readings > 1 && gathered.rows.size > before.rows.size;
    if (!nearer) fruitless += 1;
  }
  return { ok: false, why, isEndless: false };
}

/** Readings of any kind, at most, for each of those attempts. */
const turnsPerAttempt = 8;

/** Lengths of pages between half and the whole of the most, no two of them near each other for long. */
function pageLength(most: number, turn: number): number {
  const share = (turn * 0.382) % 1;
  return Math.max(1, Math.round(most * (1 - share / 2)));
}

/** The pages of one reading; `endless` says why it was given up, and is null where it came to an end. */
interface Reading<T> {
  readonly pages: readonly ListPage<T>[];
  readonly endless: string | null;
}

/** Pages that are asked for before the answers to earlier ones came: as many as can be under way, and no more. */
const ahead = 32;
/** Pages without a row that is new, at most: edits move rows to the front, but not whole pages again and again. */
const mostStale = 8;

async function readPages<T extends Row>(getPage: GetPage<T>, asked: number, most: number): Promise<Reading<T>> {
  const first = await getPage(1, asked);
  const perPage = first.perPage !== null && first.perPage > 0 ? Math.min(first.perPage, asked) : asked;
  const promised = lastPage(first, perPage);
  if (promised === null && (first.more !== true || first.rows.length === 0)) return { pages: [first], endless: null };
  const pages = [first];
  const seen = new Set(first.rows.map(({ id }) => id));
  let last = Math.min(promised ?? most, most);
  let stale = 0;
  let ended = promised !== null && promised <= most;
  const take = (number: number, page: ListPage<T>): void => {
    pages[number - 1] = page;
    const before = seen.size;
    for (const { id } of page.rows) seen.add(id);
    if (page.rows.length > 0 && seen.size === before) stale += 1;
    const isLast = page.rows.length === 0 || (promised === null && page.more !== true);
    if (isLast) ended = true;
    if (isLast || stale >= mostStale) last = Math.min(last, number);
  };
  let next = 2;
  const readOn = async (): Promise<void> => {
    while (next <= last) {
      const number = next;
      next += 1;
      try {
        take(number, await getPage(number, perPage));
      } catch (error) {
        last = 0;
        throw error;
      }
    }
  };
  // Where nobody says how many there are, one follows the other.
  await Promise.all(Array.from({ length: promised === null ? 1 : Math.min(ahead, last) }, readOn));
  const endless = stale >= mostStale ? 'the same pages come again' : ended ? null : `it has more than ${most} pages`;
  return { pages: pages.filter((page) => page !== undefined), endless };
}

function lastPage(first: ListPage<unknown>, perPage: number): number | null {
  if (first.totalPages !== null) return first.totalPages;
  return first.totalCount === null ? null : Math.ceil(first.totalCount / perPage);
}
