import type { Usage } from './others.ts';
import type { End, WindowEnds } from './window-end.ts';

/** A request on its way. Times in milliseconds on our own, steady clock. */
export interface Ticket {
  readonly sent: number;
}

/** What an answer says of the window it was counted in. */
export interface Counted {
  readonly limit: number;
  readonly remaining: number;
  /** Unix milliseconds on Intercom's clock. */
  readonly reset: number;
}

/** One rate-limit window as far as answers have told. */
export interface Window {
  /** Its end as the first answer told: what tells windows apart. */
  readonly reset: number;
  limit: number;
  /** The lowest count seen. Counts only fall, so every request answered by now is in it already. */
  remaining: number;
  readonly baseline: number;
  readonly firstReceived: number;
  lastReceived: number;
  /** Answers counted in it, and requests that ended without telling. */
  answered: number;
  lost: number;
  /** Requests that ended without telling and may not be in `remaining` yet; and when the last of them ended. */
  ghosts: number;
  lostAt: number;
  /** The earliest next try, after one found the window still open. */
  notTriedBefore: number;
  /** After this moment the window counts as over, whatever the estimate says (Retry-After, a wrong length). */
  overAt: number | null;
}

/**
 * Opens the record of a window with the first answer from it.
 *
 * @param counted what the answer says
 * @param first whether no window was known before: what was used already is then no sign of others
 * @param now when the answer came
 */
export function openWindow(counted: Counted, first: boolean, now: number): Window {
  return {
    ...counted,
    baseline: first ? counted.remaining + 1 : counted.limit,
    firstReceived: now,
    lastReceived: now,
    answered: 1,
    lost: 0,
    ghosts: 0,
    lostAt: now,
    notTriedBefore: Number.NEGATIVE_INFINITY,
    overAt: null,
  };
}

/** How an answer relates to the window known so far. */
export type Relation = 'same' | 'newer' | 'older';

/**
 * Tells to which window an answer belongs. Reset times that waver by a second are one window. A count that rose on
 * a request sent after the last answer means a new one, whatever its reset time says.
 *
 * @param window the one known
 * @param counted what the answer says
 * @param ticket its request
 * @param windowMs length of a window
 */
export function relate(window: Window, counted: Counted, ticket: Ticket, windowMs: number): Relation {
  const apart = Math.max(1000, windowMs / 2);
  if (counted.reset >= window.reset + apart) return 'newer';
  const sentLater = ticket.sent > window.lastReceived;
  if (counted.reset <= window.reset - apart) return sentLater ? 'newer' : 'older';
  const rise = counted.remaining - window.remaining;
  return sentLater && rise > Math.max(3, window.limit / 10) ? 'newer' : 'same';
}

/**
 * Takes an answer into its window.
 *
 * @param window changed in place
 * @param counted what the answer says
 * @param ticket its request: one sent after a lost one shows that the lost one was counted or never will be
 * @param now when the answer came
 * @param end when the window was expected to end, before this answer
 * @param windowMs length of a window
 */
export function countIn(
  window: Window,
  counted: Counted,
  ticket: Ticket,
  now: number,
  end: End,
  windowMs: number,
): void {
  window.limit = counted.limit;
  window.remaining = Math.min(window.remaining, counted.remaining);
  window.lastReceived = now;
  window.answered += 1;
  if (ticket.sent >= window.lostAt) window.ghosts = 0;
  if (ticket.sent < end.worthATry) return;
  // It was worth a try, and the window is still open.
  window.notTriedBefore = Math.max(window.notTriedBefore, ticket.sent + windowMs / 20);
  // Still the same window when it had to be over: windows are longer than we think. Go slowly.
  if (ticket.sent >= end.sure) window.overAt = now + windowMs / 2;
}

/**
 * Takes in that a request ended without telling where it was counted.
 *
 * @param window changed in place
 * @param now when it ended
 */
export function loseIn(window: Window, now: number): void {
  window.lost += 1;
  window.ghosts += 1;
  window.lostAt = now;
}

/**
 * When a window ends.
 *
 * @param window as known
 * @param ends what was learnt of ends so far
 */
export function endOf(window: Window, ends: WindowEnds): End {
  const { worthATry, sure } = ends.of(window.reset, window.firstReceived);
  const over = window.overAt ?? sure;
  return { worthATry: Math.min(over, Math.max(worthATry, window.notTriedBefore)), sure: over };
}

/**
 * What of a window is ours and what others'.
 *
 * @param window as known
 * @param flying requests of ours without an answer
 * @param elapsed share of the window that is over, 0 to 1
 */
export function usageOf(window: Window, flying: number, elapsed: number): Usage {
  const { limit, remaining, baseline, answered, lost } = window;
  return { limit, remaining, baseline, ours: answered + lost + flying, elapsed };
}
