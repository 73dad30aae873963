/** When a rate-limit window ends, on our own clock. */
export interface End {
  /** From here on it may be over, and a single request from the reserve is worth a try. */
  readonly worthATry: number;
  /** From here on it is over. */
  readonly sure: number;
}

/** Learns from answers when windows end. All times in milliseconds, all but `reset` on our own clock. */
export interface WindowEnds {
  /**
   * Takes in an answer that was counted in the window ending at `reset`.
   *
   * @param reset the window's end in Unix milliseconds on Intercom's clock, as the header says: whole seconds
   * @param sent when the request was sent
   * @param received when its answer came
   */
  learn(reset: number, sent: number, received: number): void;
  /** Takes in that one window was seen to follow another. */
  crossed(): void;
  /**
   * @param reset as above
   * @param firstReceived when the first answer that belongs to the window came
   */
  of(reset: number, firstReceived: number): End;
}

/**
 * Three sources, from the safest to the boldest:
 *
 * 1. A window is over one window length after the first answer from it, whatever any clock says.
 * 2. Where windows lie on a grid, every answer narrows down the distance between Intercom's clock (with whatever
 *    way it has of rounding to seconds) and ours. One contradiction, and there is no grid: windows then begin with
 *    the first request, or the header wavers, and source 1 is as good as it gets.
 * 3. Before a second window was seen: the header's time on our own clock, if that makes sense at all.
 *
 * Only the first is relied on; the others say when one request is worth a try.
 *
 * @param windowMs length of a window
 */
export function createWindowEnds(windowMs: number): WindowEnds {
  /** Bounds on (header − our clock) at the end of a window. */
  let low = Number.NEGATIVE_INFINITY;
  let high = Number.POSITIVE_INFINITY;
  let grid = true;
  let crossings = 0;

  return {
    learn(reset, sent, received) {
      // Counted in the window, so not before it began and not after it ended.
      low = Math.max(low, reset - windowMs - received);
      high = Math.min(high, reset - sent);
      if (low > high) grid = false;
    },
    crossed() {
      crossings += 1;
    },
    of(reset, firstReceived) {
      const sure = firstReceived + windowMs;
      if (!grid) return { worthATry: sure, sure };
      if (crossings > 0) return { worthATry: Math.min(sure, reset - low), sure };
      const plausible = reset > firstReceived && reset < sure;
      return { worthATry: plausible ? reset : sure, sure };
    },
  };
}
