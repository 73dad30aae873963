/**
 * What this connection has seen exist. A create whose answer is lost is recognised among what has not been seen:
 * ids alone decide, so no clock needs to be trusted.
 */
export interface Seen {
  /** Takes in rows of a list, or answers. */
  take(kind: Kind, rows: readonly Row[]): void;
  /** A moment between creates: what is seen later is not known to a create sent before. */
  mark(): Moment;
  /** Whether an article or collection was seen before the mark, or is accounted for since. */
  had(kind: Kind, id: string, mark: Moment): boolean;
  /** Accounts for an id: the answer of a create, or found when its answer was lost. */
  claim(kind: Kind, id: string): void;
  /** Reads a list unless it was read before, so that an unknown id means something. A reading that fails does not count. */
  ensure(kind: Kind, read: () => Promise<void>): Promise<void>;
}

/** What is created and can be looked for. */
export type Kind = 'articles' | 'internal_articles' | 'content_snippets' | 'collections';

/** A row, with the second of its last change where the list says it. */
interface Row {
  readonly id: string;
  readonly updated_at?: number;
}

/** A moment: a running number, and the latest second that Intercom's own clock was seen to show by then. */
export interface Moment {
  readonly turn: number;
  readonly latest: number;
}

/** Starts with nothing known. */
export function createSeen(): Seen {
  /** The turn in which each was seen first, and what is accounted for; by kind and id. */
  const seen = new Map<string, number>();
  const claimed = new Set<string>();
  const at = (kind: Kind, id: string): string => `${kind} ${id}`;
  let turn = 0;
  let latest = 0;

  const listed: Partial<Record<Kind, Promise<void>>> = {};

  return {
    ensure(kind, read) {
      const reading = listed[kind] ?? read();
      listed[kind] = reading;
      reading.catch(() => {
        if (listed[kind] === reading) delete listed[kind];
      });
      return reading;
    },
    take(kind, rows) {
      for (const { id, updated_at: changed = 0 } of rows) {
        if (!seen.has(at(kind, id))) seen.set(at(kind, id), turn);
        // A collection's time is that of another clock: nothing is looked for by it.
        if (kind !== 'collections') latest = Math.max(latest, changed);
      }
    },
    mark() {
      turn += 1;
      return { turn, latest };
    },
    had: (kind, id, mark) => claimed.has(at(kind, id)) || (seen.get(at(kind, id)) ?? mark.turn) < mark.turn,
    claim(kind, id) {
      claimed.add(at(kind, id));
    },
  };
}
