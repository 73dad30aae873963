import type { LinkMemory, RememberedLink } from '../model/link-memory.ts';
import type { LinkState } from './look-at.ts';

const day = 86_400_000;

/** Milliseconds for which an address that was alive is believed to be. */
const believed = 7 * day;
/** Milliseconds after which what is remembered of an address that nobody asks for is of no use. */
const forgotten = 180 * day;
/** Addresses that are remembered at most: the last ones. */
const most = 20_000;

/** What is said of an address, with what earlier runs found. */
export type LinkVerdict =
  | { readonly is: 'alive' }
  /** It failed on two days, the first of which was `since` (Unix milliseconds). */
  | { readonly is: 'dead'; readonly reason: string; readonly since: number }
  /** It failed today for the first time: servers have bad days. */
  | { readonly is: 'failed-once'; readonly reason: string }
  | { readonly is: 'unknown'; readonly reason: string };

/** Whether an address was alive so lately that nobody needs to ask again. A clock that was turned back believes nothing. */
export function isBelieved(known: RememberedLink | undefined, now: number): boolean {
  return known?.is === 'alive' && known.at <= now && now - known.at < believed;
}

/**
 * What a look at an address means, and what is to be remembered of it. Dead is what failed on two different days (in UTC,
 * twelve hours apart at least), and was not seen alive in between; what was dead stays so where nobody can tell.
 *
 * @param state what a look today came to; undefined where nobody looked, since it is believed to be alive
 * @param known what earlier runs found
 * @param now Unix milliseconds
 * @returns `remember`: null leaves what is remembered
 */
export function judgedLink(
  state: LinkState | undefined,
  known: RememberedLink | undefined,
  now: number,
): { readonly verdict: LinkVerdict; readonly remember: RememberedLink | null } {
  const failed = known?.is === 'failed' && known.first <= now ? known : null;
  switch (state?.is) {
    case undefined:
      return { verdict: { is: 'alive' }, remember: null };
    case 'alive':
      return { verdict: state, remember: { is: 'alive', at: now } };
    case 'dead': {
      const { reason } = state;
      const first = failed?.first ?? now;
      const isDead = isLater(now, first);
      const verdict: LinkVerdict = isDead ? { is: 'dead', reason, since: first } : { is: 'failed-once', reason };
      return { verdict, remember: { is: 'failed', first, last: now, reason } };
    }
    case 'unknown': {
      const verdict: LinkVerdict =
        failed !== null && isKnownDead(failed) ? { is: 'dead', reason: failed.reason, since: failed.first } : state;
      // Whoever looks is told of it: it is not forgotten.
      return { verdict, remember: null };
    }
  }
}

/** Whether what is remembered of an address says that it is dead. */
export function isKnownDead(known: RememberedLink | undefined): boolean {
  return known?.is === 'failed' && isLater(known.last, known.first);
}

/** Whether a time is on a later day (in UTC) than another, and not just behind midnight. */
function isLater(time: number, than: number): boolean {
  return Math.floor(time / day) > Math.floor(than / day) && time - than >= day / 2;
}

/**
 * What is kept for the next run: the new over the old, without what is old, and no more than there is room for.
 *
 * @param now Unix milliseconds
 */
export function worthRemembering(old: LinkMemory, fresh: LinkMemory, now: number): LinkMemory {
  const at = (one: RememberedLink): number => (one.is === 'alive' ? one.at : one.last);
  const kept = [...new Map([...old, ...fresh])].filter(([, one]) => at(one) <= now && now - at(one) < forgotten);
  return new Map(kept.sort(([, a], [, b]) => at(b) - at(a)).slice(0, most));
}
