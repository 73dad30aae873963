import type { Others } from './others.ts';
import { type Ticket, usageOf, type Window } from './window.ts';
import type { End } from './window-end.ts';

/** What a window still has for us. */
export interface Room {
  /** Requests it certainly still takes, counting those on their way. */
  readonly free: number;
  /** Whether one of them may be used now. */
  readonly open: boolean;
  /** If not: in how many milliseconds to ask again, should no answer come before. */
  readonly again: number;
}

/** Share of a window's limit that goes out at once; the rest is spread, so that others are noticed and find room. */
const atOnce = 0.5;
/** Share of a window that the spreading leaves free at the end, for answers to come back. */
const tail = 0.12;
/** Share of the limit that is ours even when others want everything. */
const floorShare = 0.1;

/**
 * How much of a window may be used now: what an answer said was left, less every request on its way, less a reserve
 * for finding out about the next window, less what others are expected to need, less what is held back for later.
 *
 * @param window as answers told
 * @param end when it is expected to end
 * @param flying requests without an answer
 * @param now on the steady clock
 * @param others the estimate of what they use
 * @param windowMs length of a window
 */
export function roomIn(
  window: Window,
  end: End,
  flying: ReadonlySet<Ticket>,
  now: number,
  others: Others,
  windowMs: number,
): Room {
  const usage = usageOf(window, flying.size, clamp(1 - (end.worthATry - now) / windowMs));
  const forOthers = others.room(usage);
  const starving = usage.ours < Math.max(1, window.limit * floorShare);
  const kept = starving && forOthers > 0 ? 0 : reserve(window.limit) + forOthers;
  const toSpread = window.limit * (1 - atOnce);
  const span = (1 - tail) * windowMs;
  const held = starving ? 0 : toSpread * clamp((end.worthATry - tail * windowMs - now) / span);
  const free = window.remaining - flying.size - window.ghosts;
  const missing = 1 + kept + held - free;
  // What is held back shrinks evenly with time; what is kept for others only as answers come.
  const shrinks = missing > held ? Number.POSITIVE_INFINITY : Math.max(1, Math.ceil((missing / toSpread) * span));
  return { free, open: missing <= 0, again: forOthers > 0 ? windowMs / 20 : shrinks };
}

/** Requests kept for finding out whether the next window has begun. */
function reserve(limit: number): number {
  if (limit < 50) return 1;
  return limit < 100 ? 2 : 3;
}

function clamp(share: number): number {
  return Math.min(1, Math.max(0, share));
}
