import { expect, it } from 'vitest';
import type { Plan } from '../../src/model/plan.ts';
import { withDigest } from '../../src/plan/plan.ts';
import { comparePlans } from '../../src/plan/plan-file.ts';
import { paint } from '../../src/report/paint.ts';
import { planDifferencesText } from '../../src/report/plan-text.ts';

const saved = withDigest({
  formatVersion: 1,
  workspace: 'abc12345',
  helpCentre: '1',
  collections: [],
  changes: [],
  held: [],
  unchanged: 3,
  notCompiled: [],
  leftOut: [],
  problems: [],
});

const warning = { code: 'near-twin', severity: 'warning', message: 'like another', help: '' } as const;

it.each<readonly [what: string, change: Partial<Plan>, line: string]>([
  ['another workspace', { workspace: 'def67890' }, 'the workspace  abc12345 then, def67890 now'],
  ['another help centre', { helpCentre: null }, 'the help centre  1 then, none now'],
  ['an article more', { unchanged: 4 }, 'unchanged articles  3 then, 4 now'],
  ['a warning more', { problems: [warning] }, 'problems  0 then, 1 now'],
])('two plans that do the same are other ones for %s, which is said', (_, change, line) => {
  const { digest, ...rest } = { ...saved, ...change };
  const current = withDigest(rest);
  expect(current.digest).not.toBe(digest);
  const text = planDifferencesText(comparePlans(saved, current), paint(false));
  expect(text).toBe(`What differs from the saved plan\n  ! ${line}\n`);
});
