import { expect, test } from 'vitest';
import { wantsColour } from '../../src/report/colour.ts';

const terminal = { isTTY: true };
const pipe = { isTTY: false };

test.each([
  ['a terminal is coloured', terminal, {}, true, true],
  ['a pipe is not', pipe, {}, true, false],
  ['NO_COLOR says no', terminal, { NO_COLOR: '1' }, true, false],
  ['an empty NO_COLOR says nothing', terminal, { NO_COLOR: '' }, true, true],
  ['--no-color says no, whatever is forced', terminal, { FORCE_COLOR: '1' }, false, false],
  ['NO_COLOR counts before FORCE_COLOR', terminal, { NO_COLOR: '1', FORCE_COLOR: '1' }, true, false],
  ['FORCE_COLOR colours a pipe', pipe, { FORCE_COLOR: '1' }, true, true],
  ['FORCE_COLOR=0 is a no', terminal, { FORCE_COLOR: '0' }, true, false],
  ['FORCE_COLOR=false is a no', terminal, { FORCE_COLOR: 'false' }, true, false],
  ['a dumb terminal is not coloured', terminal, { TERM: 'dumb' }, true, false],
  ['FORCE_COLOR counts before TERM=dumb', terminal, { TERM: 'dumb', FORCE_COLOR: '3' }, true, true],
] as const)('%s', (_, stream, env, allowed, wanted) => {
  expect(wantsColour(stream, env, allowed)).toBe(wanted);
});
