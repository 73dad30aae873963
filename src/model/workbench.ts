import type { ApiVersion } from './api-version.ts';
import type { IntercomError } from './workspace.ts';

/** A request as `probe` asks it, in Intercom's own words. */
export interface Question {
  readonly verb: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Path and query below the base URL, from the slash on. */
  readonly path: string;
  /** Sent as JSON. */
  readonly body?: Readonly<Record<string, unknown>>;
}

/** What Intercom made of it. */
export type Reply =
  | { readonly kind: 'taken'; readonly json: unknown; readonly requestId: string | null }
  /** An answer of 400 to 499. `words` are Intercom's own. */
  | {
      readonly kind: 'refused';
      readonly status: number;
      readonly words: string;
      readonly json: unknown;
      readonly error: IntercomError;
    }
  /** A create that may have happened. */
  | { readonly kind: 'lost'; readonly error: IntercomError };

/** The port through which a workspace is asked what no description says. */
export interface Workbench {
  readonly version: ApiVersion;
  /** @throws IntercomError where there is no answer, or one that says nothing of the question */
  ask(question: Question): Promise<Reply>;
  /** Waits before each look for what may have happened, until one finds it. */
  pauses(look: () => Promise<boolean>): Promise<void>;
  /** Requests sent so far. */
  requests(): number;
  /** Requests in ten seconds, as the last answer that said so gave it. */
  rateLimit(): number | null;
  close(): Promise<void>;
}
