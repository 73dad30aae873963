import type { Attempt } from '../../src/intercom/api-request.ts';
import type { VirtualClock } from './virtual-clock.ts';

/** How a simulated rate limit counts. */
export interface Rules {
  readonly limit: number;
  readonly windowMs: number;
  /** Windows on a grid with this phase, or each begun by the first request after the last one. */
  readonly windows: { readonly on: 'grid'; readonly phase: number } | { readonly on: 'first-request' };
  readonly rounding: 'floor' | 'ceil' | 'round';
  /** The server's clock minus ours. */
  readonly skewMs: number;
  /** Milliseconds to the server and back, each drawn anew. */
  readonly latency: () => { readonly there: number; readonly back: number };
  readonly headers: boolean;
}

/** A workspace that only counts. */
export interface SimulatedWorkspace {
  /** A request of ours. */
  send(who?: string): Promise<Attempt>;
  /** Requests let through, per window and asker. */
  readonly windows: Map<number, Map<string, number>>;
  /** Requests turned away, by asker. */
  readonly refused: Map<string, number>;
}

export function simulateWorkspace(clock: VirtualClock, rules: Rules): SimulatedWorkspace {
  const windows = new Map<number, Map<string, number>>();
  const refused = new Map<string, number>();
  let end = Number.NEGATIVE_INFINITY;

  function currentEnd(at: number): number {
    if (rules.windows.on === 'grid') {
      return (Math.floor((at - rules.windows.phase) / rules.windowMs) + 1) * rules.windowMs + rules.windows.phase;
    }
    if (at >= end) end = at + rules.windowMs;
    return end;
  }

  function count(who: string): Attempt {
    const at = clock.now() + rules.skewMs;
    const ending = currentEnd(at);
    const here = windows.get(ending) ?? new Map<string, number>();
    windows.set(ending, here);
    const used = [...here.values()].reduce((sum, n) => sum + n, 0);
    const allowed = used < rules.limit;
    if (allowed) here.set(who, (here.get(who) ?? 0) + 1);
    else refused.set(who, (refused.get(who) ?? 0) + 1);
    const rate = {
      limit: rules.limit,
      remaining: Math.max(0, rules.limit - used - 1),
      reset: Math[rules.rounding](ending / 1000),
      retryAfterMs: null,
    };
    const none = { limit: null, remaining: null, reset: null, retryAfterMs: null };
    return {
      happening: allowed ? 'answered' : 'rate-limited',
      status: allowed ? 200 : 429,
      requestId: null,
      rate: rules.headers ? rate : none,
      json: {},
      mediaType: 'application/json',
      cause: null,
    };
  }

  return {
    windows,
    refused,
    async send(who = 'us') {
      const { there, back } = rules.latency();
      await clock.sleep(there);
      const attempt = count(who);
      await clock.sleep(back);
      return attempt;
    },
  };
}
