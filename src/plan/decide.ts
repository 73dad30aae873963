import type { Settings } from '../model/settings.ts';

/**
 * A locale's source, against what was last published. `taken`: new, and readers of its article have a text in that
 * language already, which no source was there for.
 */
export type SourceState = 'equal' | 'different' | 'new' | 'taken' | 'gone';

/**
 * A locale in Intercom, against what was last published. `agreed`: different, and equal to what the source wants.
 * `ours`: the same as far as can be told, because the notes of a run that was cut off were lost.
 */
export type RemoteState = 'equal' | 'different' | 'agreed' | 'ours' | 'gone' | 'absent' | 'unasked';

/** What the table says, before the policies have their word. */
type Row = 'none' | 'update' | 'drift' | 'record' | 'conflict' | 'create' | 'remove' | 'forget' | 'gone';

/** What happens to one locale. */
export type Verdict =
  | { readonly do: 'none' | 'kept' | 'update' | 'overwrite' | 'record' | 'create' | 'remove' | 'recreate' | 'forget' }
  | { readonly do: 'hold'; readonly why: 'drift' | 'conflict' | 'gone' };

/**
 * The decision table: what the source did × what Intercom did, since the last publish.
 * Rows are the source, columns are Intercom. `unasked` is the offline plan, which trusts the lockfile.
 */
// biome-ignore format: it is a table
const table: Readonly<Record<SourceState, Readonly<Record<RemoteState, Row>>>> = {
  //            equal             different              agreed              ours              gone            absent              unasked
  equal:     { equal: 'none',   different: 'drift',    agreed: 'record',   ours: 'update',   gone: 'gone',   absent: 'gone',     unasked: 'none' },
  different: { equal: 'update', different: 'conflict', agreed: 'record',   ours: 'update',   gone: 'gone',   absent: 'gone',     unasked: 'update' },
  new:       { equal: 'update', different: 'update',   agreed: 'record',   ours: 'update',   gone: 'create', absent: 'create',   unasked: 'create' },
  taken:     { equal: 'update', different: 'conflict', agreed: 'record',   ours: 'update',   gone: 'create', absent: 'create',   unasked: 'create' },
  gone:      { equal: 'remove', different: 'conflict', agreed: 'record',   ours: 'remove',   gone: 'forget', absent: 'forget',   unasked: 'remove' },
};

/** What `onDrift` makes of an edit in Intercom that the source knows nothing of. */
const drifted: Readonly<Record<Settings['onDrift'], Verdict>> = {
  fail: { do: 'hold', why: 'drift' },
  keep: { do: 'kept' },
  overwrite: { do: 'overwrite' },
};

/** Both sides changed, to different things: `keep` cannot choose, so it holds back too. */
const conflicted: Readonly<Record<Settings['onDrift'], Verdict>> = {
  fail: { do: 'hold', why: 'conflict' },
  keep: { do: 'hold', why: 'conflict' },
  overwrite: { do: 'overwrite' },
};

/** Deleted in Intercom while its source lives. */
const deleted: Readonly<Record<Settings['onDrift'], Verdict>> = {
  fail: { do: 'hold', why: 'gone' },
  keep: { do: 'kept' },
  overwrite: { do: 'recreate' },
};

/**
 * Decides what happens to one locale of one article.
 *
 * @param source its source against the lockfile
 * @param remote Intercom against the lockfile
 * @param onDrift the policy for what was edited in Intercom
 */
export function decide(source: SourceState, remote: RemoteState, onDrift: Settings['onDrift']): Verdict {
  const row = table[source][remote];
  switch (row) {
    case 'drift':
      return drifted[onDrift];
    case 'conflict':
      // A source that is gone and an article that was edited: overwriting means removing it all the same.
      return source === 'gone' && onDrift === 'overwrite' ? { do: 'remove' } : conflicted[onDrift];
    case 'gone':
      return deleted[onDrift];
    default:
      return { do: row };
  }
}
