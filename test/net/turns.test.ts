import { expect, it } from 'vitest';
import { makeTurns } from '../../src/net/turns.ts';

it('lets what comes in one turn of the event loop go before the next turn', async () => {
  const turn = makeTurns();
  const seen: string[] = [];
  const all = Promise.all(['first', 'second', 'third'].map(async (name) => turn().then(() => seen.push(name))));
  setImmediate(() => setImmediate(() => seen.push('what came')));
  await all;
  expect(seen).toEqual(['first', 'what came', 'second', 'third']);
});
