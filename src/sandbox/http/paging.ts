import type { Quirks } from '../../model/quirks.ts';
import { invalid } from './api-error.ts';

/** Largest page a list gives. */
const largest = 250;

/** One page of a list. */
export interface ListPage<T> {
  readonly rows: readonly T[];
  /** The `pages` object of the answer. */
  readonly pages: { type: 'pages'; next?: string; page: number; per_page: number; total_pages: number };
  readonly totalCount: number;
}

/** What was asked for, and how lists behave. */
export interface PageQuery {
  /** The request's URL as the client wrote it: the URL of the next page is made from it. */
  readonly url: URL;
  readonly perPage: number;
  /** Largest page; 250 where nothing else is said. */
  readonly most?: number;
  readonly quirks: Quirks;
}

/**
 * Cuts a page out of a list: by page number from 1, `next` a URL that is absent on the last page. A page past
 * the end is empty.
 *
 * @param rows all rows, in order
 * @throws ApiError 400 for a `page` or `per_page` that is no number in range
 */
export function pageOf<T>(rows: readonly T[], { url, perPage, most = largest, quirks }: PageQuery): ListPage<T> {
  const page = numberIn(url, 'page', 0) ?? 1;
  const asked = numberIn(url, 'per_page', 1) ?? perPage;
  if (asked > most && quirks.perPageTooBig === 'refused') throw invalid('Per Page is too big', 'per_page');
  const size = Math.min(asked, most);
  const totalPages = Math.ceil(rows.length / size);
  const everything = page === 0 && quirks.pageZero === 'all-rows';
  const start = Math.max(0, page - 1) * size;
  const hasNext = page < totalPages;
  return {
    rows: everything ? rows : rows.slice(start, start + size),
    pages: {
      type: 'pages',
      ...(hasNext ? { next: nextUrl(url, page + 1, size) } : {}),
      page,
      per_page: size,
      total_pages: totalPages,
    },
    totalCount: rows.length,
  };
}

/**
 * Cuts a page out of a list whose rows are sorted by `updated_at`, latest first.
 *
 * @param rows all rows, in any order
 * @throws ApiError 400 for a `page` or `per_page` that is no number in range
 */
export function latestPage<T extends Dated>(rows: Iterable<T>, query: PageQuery): ListPage<T> {
  return pageOf(latestFirst(rows, query.quirks, numberIn(query.url, 'page', 0) ?? 1), query);
}

/** What can be sorted by its time. */
interface Dated {
  readonly id: string;
  readonly updatedAt: number;
}

/** The facts of a page as lists have them that say them beside their rows, without addresses of others. */
export function besideRows({ totalCount, pages: { page, per_page, total_pages } }: ListPage<unknown>) {
  return { total_count: totalCount, page, per_page, total_pages };
}

function nextUrl(url: URL, page: number, size: number): string {
  const next = new URL(url);
  next.searchParams.delete('page');
  next.searchParams.set('per_page', String(size));
  next.searchParams.set('page', String(page));
  return next.href;
}

function numberIn(url: URL, name: string, least: number): number | undefined {
  const text = url.searchParams.get(name);
  if (text === null || text === '') return undefined;
  if (!/^\d{1,9}$/.test(text) || Number(text) < least) throw invalid(`${name} is not valid`, name);
  return Number(text);
}

/**
 * Sorts by `updated_at`, latest first, and rows of one second by id, newer first. With unstable ties their
 * order depends on the page asked for, so that walking page by page can miss one row and meet another twice.
 *
 * @param page number of the page asked for
 */
export function latestFirst<T extends Dated>(rows: Iterable<T>, quirks: Quirks, page: number): T[] {
  const flip = quirks.tiedRows === 'unstable' && page % 2 === 0 ? -1 : 1;
  return [...rows].sort((a, b) => b.updatedAt - a.updatedAt || flip * (Number(b.id) - Number(a.id)));
}
