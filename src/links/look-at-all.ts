import { deadlineIn } from '../net/deadline.ts';
import { type LinkState, lookAt, noSuchName } from './look-at.ts';
import { findsNoName, noNames } from './offline.ts';
import { type Glance, makeTurns, type TurnBounds, type Waiting } from './turns.ts';
import { openWeb, resolveName, type WebParts } from './web.ts';

/** How far looking goes; everything has a default. */
export interface Bounds extends Partial<TurnBounds> {
  /** Milliseconds for each request. */
  readonly requestMs?: number;
  /** Milliseconds for all of them. */
  readonly totalMs?: number;
  /** Addresses at most. */
  readonly most?: number;
}

/** What looking takes besides the addresses. */
export interface LookOptions extends Waiting {
  readonly userAgent: string;
  readonly bounds?: Bounds;
  readonly web?: Partial<WebParts>;
}

/** Four at once to a host: many link to the same one again and again. */
const usual: TurnBounds = { atOnce: 8, perHost: 4, gapMs: 0, tries: 2, longestRestMs: 60_000 };

/**
 * Looks at addresses on the web, each whatever fragments it is written with once, and again where what it answers may
 * pass. A host that says 429 rests as long as it asks. Public addresses alone are connected to. Takes ten minutes and five thousand addresses at most; what is beyond that is unknown.
 *
 * @param urls absolute, valid
 * @returns by address without its fragment
 */
export async function lookAtAll(
  urls: readonly string[],
  options: LookOptions,
): Promise<ReadonlyMap<string, LinkState>> {
  const { requestMs = 10_000, totalMs = 600_000, most = 5_000, ...bounds } = options.bounds ?? {};
  const deadline = deadlineIn(options.signal, totalMs);
  const { signal } = deadline;
  const dispatcher = openWeb(requestMs, options.web);
  const turns = makeTurns<LinkState>({ ...usual, ...bounds }, { sleep: options.sleep, signal }, givenUp);
  const verdicts = new Map<string, LinkState>();
  const manner = { dispatcher, requestMs, userAgent: options.userAgent, signal };
  const distinct = [...new Set(urls.map(withoutFragment))];
  try {
    await Promise.all(
      distinct.map(async (url, index) => {
        const { host } = new URL(url);
        const isWithin = index < most;
        verdicts.set(url, isWithin ? await turns.take(host, () => lookWithin(url, manner)) : tooMany);
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

const tooMany: LinkState = { is: 'unknown', reason: 'was not looked at: there are too many' };

async function lookWithin(url: string, manner: Parameters<typeof lookAt>[1]): Promise<Glance<LinkState>> {
  const tooLate: LinkState = { is: 'unknown', reason: 'was not looked at: time ran out' };
  return manner.signal.aborted ? { verdict: tooLate, mayPass: 'no', retryAfterMs: null } : await lookAt(url, manner);
}

/** What its host had too much trouble with others to be asked for. */
function givenUp(last: LinkState): LinkState {
  const reason = last.is === 'alive' ? '' : ` (${last.reason})`;
  return { is: 'unknown', reason: `was not looked at: its host had trouble several times${reason}` };
}

/** An address as it is asked for: what follows `#` is never sent. */
export function withoutFragment(url: string): string {
  const parsed = new URL(url);
  parsed.hash = '';
  return parsed.href;
}
