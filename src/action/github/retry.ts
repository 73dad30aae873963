import { type RetryRow, retryRowOf } from '../../net/retry-table.ts';

/** Verbs of GitHub's REST API that the Action uses. */
export type Verb = 'GET' | 'POST' | 'PATCH' | 'DELETE';

/** What became of one attempt. */
export type Happening =
  | 'answered'
  /** No connection, or it broke, or no answer came in time. */
  | 'no-answer'
  | 'server-trouble'
  /** 429, or 403 with the limit used up or a time to wait. */
  | 'rate-limited'
  /** 401, 403 for any other reason. */
  | 'forbidden'
  /** 404. */
  | 'gone'
  /** 422. */
  | 'invalid'
  /** Any other status that is no success. */
  | 'refused';

/** What to do then. `fail` for a POST leaves it to the caller to look whether it happened. */
export type Then = 'take' | 'again' | 'wait' | 'fail';

type Row = RetryRow<Verb, Happening, Then>;

const every: readonly Verb[] = ['GET', 'POST', 'PATCH', 'DELETE'];
/** A PATCH of ours carries whole values, so twice has the same end as once. */
const repeatable: readonly Verb[] = ['GET', 'PATCH', 'DELETE'];

/** All rules about sending a request to GitHub again, with their reasons. */
export const retryTable: readonly Row[] = [
  row('answered', every, 'take', 'it is what was asked for'),
  row('rate-limited', every, 'wait', 'it was turned away before anything was done, and GitHub says until when'),
  row('server-trouble', repeatable, 'again', 'such errors pass, and twice has the same end as once'),
  row('server-trouble', ['POST'], 'fail', 'it may have been created: whoever asked looks before asking again'),
  row('no-answer', repeatable, 'again', 'connections break, and twice has the same end as once'),
  row('no-answer', ['POST'], 'fail', 'it may have been created: whoever asked looks before asking again'),
  row('forbidden', every, 'fail', 'permissions do not change during a run'),
  row('gone', every, 'fail', 'what is not there, or is hidden from this token, stays so'),
  row('invalid', every, 'fail', 'the same values would be refused again'),
  row('refused', every, 'fail', 'the same request would be refused again'),
];

function row(happening: Happening, verbs: readonly Verb[], then: Then, because: string): Row {
  return { happening, verbs, attempt: 'any', then, because };
}

/** The rule for what became of an attempt. */
export const retryRow = (verb: Verb, happening: Happening): Row => retryRowOf(retryTable, verb, happening, false);

/** What an answer says about its being a matter of limits. */
export interface LimitFacts {
  /** `retry-after` in seconds; null where there is none. */
  readonly retryAfter: number | null;
  /** `x-ratelimit-remaining`; null where there is none. */
  readonly remaining: number | null;
  /** `x-ratelimit-reset`, Unix seconds; null where there is none. */
  readonly reset: number | null;
  readonly message: string;
}

/** Tells what a status means; 403 is a limit or a permission, which its headers and words tell apart. */
export function happeningOf(status: number, limits: LimitFacts): Happening {
  if (status >= 200 && status < 300) return 'answered';
  if (status === 429) return 'rate-limited';
  if (status === 403) {
    const isLimit = limits.retryAfter !== null || limits.remaining === 0 || /rate limit/i.test(limits.message);
    return isLimit ? 'rate-limited' : 'forbidden';
  }
  if (status === 401) return 'forbidden';
  if (status === 404 || status === 410) return 'gone';
  if (status === 422) return 'invalid';
  return status === 408 || status >= 500 ? 'server-trouble' : 'refused';
}

/** The wait that GitHub advises where it names none. */
const unnamedWait = 60_000;

/**
 * How long a limit asks to wait.
 *
 * @param now milliseconds since the epoch
 * @returns milliseconds, a second more than the clock says, since clocks differ
 */
export function limitWait(limits: LimitFacts, now: number): number {
  if (limits.retryAfter !== null) return limits.retryAfter * 1000;
  if (limits.remaining === 0 && limits.reset !== null) return Math.max(0, limits.reset * 1000 - now) + 1000;
  return unnamedWait;
}
