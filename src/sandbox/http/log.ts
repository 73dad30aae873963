/** What became of a request on its way. */
export type Phase =
  /** It arrived; nothing was done yet. */
  | 'received'
  /** It took effect, and what it changed would survive the end of the process; nothing was answered yet. */
  | 'applied'
  /** Its connection was done with: the answer was sent, or was not going to be. */
  | 'answered';

/** Something a request changed. */
export interface Written {
  readonly kind:
    | 'article'
    | 'draft'
    | 'collection'
    | 'internal_article'
    | 'content_snippet'
    | 'tag'
    | 'audience'
    | 'redirect';
  readonly action: 'create' | 'update' | 'delete';
  readonly id: string;
}

/** One request to the API, in the order of arrival. */
export interface LogEntry {
  /** From 1. */
  readonly n: number;
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  /** null until it is answered, and for good when the connection was cut before. */
  readonly status: number | null;
  readonly requestId: string;
  /** Milliseconds since the epoch at which it arrived. */
  readonly at: number;
  /** Milliseconds until it was answered; null until then. */
  readonly took: number | null;
  /** What it changed. Present also when a fault kept the client from learning of it. */
  readonly written: readonly Written[];
  /** The fault that met it, as it was typed. */
  readonly fault: string | null;
  /** An error in the sandbox itself that it came upon: the answer was a 500. */
  readonly failure: string | null;
}

/** A request in the log that is still under way. */
export type OpenEntry = { -readonly [K in keyof LogEntry]: LogEntry[K] };

/** Keeps the log, and tells of phases. */
export interface Log {
  readonly entries: readonly LogEntry[];
  open(facts: Pick<LogEntry, 'method' | 'path' | 'requestId' | 'at'>): OpenEntry;
  /** Tells whoever listens; the request waits for the listener. */
  reached(entry: LogEntry, phase: Phase): Promise<void>;
}

/** Called at each phase of each request to the API. */
export type PhaseListener = (n: number, phase: Phase, entry: LogEntry) => void | Promise<void>;

/** @param listener told of phases */
export function createLog(listener: PhaseListener | undefined): Log {
  const entries: OpenEntry[] = [];
  return {
    entries,
    open(facts) {
      const entry: OpenEntry = {
        n: entries.length + 1,
        ...facts,
        status: null,
        took: null,
        written: [],
        fault: null,
        failure: null,
      };
      entries.push(entry);
      return entry;
    },
    async reached(entry, phase) {
      await listener?.(entry.n, phase, entry);
    },
  };
}
