import type { Attempt } from './api-request.ts';
import { fixedFlight, foundFlight } from './flight-size.ts';
import type { IntercomOptions, Limits } from './options.ts';
import { type Moment, Pacer, type Ticket } from './pacer.ts';
import { steadyClock } from './steady-clock.ts';

/** One queue for everything that is sent. */
export interface Throttle {
  /**
   * Sends when the pace allows.
   *
   * @param send starts the exchange; its signal breaks it off
   * @param options `urgent` goes before what waits already; once `signal` is aborted nothing is sent any more, and
   *   what is on its way has `finishMs` to end
   * @returns what became of it; rejects with `Cancelled` when it was not sent
   */
  run(send: (stop: AbortSignal) => Promise<Attempt>, options: RunOptions): Promise<Attempt>;
}

/** How a request is queued. */
export interface RunOptions {
  readonly urgent: boolean;
  readonly signal: AbortSignal;
  /** What is asked for, as far as its time is comparable with that of others. */
  readonly kind?: string;
}

/** A request that was never sent, because the run was stopped. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled';
}

/** What the throttle needs of the options. */
export type ThrottleOptions = Pick<IntercomOptions, 'now' | 'idled' | 'sleep' | 'concurrency' | 'flight' | 'onWait'> & {
  readonly limits: Limits;
};

interface Waiting extends RunOptions {
  readonly send: (stop: AbortSignal) => Promise<Attempt>;
  readonly resolve: (attempt: Attempt) => void;
  readonly reject: (reason: unknown) => void;
  readonly giveUp: () => void;
}

/**
 * Makes the queue. Order is that of arrival, urgent ones first; the pacer alone decides when. (Concurrency is one
 * more condition of that same decision, so there is no second queue for it.)
 *
 * @param options the host's clock and sleep, the bounds, and `onWait` for pauses from `noticeMs` on
 */
export function createThrottle(options: ThrottleOptions): Throttle {
  const { limits, concurrency } = options;
  const clock = steadyClock(options.now);
  const idled = (): number | null => options.idled?.() ?? null;
  const flight = options.flight === 'found' ? foundFlight(concurrency) : fixedFlight(concurrency);
  const pacer = new Pacer({ flight, windowMs: limits.windowMs, rateLimitMaxMs: limits.rateLimitMaxMs });
  const waiting: Waiting[] = [];
  const wake = createAlarm(options, pump);

  function pump(): void {
    while (waiting.length > 0) {
      const now = clock();
      const verdict = pacer.ask(now);
      if (!verdict.go) {
        if (verdict.until !== null) wake.at(verdict.until, now);
        return;
      }
      const next = waiting.shift();
      if (next !== undefined) void start(next, pacer.sent(now, next.kind, idled()));
    }
    wake.off();
  }

  async function start(next: Waiting, ticket: Ticket): Promise<void> {
    next.signal.removeEventListener('abort', next.giveUp);
    const grace = startGrace(options, next.signal);
    try {
      const attempt = await next.send(grace.stop);
      settle(pacer, ticket, { now: clock(), idled: idled() }, attempt);
      next.resolve(attempt);
    } catch (error) {
      pacer.lost(ticket, clock());
      next.reject(error);
    } finally {
      grace.end();
      pump();
    }
  }

  return {
    run: (send, { urgent, signal, kind = '' }) =>
      new Promise((resolve, reject) => {
        if (signal.aborted) return reject(new Cancelled());
        const giveUp = () => {
          waiting.splice(waiting.indexOf(entry), 1);
          reject(new Cancelled());
          if (waiting.length === 0) wake.off();
        };
        const entry: Waiting = { send, urgent, signal, kind, resolve, reject, giveUp };
        signal.addEventListener('abort', giveUp, { once: true });
        waiting.splice(urgent ? waiting.findLastIndex((other) => other.urgent) + 1 : waiting.length, 0, entry);
        pump();
      }),
  };
}

function settle(pacer: Pacer, ticket: Ticket, at: Moment, { rate, happening }: Attempt): void {
  if (rate === null) pacer.lost(ticket, at.now);
  else pacer.answered(ticket, at, rate, happening === 'rate-limited');
}

/** One timer, set to the next moment at which asking again is worth while. */
function createAlarm(options: ThrottleOptions, ring: () => void) {
  let setTo = Number.POSITIVE_INFINITY;
  let timer: AbortController | null = null;

  function off(): void {
    timer?.abort();
    timer = null;
    setTo = Number.POSITIVE_INFINITY;
  }

  function at(until: number, now: number): void {
    if (timer !== null && setTo <= until) return;
    const earlier = timer !== null;
    off();
    const own = new AbortController();
    timer = own;
    setTo = until;
    const milliseconds = Math.max(1, Math.ceil(until - now));
    if (!earlier && milliseconds >= options.limits.noticeMs) options.onWait?.({ milliseconds, why: 'rate-limit' });
    const rung = () => {
      if (timer !== own) return;
      off();
      ring();
    };
    options.sleep(milliseconds, own.signal).then(rung, () => undefined);
  }

  return { at, off };
}

/** Breaks a request off when it is still on its way `finishMs` after its signal was aborted. */
function startGrace(options: ThrottleOptions, signal: AbortSignal) {
  const stop = new AbortController();
  let ended: AbortController | null = null;
  const begin = () => {
    ended = new AbortController();
    options.sleep(options.limits.finishMs, ended.signal).then(
      () => stop.abort(),
      () => undefined,
    );
  };
  if (signal.aborted) begin();
  else signal.addEventListener('abort', begin, { once: true });
  return {
    stop: stop.signal,
    end() {
      signal.removeEventListener('abort', begin);
      // Nearly never is there anything to end, and an abort makes an error each time.
      ended?.abort();
    },
  };
}
