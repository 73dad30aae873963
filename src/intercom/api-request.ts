import type { RateFacts } from './rate-headers.ts';
import type { Happening, Verb } from './retry.ts';

/** One request in Intercom's words. */
export interface ApiRequest {
  readonly verb: Verb;
  /** Path and query below the base URL, from the slash on. */
  readonly path: string;
  /** Sent as JSON. */
  readonly body?: Readonly<Record<string, unknown>>;
  /** Others cannot be sent before it is answered: it goes before what waits already. */
  readonly urgent?: true;
}

/** What became of sending a request once. */
export interface Attempt {
  readonly happening: Happening;
  /** HTTP status; null when none came. */
  readonly status: number | null;
  readonly requestId: string | null;
  /** null when no headers came. */
  readonly rate: RateFacts | null;
  /** The body; undefined when there was none, or none that is JSON. */
  readonly json: unknown;
  /** Media type of the body in lower case, without parameters; null when not said. */
  readonly mediaType: string | null;
  /** The network's own code (`ECONNREFUSED`) when no whole answer came, else null. */
  readonly cause: string | null;
}
