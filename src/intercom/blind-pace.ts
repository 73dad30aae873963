/** Whether a request may be sent now; if not, when to ask again (null: once an answer has come). */
export type GoAhead = { readonly go: true } | { readonly go: false; readonly until: number | null };

/** The pace while answers carry no rate-limit headers. Times in milliseconds on our own clock. */
export interface BlindPace {
  ask(now: number): GoAhead;
  sent(): void;
  /** Takes in a 429. */
  limited(): void;
}

const firstAllowance = 30;
const leastAllowance = 5;

/**
 * Starts low and learns: each window in which all was used and nothing turned away allows twice as much as the one
 * before; a 429 takes it back to two thirds of what drew it, and from then on it grows by a twentieth.
 *
 * @param windowMs length of a window
 */
export function createBlindPace(windowMs: number): BlindPace {
  let allowance = firstAllowance;
  let growth = 2;
  let used = 0;
  let refused = false;
  let began = Number.NEGATIVE_INFINITY;

  function begin(now: number): void {
    if (used >= allowance && !refused) allowance = Math.ceil(allowance * growth);
    began = now;
    used = 0;
    refused = false;
  }

  return {
    ask(now) {
      if (now - began >= windowMs) begin(now);
      return used < allowance ? { go: true } : { go: false, until: began + windowMs };
    },
    sent() {
      used += 1;
    },
    limited() {
      // Many requests can be turned away at once: that is one lesson, not many.
      if (!refused) allowance = Math.max(leastAllowance, Math.floor((Math.min(used, allowance) * 2) / 3));
      refused = true;
      growth = 1.05;
    },
  };
}
