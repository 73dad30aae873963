import PQueue from 'p-queue';
import { deadlineIn } from '../net/deadline.ts';
import { type LinkState, lookAt, noSuchName } from './look-at.ts';
import { findsNoName, noNames } from './offline.ts';
import { openWeb, resolveName, type WebParts } from './web.ts';

/** How far looking goes; everything has a default. */
export interface Bounds {
  /** Addresses at once. */
  readonly concurrency?: number;
  /** Milliseconds for each request. */
  readonly requestMs?: number;
  /** Milliseconds for all of them. */
  readonly totalMs?: number;
  /** Addresses at most. */
  readonly most?: number;
}

/** What looking takes besides the addresses. */
export interface LookOptions {
  readonly userAgent: string;
  /** Stops what is under way. */
  readonly signal: AbortSignal;
  readonly bounds?: Bounds;
  readonly web?: Partial<WebParts>;
}

/**
 * Looks at addresses on the web, each once whatever fragments it is written with. Public addresses alone are
 * connected to. Takes ten minutes and five thousand addresses at most; what is beyond that is unknown.
 *
 * @param urls absolute, valid
 * @returns by address without its fragment
 */
export async function lookAtAll(
  urls: readonly string[],
  options: LookOptions,
): Promise<ReadonlyMap<string, LinkState>> {
  const { concurrency = 8, requestMs = 10_000, totalMs = 600_000, most = 5_000 } = options.bounds ?? {};
  const deadline = deadlineIn(options.signal, totalMs);
  const { signal } = deadline;
  const dispatcher = openWeb(requestMs, options.web);
  const queue = new PQueue({ concurrency });
  const verdicts = new Map<string, LinkState>();
  const manner = { dispatcher, requestMs, userAgent: options.userAgent, signal };
  const distinct = [...new Set(urls.map(withoutFragment))];
  try {
    await queue.addAll(
      distinct.map((url, index) => async () => {
        verdicts.set(url, await lookWithin(url, index < most, manner));
      }),
    );
  } finally {
    deadline.clear();
    await dispatcher.destroy();
  }
  const isCut = await isOffline([...verdicts.values()], options.web?.resolve ?? resolveName);
  return isCut ? new Map([...verdicts].map(([url, verdict]) => [url, unlessNamed(verdict)])) : verdicts;
}

/** Whether names are not found because this machine finds none. */
async function isOffline(verdicts: readonly LinkState[], resolve: WebParts['resolve']): Promise<boolean> {
  const isNamed = verdicts.some((verdict) => verdict.is === 'dead' && verdict.reason === noSuchName);
  if (!isNamed || verdicts.some((verdict) => verdict.is === 'alive')) return false;
  return await findsNoName(resolve);
}

function unlessNamed(verdict: LinkState): LinkState {
  if (verdict.is !== 'dead' || verdict.reason !== noSuchName) return verdict;
  return { is: 'unknown', reason: noNames };
}

async function lookWithin(url: string, isWithin: boolean, manner: Parameters<typeof lookAt>[1]): Promise<LinkState> {
  if (!isWithin) return { is: 'unknown', reason: 'was not looked at: there are too many' };
  if (manner.signal.aborted) return { is: 'unknown', reason: 'was not looked at: time ran out' };
  return await lookAt(url, manner);
}

/** An address as it is asked for: what follows `#` is never sent. */
export function withoutFragment(url: string): string {
  const parsed = new URL(url);
  parsed.hash = '';
  return parsed.href;
}
