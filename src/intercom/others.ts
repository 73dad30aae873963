/** What is known of one window when asking how much of it belongs to others. */
export interface Usage {
  readonly limit: number;
  readonly remaining: number;
  /** What was left when counting began: the limit, or less for the very first window. */
  readonly baseline: number;
  /** Requests of ours that may have been counted in it, at most. */
  readonly ours: number;
  /** Share of the window that is over, 0 to 1. */
  readonly elapsed: number;
}

/** Estimates what other programs in the same workspace use, from how `remaining` falls faster than our own count. */
export interface Others {
  /** Requests to leave to them for the rest of a window; 0 when alone. */
  room(usage: Usage): number;
  /** Takes in a window that is over. */
  close(usage: Usage): void;
}

/** Up to this many a window are taken for noise. */
const noise = 2;
/** What is left to others beyond what they were seen to use. */
const margin = 1.25;

/** Starts from the belief to be alone. A rise in what others use is believed at once, a fall little by little. */
export function createOthers(): Others {
  let perWindow = 0;
  return {
    room(usage) {
      const seen = usedByOthers(usage);
      const soFar = seen > noise ? seen : 0;
      if (perWindow < 1 && soFar === 0) return 0;
      const expected = margin * perWindow - seen;
      // More than ever before: then it may go on as it began.
      const goingOn = expected >= 0 ? 0 : (soFar / Math.max(0.25, usage.elapsed)) * (1 - usage.elapsed);
      return Math.ceil(Math.max(expected, goingOn)) + noise;
    },
    close(usage) {
      const seen = usedByOthers(usage);
      const counted = seen > noise ? seen : 0;
      // Nothing left although we kept a reserve: they wanted more than they got, nobody knows how much.
      const wanted = counted > 0 && usage.remaining <= 1 ? Math.max(counted * 1.5, usage.limit / 8) : counted;
      perWindow = wanted >= perWindow ? wanted : perWindow * 0.6 + wanted * 0.4;
    },
  };
}

function usedByOthers(usage: Usage): number {
  return Math.max(0, usage.baseline - usage.remaining - usage.ours);
}
