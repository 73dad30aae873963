import { expect, test } from 'vitest';
import { type Glance, makeTurns } from '../../src/links/turns.ts';

const bounds = { atOnce: 8, perHost: 6, gapMs: 100, tries: 2, longestRestMs: 60_000 };

/** Waits in milliseconds that many requests to one host took, of which one met a throttle. */
async function waitsOf(leastGapMs: number | undefined, throttledAt: number): Promise<readonly number[]> {
  const waits: number[] = [];
  const sleep = (milliseconds: number): Promise<void> => {
    waits.push(milliseconds);
    return Promise.resolve();
  };
  const more = leastGapMs === undefined ? {} : { leastGapMs };
  const turns = makeTurns<string>({ ...bounds, ...more }, { sleep, signal: new AbortController().signal }, () => '');
  let asked = 0;
  const look = async (): Promise<Glance<string>> => {
    asked += 1;
    const mayPass = asked === throttledAt ? 'host' : 'no';
    return { verdict: '', mayPass, retryAfterMs: null };
  };
  await Promise.all([...Array(60)].map(() => turns.take('a.example', look)));
  return waits;
}

test('a host that answers well is asked faster, to a bound', async () => {
  const waits = await waitsOf(10, 0);
  expect([waits[0], waits.at(-1)]).toEqual([100, 10]);
});

test('until it says that this is too much', async () => {
  expect((await waitsOf(10, 50)).at(-1)).toBe(100);
});

test('the gap stays where nothing else is said', async () => {
  expect(new Set(await waitsOf(undefined, 0))).toEqual(new Set([100]));
});
