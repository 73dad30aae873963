import type { Dispatcher } from 'undici';
import type { ApiVersion } from '../model/api-version.ts';
import type { Host } from '../model/host.ts';
import type { Settings } from '../model/settings.ts';

/** One request and its answer, for `--verbose`. Holds no header and no body. */
export interface Exchange {
  readonly method: string;
  /** Path and query, without host. */
  readonly path: string;
  /** HTTP status; null when no answer came. */
  readonly status: number | null;
  readonly milliseconds: number;
  /** Requests left in Intercom's rate-limit window, where the answer said so. */
  readonly remaining: number | null;
  /** Requests that a window allows, where the answer said so. */
  readonly limit: number | null;
}

/** A pause long enough that a person wonders what is going on. */
export interface Wait {
  readonly milliseconds: number;
  readonly why: 'rate-limit' | 'trouble';
}

/** Bounds on time and number. Every one has a default that suits Intercom; tests set their own. */
export interface Limits {
  /** Until a connection stands. */
  readonly connectMs: number;
  /** Until the first byte of an answer. Long: Intercom fetches an article's images before it answers. */
  readonly headersMs: number;
  /** Between two pieces of an answer's body. */
  readonly bodyMs: number;
  /** Bytes of an answer's body. The largest page that was ever seen has 12 MB. */
  readonly bodyBytes: number;
  /** For a request and its whole answer, however steadily it comes. */
  readonly totalMs: number;
  /** How often a request is sent at most while Intercom is in trouble. */
  readonly attempts: number;
  /** How often a request is sent at most when Intercom answers 429. */
  readonly rateLimitedAttempts: number;
  /** Back-off: full jitter below this, doubled at each attempt … */
  readonly backoffMs: number;
  /** … up to this. Also the bound on a Retry-After that comes with a 5xx. */
  readonly backoffMaxMs: number;
  /** The longest single wait a 429 can ask for. */
  readonly rateLimitMaxMs: number;
  /** Pauses before each look whether a create whose answer was lost happened all the same. */
  readonly lookMs: readonly number[];
  /** The same after a time-out, when Intercom may still be at work. */
  readonly lookAfterTimeOutMs: readonly number[];
  /** Rows asked for per page; 250 is the most Intercom gives. */
  readonly perPage: number;
  /** How often a list that changes while it is read is read again. */
  readonly listAttempts: number;
  /** Pages of one list. Half a million articles are more than any workspace has. */
  readonly mostPages: number;
  /** How long a request in flight may go on after the run was aborted: a run that is asked to stop has five seconds. */
  readonly finishMs: number;
  /** Length of Intercom's rate-limit window. */
  readonly windowMs: number;
  /** Waits from this length on are told through `onWait`. */
  readonly noticeMs: number;
}

/** What both factories take. Clock, sleep and chance are the host's, so that tests run on an invented clock. */
export interface IntercomOptions extends Pick<Host, 'env' | 'now' | 'idled' | 'sleep' | 'random' | 'signal' | 'hears'> {
  readonly token: string;
  /** Name of the variable that it comes from, for messages. Default: `INTERCOM_ACCESS_TOKEN`. */
  readonly tokenVariable?: string;
  /** Instead of the region's own address: https, or http on loopback. */
  readonly baseUrl: string | null;
  readonly region: Settings['region'];
  readonly version: ApiVersion;
  /** Requests in flight at once, at most. */
  readonly concurrency: number;
  /** How many of these it is: found out from how long answers take, or always all. */
  readonly flight?: 'found';
  readonly onExchange?: (exchange: Exchange) => void;
  readonly onWait?: (wait: Wait) => void;
  /** Where requests go instead of the network's own dispatcher. */
  readonly dispatcher?: Dispatcher;
  readonly limits?: Partial<Limits>;
}

/** The bounds used where `limits` does not say otherwise. */
export const defaultLimits: Limits = {
  connectMs: 10_000,
  headersMs: 90_000,
  bodyMs: 30_000,
  bodyBytes: 128_000_000,
  totalMs: 300_000,
  attempts: 8,
  rateLimitedAttempts: 30,
  backoffMs: 500,
  backoffMaxMs: 20_000,
  rateLimitMaxMs: 120_000,
  lookMs: [2_000, 5_000],
  lookAfterTimeOutMs: [2_000, 10_000, 30_000],
  perPage: 250,
  listAttempts: 5,
  mostPages: 2_000,
  finishMs: 4_000,
  windowMs: 10_000,
  noticeMs: 1_000,
};
