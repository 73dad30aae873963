import { describe, expect, it } from 'vitest';
import { decide, type RemoteState, type SourceState } from '../../src/plan/decide.ts';

type Cell = string;

/** Every row of the table, and what each policy for edits made in Intercom makes of it. */
const rows: readonly [SourceState, RemoteState, fail: Cell, keep: Cell, overwrite: Cell][] = [
  ['equal', 'equal', 'none', 'none', 'none'],
  ['equal', 'different', 'hold drift', 'kept', 'overwrite'],
  ['equal', 'agreed', 'record', 'record', 'record'],
  ['equal', 'gone', 'hold gone', 'kept', 'recreate'],
  ['equal', 'unasked', 'none', 'none', 'none'],
  ['different', 'equal', 'update', 'update', 'update'],
  ['different', 'different', 'hold conflict', 'hold conflict', 'overwrite'],
  ['different', 'agreed', 'record', 'record', 'record'],
  ['different', 'ours', 'update', 'update', 'update'],
  ['different', 'gone', 'hold gone', 'kept', 'recreate'],
  ['different', 'unasked', 'update', 'update', 'update'],
  ['new', 'absent', 'create', 'create', 'create'],
  ['new', 'different', 'update', 'update', 'update'],
  ['new', 'agreed', 'record', 'record', 'record'],
  ['new', 'unasked', 'create', 'create', 'create'],
  ['taken', 'equal', 'update', 'update', 'update'],
  ['taken', 'different', 'hold conflict', 'hold conflict', 'overwrite'],
  ['taken', 'agreed', 'record', 'record', 'record'],
  ['taken', 'ours', 'update', 'update', 'update'],
  ['gone', 'equal', 'remove', 'remove', 'remove'],
  ['gone', 'different', 'hold conflict', 'hold conflict', 'remove'],
  ['gone', 'agreed', 'record', 'record', 'record'],
  ['gone', 'gone', 'forget', 'forget', 'forget'],
  ['gone', 'unasked', 'remove', 'remove', 'remove'],
];

describe('the decision table', () => {
  for (const [source, remote, ...cells] of rows) {
    (['fail', 'keep', 'overwrite'] as const).forEach((policy, index) => {
      it(`source ${source}, Intercom ${remote}, onDrift ${policy}: ${cells[index]}`, () => {
        const verdict = decide(source, remote, policy);
        expect(verdict.do === 'hold' ? `hold ${verdict.why}` : verdict.do).toBe(cells[index]);
      });
    });
  }
});
