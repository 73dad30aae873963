/** Seconds in a window: Intercom counts per minute and enforces in tenths of a minute. */
const windowSeconds = 10;

/** What the rate limit says of one request. */
export interface Quota {
  readonly limit: number;
  readonly remaining: number;
  /** Unix seconds at which the window ends. */
  readonly reset: number;
  readonly exceeded: boolean;
}

/** Counts requests in windows of ten seconds. */
export interface Limiter {
  /** Counts one request; one that exceeds the limit is not counted. */
  take(): Quota;
  /** Counts requests as if somebody else had made them, as others using the workspace do. */
  spend(requests: number): void;
}

/**
 * @param limit requests a window; null for no limit, which is told as 10,000
 * @param now milliseconds since the epoch
 */
export function createLimiter(limit: number | null, now: () => number): Limiter {
  let window = Number.NaN;
  let used = 0;
  const roll = (): number => {
    const current = Math.floor(now() / 1000 / windowSeconds);
    if (current !== window) used = 0;
    window = current;
    return (current + 1) * windowSeconds;
  };
  return {
    take() {
      const reset = roll();
      const most = limit ?? 10_000;
      const exceeded = limit !== null && used >= most;
      if (!exceeded) used++;
      return { limit: most, remaining: Math.max(0, most - used), reset, exceeded };
    },
    spend(requests) {
      roll();
      used += requests;
    },
  };
}
