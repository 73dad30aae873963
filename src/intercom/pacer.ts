import { type BlindPace, createBlindPace, type GoAhead } from './blind-pace.ts';
import type { FlightSize } from './flight-size.ts';
import type { RateFacts } from './rate-headers.ts';

/** A request on its way, by when it was sent: milliseconds on our own, steady clock. */
export interface Ticket {
  readonly sent: number;
  /** What it asks for, as far as its time is comparable with that of others. */
  readonly kind: string;
  /** Milliseconds that this program had been idle until then; null: nobody knows. */
  readonly idled: number | null;
}

/** When an answer was read, in milliseconds on our own, steady clock, and how long this program had been idle by then. */
export interface Moment {
  readonly now: number;
  readonly idled: number | null;
}

/** What a pacer must keep to. */
export interface PaceBounds {
  readonly flight: FlightSize;
  /** Length of Intercom's window: 10 seconds, though the quota is told per minute. */
  readonly windowMs: number;
  /** The longest wait a 429 can ask for. */
  readonly rateLimitMaxMs: number;
}

/** One rate-limit window, as far as its answers have told. Times but `reset` are on our own clock. */
interface Window {
  /** Its end in Unix milliseconds on Intercom's clock, as its first answer said: what tells windows apart. */
  readonly reset: number;
  /** What was left when counting began, and what is left by the lowest count seen. */
  readonly baseline: number;
  remaining: number;
  limit: number;
  lastReceived: number;
  /** Requests of ours that have ended; of these, lost ones that may not be in `remaining` yet, and when the last was lost. */
  ended: number;
  lost: number;
  lostAt: number;
  /** From here on it may be over, and one request is worth a try; from here on it is over. */
  tryAt: number;
  overAt: number;
}

/** Share of a limit that goes out at once; the rest is spread, so that others are noticed and find room. */
const atOnce = 0.5;
/** Share of a window left free at its end, for answers to come back. */
const tail = 0.12;
/** Share of the limit that is ours even when others want everything. */
const floorShare = 0.1;
/** Requests of others that are taken for noise, and what they are left beyond what they were seen to use. */
const noise = 2;
const margin = 1.25;

/**
 * Decides when requests are sent, so that they fill the rate-limit windows that answers describe. No timers, no
 * waiting: times on a steady clock go in, verdicts come out.
 *
 * Inside a window only counts matter (`#wanted`). Whether it is over is found out by sending one request from a reserve
 * and looking at the answer; nothing is ever assumed of a window that no answer has come from. So whole-second reset
 * times, clocks that disagree and requests in flight across the border cost a moment, never a 429.
 */
export class Pacer {
  readonly #bounds: PaceBounds;
  readonly #flying = new Set<Ticket>();
  readonly #blind: BlindPace;
  #window: Window | null = null;
  #heard = false;
  #closedUntil = Number.NEGATIVE_INFINITY;
  /** What others use in a window. A rise is believed at once, a fall little by little. */
  #others = 0;

  constructor(bounds: PaceBounds) {
    this.#bounds = bounds;
    this.#blind = createBlindPace(bounds.windowMs);
  }

  /** Whether a request may be sent now. */
  ask(now: number): GoAhead {
    if (this.#flying.size >= this.#bounds.flight.size()) return { go: false, until: null };
    if (now < this.#closedUntil) return { go: false, until: this.#closedUntil };
    if (this.#window !== null) return this.#askWindow(this.#window, now);
    return this.#heard ? this.#blind.ask(now) : this.#oneByOne(0, now);
  }

  /** Takes in that a request is sent. */
  sent(now: number, kind = '', idled: number | null = null): Ticket {
    const ticket = { sent: now, kind, idled };
    this.#flying.add(ticket);
    this.#blind.sent();
    return ticket;
  }

  /** Takes in an answer; `limited` for a 429. */
  answered(ticket: Ticket, { now, idled }: Moment, rate: RateFacts, limited: boolean): void {
    const milliseconds = now - ticket.sent;
    const idle = idled === null || ticket.idled === null ? milliseconds : idled - ticket.idled;
    this.#bounds.flight.answered(ticket.kind, milliseconds, limited, idle);
    const { limit, reset } = rate;
    const remaining = limited ? 0 : rate.remaining;
    if (!limit || reset === null || remaining === null) this.lost(ticket, now);
    else this.#count({ limit, remaining, reset: reset * 1000 }, ticket, now);
    if (limited) this.#close(now, rate);
  }

  /** Takes in that a request ended without an answer. */
  lost(ticket: Ticket, now: number): void {
    this.#flying.delete(ticket);
    this.#heard = true;
    if (this.#window === null) return;
    this.#window.ended += 1;
    this.#window.lost += 1;
    this.#window.lostAt = now;
  }

  #askWindow(window: Window, now: number): GoAhead {
    const free = window.remaining - this.#flying.size - window.lost;
    const wanted = this.#wanted(window, free, now);
    if (free >= wanted.now) return { go: true };
    if (now < window.tryAt) return { go: false, until: Math.min(window.tryAt, now + wanted.again) };
    if (now >= window.overAt) return this.#oneByOne(window.tryAt, now);
    const tried = [...this.#flying].some((ticket) => ticket.sent >= window.tryAt);
    return free >= 1 && !tried ? { go: true } : { go: false, until: window.overAt };
  }

  /** How many requests must be free for one to go out now, and in how many milliseconds to ask again if they are not. */
  #wanted(window: Window, free: number, now: number): { readonly now: number; readonly again: number } {
    const { windowMs } = this.#bounds;
    const { limit } = window;
    const left = (window.tryAt - now) / windowMs;
    const forOthers = this.#forOthers(window, 1 - clamp(left));
    const starving = window.ended + this.#flying.size < Math.max(1, limit * floorShare);
    const toSpread = limit * (1 - atOnce);
    const held = starving ? 0 : toSpread * clamp((left - tail) / (1 - tail));
    const kept = starving && forOthers > 0 ? 0 : Math.min(3, Math.ceil(limit / 50)) + forOthers;
    // What is held back shrinks evenly with time; what is kept for others only as answers come.
    const missing = 1 + kept + held - free;
    const shrinks =
      missing > held ? Number.POSITIVE_INFINITY : Math.max(1, (missing / toSpread) * (1 - tail) * windowMs);
    return { now: 1 + kept + held, again: forOthers > 0 ? windowMs / 20 : shrinks };
  }

  /** Requests to leave to others for the rest of a window, of which the share `elapsed` is over; 0 when alone. */
  #forOthers(window: Window, elapsed: number): number {
    const seen = this.#seenOfOthers(window);
    if (this.#others < 1 && seen <= noise) return 0;
    const expected = margin * this.#others - seen;
    // More than ever before: then it may go on as it began.
    const goingOn = expected >= 0 || seen <= noise ? 0 : (seen / Math.max(0.25, elapsed)) * (1 - elapsed);
    return Math.ceil(Math.max(expected, goingOn)) + noise;
  }

  #seenOfOthers({ baseline, remaining, ended }: Window): number {
    return Math.max(0, baseline - remaining - ended - this.#flying.size);
  }

  /** One request finds out; more follow only when its answer is slow in coming. */
  #oneByOne(since: number, now: number): GoAhead {
    const trying = [...this.#flying].filter(({ sent }) => sent >= since);
    const next = (trying[0]?.sent ?? now) + (trying.length * this.#bounds.windowMs) / 40;
    return trying.length === 0 || now >= next ? { go: true } : { go: false, until: next };
  }

  /** Takes a count into the window that it belongs to. */
  #count(counted: Counted, ticket: Ticket, now: number): void {
    const window = this.#window;
    const { windowMs } = this.#bounds;
    const relation = window === null ? 'newer' : relate(window, counted, ticket, windowMs);
    if (window !== null && relation === 'newer') this.#learnOthers(window);
    this.#flying.delete(ticket);
    this.#heard = true;
    if (window === null || relation === 'newer')
      this.#window = openWindow(window === null, counted, ticket, now, windowMs);
    else if (relation === 'same') countIn(window, counted, ticket, now, windowMs);
  }

  #learnOthers(window: Window): void {
    const seen = this.#seenOfOthers(window);
    const counted = seen > noise ? seen : 0;
    // Nothing left although we kept a reserve: they wanted more than they got, nobody knows how much.
    const used = counted > 0 && window.remaining <= 1 ? Math.max(counted * 1.5, window.limit / 8) : counted;
    this.#others = used >= this.#others ? used : this.#others * 0.6 + used * 0.4;
  }

  /** After a 429: nothing is sent until the window is over by Intercom's word, or by the longest it can take. */
  #close(now: number, rate: RateFacts): void {
    const { windowMs, rateLimitMaxMs } = this.#bounds;
    this.#blind.limited();
    const byReset = rate.reset === null ? 0 : rate.reset * 1000 + windowMs / 10 - now;
    const plausible = byReset > 0 && byReset <= windowMs * 1.2 ? byReset : windowMs;
    this.#closedUntil = Math.max(this.#closedUntil, now + Math.min(rateLimitMaxMs, rate.retryAfterMs ?? plausible));
    if (this.#window !== null) this.#window.tryAt = this.#window.overAt = this.#closedUntil;
  }
}

/** What an answer says of the window it was counted in; `reset` in Unix milliseconds on Intercom's clock. */
type Counted = Pick<Window, 'limit' | 'remaining' | 'reset'>;

/**
 * Tells to which window an answer belongs. Reset times that waver by a second are one window. A count that rose on a
 * request sent after the last answer means a new one, whatever its reset time says.
 */
function relate(window: Window, { reset, remaining }: Counted, ticket: Ticket, windowMs: number) {
  const apart = Math.max(1000, windowMs / 2);
  if (reset >= window.reset + apart) return 'newer';
  const sentLater = ticket.sent > window.lastReceived;
  if (reset <= window.reset - apart) return sentLater ? 'newer' : 'older';
  return sentLater && remaining - window.remaining > Math.max(3, window.limit / 10) ? 'newer' : 'same';
}

/**
 * Opens the record of a window with the first answer from it. What was used before the very first is no sign of
 * others. It is over one length after its first answer, whatever any clock says, and worth a try one length after the
 * request for it; the very first, which began before us, at the time of the header if that makes sense on our clock.
 */
function openWindow(first: boolean, counted: Counted, { sent }: Ticket, now: number, windowMs: number): Window {
  const { reset, limit, remaining } = counted;
  const overAt = now + windowMs;
  const byHeader = reset > now && reset < overAt ? reset : overAt;
  return {
    ...counted,
    baseline: first ? remaining + 1 : limit,
    lastReceived: now,
    ended: 1,
    lost: 0,
    lostAt: now,
    tryAt: first ? byHeader : sent + windowMs,
    overAt,
  };
}

/** Takes an answer into its window, which is changed in place. */
function countIn(window: Window, counted: Counted, { sent }: Ticket, now: number, windowMs: number): void {
  window.limit = counted.limit;
  window.remaining = Math.min(window.remaining, counted.remaining);
  window.lastReceived = now;
  window.ended += 1;
  // One sent after a lost one shows that the lost one was counted or never will be.
  if (sent >= window.lostAt) window.lost = 0;
  if (sent < window.tryAt) return;
  // It was worth a try, and the window is still open; past its end, windows are longer than we think: go slowly.
  if (sent >= window.overAt) window.overAt = now + windowMs / 2;
  window.tryAt = Math.min(window.overAt, sent + windowMs / 20);
}

function clamp(share: number): number {
  return Math.min(1, Math.max(0, share));
}
