import { describe, expect, it } from 'vitest';
import { textPrint } from '../../src/body/collection-fields.ts';
import type { DesiredCollection } from '../../src/model/desired.ts';
import type { RemoteCollection } from '../../src/model/remote.ts';
import { judgeCollection } from '../../src/plan/judge-collection.ts';

const print = (of: string) => `sha256-${of.repeat(64)}`;
const wanted = (description: string, mark: string): DesiredCollection => ({
  ...{ key: 'Billing', name: 'Billing', description, parent: null, folder: 'billing' },
  ...{ translations: {}, fingerprint: print(mark) },
});
const remote = (description: string): RemoteCollection => ({
  ...{ id: '1', defaultLocale: 'en', name: 'Billing', description, parentId: null, helpCentreId: null },
  ...{ order: 0, url: null, translations: {} },
});

/** Description at the last publish, here and in Intercom; then what each policy makes of it. */
const rows: readonly [base: string | null, ours: string, theirs: string, fail: string, keep: string, over: string][] = [
  ['A', 'A', 'A', '-', '-', '-'],
  ['A', 'B', 'A', 'update', 'update', 'update'],
  ['A', 'A', 'B', 'hold drift', 'kept', 'update over'],
  ['A', 'B', 'C', 'hold conflict', 'hold conflict', 'update over'],
  ['A', 'B', 'B', 'record', 'record', 'record'],
  ['A', '', 'A', 'update', 'update', 'update'],
  ['A', '', 'B', 'hold conflict', 'hold conflict', 'update over'],
  ['A', '', '', 'record', 'record', 'record'],
  ['', '', 'B', 'hold drift', 'kept', 'record'],
  ['A', 'A', '', 'hold drift', 'kept', 'update over'],
  // A lockfile that does not know what Intercom had: no edit is guessed, and none is written over without a change here.
  [null, 'A', 'B', '-', '-', '-'],
  [null, 'A', 'A', '-', '-', '-'],
  [null, '', 'B', '-', '-', '-'],
];

describe.each(rows)('published %j, here %j, in Intercom %j', (base, ours, theirs, ...cells) => {
  (['fail', 'keep', 'overwrite'] as const).forEach((policy, index) => {
    const judged = (there: string) => {
      const isSame = base === null || ours === base;
      const entry = { id: '1', desired: print(isSame ? 'a' : 'b'), folder: 'billing' };
      const known = { name: textPrint('Billing'), place: textPrint(''), description: textPrint(base ?? '') };
      const mark = base === null || base === '' ? {} : { described: { description: true } as const };
      const recorded = base === null ? entry : { ...entry, remote: known, ...mark };
      return judgeCollection(
        { wanted: wanted(ours, 'a'), recorded, remote: remote(there), parentId: null, isOrphaned: false },
        policy,
      );
    };

    it(`with onDrift ${policy} comes to: ${cells[index]}`, () => {
      const { change, held, problems } = judged(theirs);
      const words = [
        ...(change === null ? [] : [change.kind, ...(change.reasons.includes('overwrite') ? ['over'] : [])]),
        ...(held === null ? [] : [`hold ${held.why}`]),
        ...(problems.length === 0 ? [] : ['kept']),
      ];
      expect(words.join(' ') || '-').toBe(cells[index]);
    });

    it(`with onDrift ${policy}, cut off after its write and before its note, goes on without another write`, () => {
      if (judged(theirs).change?.kind !== 'update') return;
      const { change, held, problems } = judged(ours);
      // Written back to what was published last there is nothing to note either.
      expect([change?.kind, held, problems]).toEqual([ours === base ? undefined : 'record', null, []]);
    });
  });
});

describe.each([
  ['A', 'A', ['record', 'record', 'record']],
  ['A', 'B', ['hold drift', 'kept', 'record']],
  ['A', '', ['hold drift', 'kept', 'record']],
] as const)("published %j that was Intercom's own, and no description here, in Intercom %j", (base, theirs, cells) => {
  (['fail', 'keep', 'overwrite'] as const).forEach((policy, index) => {
    it(`with onDrift ${policy} comes to: ${cells[index]}, and takes nothing away`, () => {
      const known = { name: textPrint('Billing'), place: textPrint(''), description: textPrint(base) };
      const recorded = { id: '1', desired: print('b'), folder: 'billing', remote: known };
      const { change, held, problems } = judgeCollection(
        { wanted: wanted('', 'a'), recorded, remote: remote(theirs), parentId: null, isOrphaned: false },
        policy,
      );
      expect(change?.takes).toBeUndefined();
      const word = held !== null ? `hold ${held.why}` : problems.length > 0 ? 'kept' : (change?.kind ?? '-');
      expect(word).toBe(cells[index]);
    });
  });
});
