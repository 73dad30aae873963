import { expect, test } from 'vitest';
import { colorOfAlert, colorOfKind, colorOfLabel } from '../../src/model/callout-kinds.ts';

test('a kind has one colour, but for the one of which GitHub has another opinion', () => {
  const kinds = ['note', 'Tip', 'IMPORTANT', 'warning', 'info', 'hint', 'attention', 'danger'];
  for (const kind of kinds) expect(colorOfLabel(kind)).toBe(colorOfKind(kind));
  expect([colorOfKind('caution'), colorOfAlert('CAUTION'), colorOfLabel('Caution')]).toEqual(['yellow', 'red', 'red']);
  expect([colorOfKind('toString'), colorOfAlert('info'), colorOfLabel('bug')]).toEqual([null, null, null]);
});
