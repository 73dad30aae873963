import { type RetryRow, retryRowOf } from '../net/retry-table.ts';

/** The verbs the client uses. */
export type Verb = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** What became of one attempt, as far as trying again is concerned. */
export type Happening =
  /** An answer that can be used. */
  | 'answered'
  /** 429. */
  | 'rate-limited'
  /** The request never left this machine: no address, no connection. */
  | 'not-sent'
  /** Sent, and no answer in time. */
  | 'timed-out'
  /** Sent, and the connection broke before an answer. */
  | 'broken'
  /** A good status, and a body that ends too early or cannot be read. */
  | 'cut'
  /** A good status, and a body of more bytes than an answer has. */
  | 'too-large'
  /** A good status, and a body that goes on and on. */
  | 'too-slow'
  /** A good status, and a body that was never meant to be JSON: a sign-in page, a page of a proxy. */
  | 'not-json'
  /** 408 or 5xx. */
  | 'server-trouble'
  /** 404. */
  | 'gone'
  /** Any other status that is no success. */
  | 'refused'
  /** A certificate or a proxy that stands between us and Intercom. */
  | 'blocked';

/** What to do then. */
export type Then =
  /** Hand the answer on. */
  | 'take'
  /** Send again once the rate limit's window is over. */
  | 'wait'
  /** Send again after a back-off with jitter. */
  | 'again'
  /** Nobody knows whether it happened: look before sending again. */
  | 'look'
  /** Count it as done. */
  | 'done'
  /** Give up at once. */
  | 'fail';

type Row = RetryRow<Verb, Happening, Then>;

const every: readonly Verb[] = ['GET', 'POST', 'PUT', 'DELETE'];
const repeatable: readonly Verb[] = ['GET', 'PUT', 'DELETE'];
const create: readonly Verb[] = ['POST'];

/** All rules about sending again, with their reasons. */
export const retryTable: readonly Row[] = [
  row('answered', every, 'any', 'take', 'it is what was asked for'),
  row('rate-limited', every, 'any', 'wait', 'Intercom turned it away before doing anything, so no verb can act twice'),
  row('not-sent', every, 'any', 'again', 'nothing left this machine, so no verb can act twice'),
  row('timed-out', repeatable, 'any', 'again', 'twice has the same end as once'),
  row('timed-out', create, 'any', 'look', 'it may have been created, and a second one would stay for good'),
  row('broken', repeatable, 'any', 'again', 'twice has the same end as once'),
  row('broken', create, 'any', 'look', 'connections also break after the work is done'),
  row('cut', repeatable, 'any', 'again', 'it happened, but the answer is needed and asking again is harmless'),
  row('cut', create, 'any', 'look', 'it was created, and the list still knows its id'),
  row('too-large', repeatable, 'any', 'fail', 'the same answer would come again'),
  row('too-large', create, 'any', 'look', 'the status says it was created; the list tells'),
  row('too-slow', repeatable, 'any', 'fail', 'minutes went by already, and as many would again'),
  row('too-slow', create, 'any', 'look', 'the status says it was created; the list tells'),
  row('not-json', repeatable, 'any', 'fail', 'whoever answers with a page will do so again'),
  row('not-json', create, 'any', 'look', 'the status says it was created; the list tells'),
  row('server-trouble', repeatable, 'any', 'again', 'such errors pass, and twice has the same end as once'),
  row('server-trouble', create, 'any', 'look', 'a gateway says 502 or 504 also when the work behind it was done'),
  row('gone', ['DELETE'], 'later', 'done', 'an earlier attempt deleted it and only its answer was lost'),
  row('gone', every, 'any', 'fail', 'what is not there will not be there a second later'),
  row('refused', every, 'any', 'fail', 'the same request would be refused again'),
  row('blocked', every, 'any', 'fail', 'a certificate or a proxy does not change by itself'),
];

/**
 * The rule for what became of an attempt.
 *
 * @param verb of the request
 * @param happening what became of the attempt
 * @param later whether an earlier attempt of the same request may have reached Intercom
 */
export function retryRow(verb: Verb, happening: Happening, later: boolean): Row {
  return retryRowOf(retryTable, verb, happening, later);
}

/**
 * Tells what a status means for trying again.
 *
 * @param status HTTP status of a whole answer
 */
export function happeningOf(status: number): Happening {
  if (status >= 200 && status < 300) return 'answered';
  if (status === 429) return 'rate-limited';
  if (status === 404) return 'gone';
  // 407 is a proxy's, never Intercom's.
  if (status === 407) return 'blocked';
  return status === 408 || status >= 500 ? 'server-trouble' : 'refused';
}

/**
 * How long to back off: full jitter, which spreads many waiting requests best.
 *
 * @param attempt number of the attempt that failed, from 1
 * @param chance a number in [0, 1)
 * @param bounds `backoffMs` doubles per attempt up to `backoffMaxMs`
 * @param retryAfterMs what the answer asked for; at least that, up to `backoffMaxMs`
 * @returns milliseconds
 */
export function backoff(
  attempt: number,
  chance: number,
  bounds: { readonly backoffMs: number; readonly backoffMaxMs: number },
  retryAfterMs: number | null,
): number {
  const ceiling = Math.min(bounds.backoffMaxMs, bounds.backoffMs * 2 ** (attempt - 1));
  return Math.min(bounds.backoffMaxMs, Math.max(Math.round(chance * ceiling), retryAfterMs ?? 0));
}

function row(happening: Happening, verbs: readonly Verb[], attempt: Row['attempt'], then: Then, because: string): Row {
  return { happening, verbs, attempt, then, because };
}
