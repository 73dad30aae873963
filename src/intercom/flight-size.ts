/** How many requests are under way at once. */
export interface FlightSize {
  /** At most so many now. */
  size(): number;
  /**
   * Takes in an answer.
   *
   * @param kind what is compared with each other: a list takes longer than one article, whatever else goes on
   * @param milliseconds from sending to the end of the answer
   * @param limited a 429
   * @param idle milliseconds of these in which this program had nothing else to do, where that is known: the answer may
   *   have lain there in the others
   */
  answered(kind: string, milliseconds: number, limited: boolean, idle?: number): void;
}

/** Always the same. */
export function fixedFlight(size: number): FlightSize {
  return { size: () => size, answered: () => undefined };
}

/** Where finding out begins, and below what it never falls: one slow answer is no reason to stand still. */
const first = 4;
const least = 2;
/** Answers that take so many times as long as the quickest of their kind are no slower; and beyond the second, too slow. */
const asQuick = 1.5;
const tooSlow = 2.5;
/** Milliseconds within which all answers are alike: a busy machine is no busy server. */
const grain = 10;
/** Share by which the quickest is taken for less quick at every round: what was true an hour ago need not be. */
const forgets = 0.002;

/** The answers of one kind: the quickest, and how long they are waited for by now. */
interface Pace {
  quickest: number;
  lately: number;
}

/**
 * Finds out how many requests Intercom answers without growing slower, as TCP does: twice as many at every round until
 * the first sign of a limit, then one more at a time; fewer as answers grow slower, half as many at a 429.
 *
 * @param most never more
 */
export function foundFlight(most: number): FlightSize {
  const paces = new Map<string, Pace>();
  let size = Math.min(first, most);
  let isStarting = true;
  let round = 0;
  let slowness = 0;
  const shrink = (share: number): void => {
    isStarting = false;
    size = Math.min(most, Math.max(least, Math.floor(size * share)));
  };
  const begin = (): void => {
    round = 0;
    slowness = 0;
  };
  return {
    size: () => size,
    answered(kind, milliseconds, limited, idle = milliseconds) {
      if (limited) {
        // Several of one window come at once, and are one sign.
        if (round > 0 || isStarting) shrink(0.5);
        begin();
        return;
      }
      const waited = Math.min(milliseconds, idle);
      const pace = paces.get(kind) ?? { quickest: milliseconds, lately: waited };
      paces.set(kind, pace);
      pace.quickest = Math.min(milliseconds, pace.quickest);
      pace.lately = pace.lately * 0.7 + waited * 0.3;
      round += 1;
      slowness += (pace.lately - grain) / Math.max(1, pace.quickest);
      if (round < size) return;
      const mean = slowness / round;
      if (mean > tooSlow) shrink(0.75);
      else if (mean <= asQuick) size = Math.min(most, isStarting ? size * 2 : size + 1);
      else isStarting = false;
      for (const one of paces.values()) one.quickest *= 1 + forgets;
      begin();
    },
  };
}
