import { createBlindPace } from './blind-pace.ts';
import { createOthers } from './others.ts';
import type { RateFacts } from './rate-headers.ts';
import { type Counted, countIn, endOf, openWindow, relate, type Ticket, usageOf, type Window } from './window.ts';
import { createWindowEnds } from './window-end.ts';

/** Whether a request may be sent now; if not, when to ask again (null: once an answer has come). */
export type Verdict = { readonly go: true } | { readonly go: false; readonly until: number | null };

/** Decides when requests are sent. No timers, no waiting: times go in, verdicts come out. */
export interface Pacer {
  ask(now: number): Verdict;
  sent(now: number): Ticket;
  /** Takes in an answer; `limited` for a 429. */
  answered(ticket: Ticket, now: number, rate: RateFacts, limited: boolean): void;
  /** Takes in that a request ended without an answer. */
  lost(ticket: Ticket, now: number): void;
}

/** What a pacer must keep to. */
export interface PaceBounds {
  readonly concurrency: number;
  /** Length of Intercom's window: 10 seconds, though the quota is told per minute. */
  readonly windowMs: number;
  /** The longest wait a 429 can ask for. */
  readonly rateLimitMaxMs: number;
}

/** Share of a window's limit that goes out at once; the rest is spread, so that others are noticed and find room. */
const atOnce = 0.5;
/** Share of a window that the spreading leaves free at the end, for answers to come back. */
const tail = 0.12;
/** Share of the limit that is ours even when others want everything. */
const floorShare = 0.1;

/**
 * Fills the rate-limit windows that answers describe.
 *
 * Inside a window only counts matter: an answer's `remaining`, less every request on its way, less what is left to
 * others, less a small reserve. Whether the window is over is found out by sending one request from the reserve
 * around the end and looking at its answer; nothing is ever assumed of a window no answer has come from. So
 * whole-second reset times, different clocks and requests in flight across the border cost a moment, never a 429.
 *
 * @param bounds see there
 */
export function createPacer(bounds: PaceBounds): Pacer {
  const { windowMs, concurrency } = bounds;
  const ends = createWindowEnds(windowMs);
  const others = createOthers();
  const blind = createBlindPace(windowMs);
  const flying = new Set<Ticket>();
  let window: Window | null = null;
  let heard = false;
  let closedUntil = Number.NEGATIVE_INFINITY;

  function ask(now: number): Verdict {
    if (flying.size >= concurrency) return { go: false, until: null };
    if (now < closedUntil) return { go: false, until: closedUntil };
    if (window !== null) return askWindow(window, now);
    return heard ? blind.ask(now) : oneByOne([...flying], now);
  }

  function askWindow(open: Window, now: number): Verdict {
    const end = endOf(open, ends);
    const free = open.remaining - flying.size - open.ghosts;
    const elapsed = clamp(1 - (end.worthATry - now) / windowMs);
    const usage = usageOf(open, flying.size, elapsed);
    const forOthers = others.room(usage);
    const starving = usage.ours < Math.max(1, open.limit * floorShare);
    const kept = starving && forOthers > 0 ? 0 : reserve(open.limit) + forOthers;
    const spread = clamp((end.worthATry - tail * windowMs - now) / ((1 - tail) * windowMs));
    const held = starving ? 0 : open.limit * (1 - atOnce) * spread;
    if (free - kept - held >= 1) return { go: true };
    if (now >= end.worthATry) return tryNext(end.worthATry, end.sure, free, now);
    const again = forOthers > 0 ? windowMs / 20 : whenSpread(open.limit, 1 + kept + held - free, held);
    return { go: false, until: Math.min(end.worthATry, now + again) };
  }

  /** How long until the part held back for spreading has shrunk enough; for ever when that is not what is missing. */
  function whenSpread(limit: number, missing: number, held: number): number {
    if (missing > held) return Number.POSITIVE_INFINITY;
    return Math.ceil((missing / (limit * (1 - atOnce))) * (1 - tail) * windowMs) || 1;
  }

  /** Around the end of a window: one request finds out, and more follow only when its answer is slow in coming. */
  function tryNext(worthATry: number, sure: number, free: number, now: number): Verdict {
    const trying = [...flying].filter((ticket) => ticket.sent >= worthATry);
    if (now >= sure) return oneByOne(trying, now);
    return free >= 1 && trying.length === 0 ? { go: true } : { go: false, until: sure };
  }

  function oneByOne(trying: readonly Ticket[], now: number): Verdict {
    const step = windowMs / 40;
    const since = trying[0]?.sent ?? now;
    const next = since + trying.length * step;
    return trying.length === 0 || now >= next ? { go: true } : { go: false, until: next };
  }

  function answered(ticket: Ticket, now: number, rate: RateFacts, limited: boolean): void {
    flying.delete(ticket);
    heard = true;
    const counted = countedIn(rate, limited);
    if (counted === null) loseOne(now);
    else enter(counted, ticket, now);
    if (limited) close(now, rate);
  }

  function enter(counted: Counted, ticket: Ticket, now: number): void {
    const relation = window === null ? 'newer' : relate(window, counted, ticket, windowMs);
    if (relation === 'same' && window !== null) countHere(window, counted, ticket, now);
    if (relation === 'newer') {
      if (window !== null) others.close(usageOf(window, flying.size, 1));
      if (window !== null) ends.crossed();
      window = openWindow(counted, window === null, now);
    }
    if (relation !== 'older' && window !== null) ends.learn(window.reset, ticket.sent, now);
  }

  function countHere(open: Window, counted: Counted, ticket: Ticket, now: number): void {
    const end = endOf(open, ends);
    countIn(open, counted, ticket, now);
    if (ticket.sent < end.worthATry) return;
    open.notTriedBefore = Math.max(open.notTriedBefore, ticket.sent + windowMs / 20);
    // Still the same window when it had to be over: windows are longer than we think. Go slowly.
    if (ticket.sent >= end.sure) open.overAt = now + windowMs / 2;
  }

  function loseOne(now: number): void {
    if (window === null) return;
    window.lost += 1;
    window.ghosts += 1;
    window.lostAt = now;
  }

  /** After a 429: nothing is sent until the window is over by Intercom's word, or by the longest it can take. */
  function close(now: number, rate: RateFacts): void {
    blind.limited();
    const byReset = rate.reset === null ? null : rate.reset * 1000 + windowMs / 10 - now;
    const plausible = byReset !== null && byReset > 0 && byReset <= windowMs * 1.2 ? byReset : windowMs;
    const wait = Math.min(bounds.rateLimitMaxMs, rate.retryAfterMs ?? plausible);
    closedUntil = Math.max(closedUntil, now + wait);
    if (window !== null) window.overAt = closedUntil;
  }

  return {
    ask,
    answered,
    sent(now) {
      const ticket = { sent: now };
      flying.add(ticket);
      blind.sent();
      return ticket;
    },
    lost(ticket, now) {
      flying.delete(ticket);
      heard = true;
      loseOne(now);
    },
  };
}

function countedIn(rate: RateFacts, limited: boolean): Counted | null {
  const { limit, remaining, reset } = rate;
  if (limit === null || reset === null) return null;
  if (limited) return { limit, remaining: 0, reset: reset * 1000 };
  return remaining === null || limit === 0 ? null : { limit, remaining, reset: reset * 1000 };
}

/** Requests kept for finding out whether the next window has begun. */
function reserve(limit: number): number {
  if (limit < 50) return 1;
  return limit < 100 ? 2 : 3;
}

function clamp(share: number): number {
  return Math.min(1, Math.max(0, share));
}
