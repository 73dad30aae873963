import { createBlindPace, type Verdict } from './blind-pace.ts';
import { createOthers } from './others.ts';
import type { RateFacts } from './rate-headers.ts';
import { roomIn } from './room.ts';
import {
  type Counted,
  countIn,
  endOf,
  loseIn,
  openWindow,
  relate,
  type Ticket,
  usageOf,
  type Window,
} from './window.ts';
import { createWindowEnds } from './window-end.ts';

/** What a pacer must keep to. */
export interface PaceBounds {
  readonly concurrency: number;
  /** Length of Intercom's window: 10 seconds, though the quota is told per minute. */
  readonly windowMs: number;
  /** The longest wait a 429 can ask for. */
  readonly rateLimitMaxMs: number;
}

/**
 * Decides when requests are sent, so that they fill the rate-limit windows that answers describe. No timers, no
 * waiting: times on a steady clock go in, verdicts come out.
 *
 * Inside a window only counts matter (`roomIn`). Whether it is over is found out by sending one request from the
 * reserve around its end and looking at the answer; nothing is ever assumed of a window that no answer has come
 * from. So whole-second reset times, clocks that disagree and requests in flight across the border cost a moment,
 * never a 429.
 */
export class Pacer {
  readonly #bounds: PaceBounds;
  readonly #ends;
  readonly #others = createOthers();
  readonly #blind;
  readonly #flying = new Set<Ticket>();
  #window: Window | null = null;
  #heard = false;
  #closedUntil = Number.NEGATIVE_INFINITY;

  constructor(bounds: PaceBounds) {
    this.#bounds = bounds;
    this.#ends = createWindowEnds(bounds.windowMs);
    this.#blind = createBlindPace(bounds.windowMs);
  }

  /** Whether a request may be sent now. */
  ask(now: number): Verdict {
    if (this.#flying.size >= this.#bounds.concurrency) return { go: false, until: null };
    if (now < this.#closedUntil) return { go: false, until: this.#closedUntil };
    if (this.#window !== null) return this.#askWindow(this.#window, now);
    return this.#heard ? this.#blind.ask(now) : this.#oneByOne([...this.#flying], now);
  }

  /** Takes in that a request is sent. */
  sent(now: number): Ticket {
    const ticket = { sent: now };
    this.#flying.add(ticket);
    this.#blind.sent();
    return ticket;
  }

  /** Takes in an answer; `limited` for a 429. */
  answered(ticket: Ticket, now: number, rate: RateFacts, limited: boolean): void {
    this.#flying.delete(ticket);
    this.#heard = true;
    const counted = countedIn(rate, limited);
    if (counted !== null) this.#enter(counted, ticket, now);
    else if (this.#window !== null) loseIn(this.#window, now);
    if (limited) this.#close(now, rate);
  }

  /** Takes in that a request ended without an answer. */
  lost(ticket: Ticket, now: number): void {
    this.#flying.delete(ticket);
    this.#heard = true;
    if (this.#window !== null) loseIn(this.#window, now);
  }

  #askWindow(window: Window, now: number): Verdict {
    const end = endOf(window, this.#ends);
    const room = roomIn(window, end, this.#flying, now, this.#others, this.#bounds.windowMs);
    if (room.open) return { go: true };
    if (now < end.worthATry) return { go: false, until: Math.min(end.worthATry, now + room.again) };
    const trying = [...this.#flying].filter((ticket) => ticket.sent >= end.worthATry);
    if (now >= end.sure) return this.#oneByOne(trying, now);
    return room.free >= 1 && trying.length === 0 ? { go: true } : { go: false, until: end.sure };
  }

  /** One request finds out; more follow only when its answer is slow in coming. */
  #oneByOne(trying: readonly Ticket[], now: number): Verdict {
    const next = (trying[0]?.sent ?? now) + (trying.length * this.#bounds.windowMs) / 40;
    return trying.length === 0 || now >= next ? { go: true } : { go: false, until: next };
  }

  #enter(counted: Counted, ticket: Ticket, now: number): void {
    const known = this.#window;
    const relation = known === null ? 'newer' : relate(known, counted, ticket, this.#bounds.windowMs);
    if (relation === 'older') return;
    if (relation === 'newer') {
      if (known !== null) this.#others.close(usageOf(known, this.#flying.size, 1));
      if (known !== null) this.#ends.crossed();
      this.#window = openWindow(counted, known === null, now);
    } else if (known !== null) {
      countIn(known, counted, ticket, now, endOf(known, this.#ends), this.#bounds.windowMs);
    }
    this.#ends.learn(this.#window?.reset ?? counted.reset, ticket.sent, now);
  }

  /** After a 429: nothing is sent until the window is over by Intercom's word, or by the longest it can take. */
  #close(now: number, rate: RateFacts): void {
    const { windowMs, rateLimitMaxMs } = this.#bounds;
    this.#blind.limited();
    const byReset = rate.reset === null ? 0 : rate.reset * 1000 + windowMs / 10 - now;
    const plausible = byReset > 0 && byReset <= windowMs * 1.2 ? byReset : windowMs;
    this.#closedUntil = Math.max(this.#closedUntil, now + Math.min(rateLimitMaxMs, rate.retryAfterMs ?? plausible));
    if (this.#window !== null) this.#window.overAt = this.#closedUntil;
  }
}

function countedIn(rate: RateFacts, limited: boolean): Counted | null {
  const { limit, remaining, reset } = rate;
  if (limit === null || reset === null) return null;
  if (limited) return { limit, remaining: 0, reset: reset * 1000 };
  return remaining === null || limit === 0 ? null : { limit, remaining, reset: reset * 1000 };
}
