import { retryAfterIn } from '../net/retry-after.ts';

/** What an answer says of the rate limit. null: it did not say. */
export interface RateFacts {
  /** Requests a window allows. */
  readonly limit: number | null;
  /** Requests left in the window the answer belongs to. */
  readonly remaining: number | null;
  /** When that window ends: Unix seconds on Intercom's clock, whole. */
  readonly reset: number | null;
  /** Milliseconds to wait, from Retry-After. */
  readonly retryAfterMs: number | null;
}

/** Header values by lower-case name, as undici gives them. */
export type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

/**
 * Reads the rate-limit headers. Values that make no sense (negative, not a number) count as not said.
 *
 * @param headers of an answer
 * @param now Unix milliseconds here, for a Retry-After that is a date; where the answer has a Date header, the
 *   difference of the two is used instead, since both come from the same clock
 */
export function readRate(headers: Headers, now: number): RateFacts {
  return {
    limit: wholeNumber(headers, 'x-ratelimit-limit'),
    remaining: wholeNumber(headers, 'x-ratelimit-remaining'),
    reset: wholeNumber(headers, 'x-ratelimit-reset'),
    retryAfterMs: retryAfterIn(header(headers, 'retry-after'), header(headers, 'date'), now),
  };
}

/**
 * One header as text; the first value where a header came twice.
 *
 * @param name in lower case
 */
export function header(headers: Headers, name: string): string | null {
  const value = headers[name];
  if (value === undefined) return null;
  return typeof value === 'string' ? value : (value[0] ?? null);
}

function wholeNumber(headers: Headers, name: string): number | null {
  const text = header(headers, name)?.trim() ?? '';
  return /^\d{1,15}$/.test(text) ? Number(text) : null;
}
