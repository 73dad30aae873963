import type { WireArticle } from './wire.ts';

/**
 * What this connection has seen exist. A create whose answer is lost is recognised among what has not been seen:
 * ids alone decide, so no clock needs to be trusted.
 */
export interface Seen {
  /** Takes in rows of a list, or answers. */
  articles(rows: readonly Pick<WireArticle, 'id' | 'updated_at'>[]): void;
  collections(rows: readonly { readonly id: string }[]): void;
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
export type Kind = 'articles' | 'collections';

/** A moment: a running number, and the latest second that Intercom's own clock was seen to show by then. */
export interface Moment {
  readonly turn: number;
  readonly latest: number;
}

/** Starts with nothing known. */
export function createSeen(): Seen {
  const seen = { articles: new Map<string, number>(), collections: new Map<string, number>() };
  const claimed = { articles: new Set<string>(), collections: new Set<string>() };
  let turn = 0;
  let latest = 0;

  function note(kind: Kind, id: string): void {
    if (!seen[kind].has(id)) seen[kind].set(id, turn);
  }

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
    articles(rows) {
      for (const row of rows) {
        note('articles', row.id);
        latest = Math.max(latest, row.updated_at);
      }
    },
    collections(rows) {
      for (const row of rows) note('collections', row.id);
    },
    mark() {
      turn += 1;
      return { turn, latest };
    },
    had: (kind, id, mark) => claimed[kind].has(id) || (seen[kind].get(id) ?? mark.turn) < mark.turn,
    claim(kind, id) {
      claimed[kind].add(id);
    },
  };
}
