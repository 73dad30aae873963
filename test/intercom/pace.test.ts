import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Attempt } from '../../src/intercom/api-request.ts';
import { runs } from '../kit/depth.ts';
import { simulateWorkspace } from './simulated-workspace.ts';
import { chance, gridOf, latency, perWindow, quietSignal, sendAll, sum, throttleOn, windowMs } from './throttled.ts';
import { virtualClock } from './virtual-clock.ts';

const rules = fc.record({
  limit: fc.integer({ min: 20, max: 120 }),
  windowMs: fc.constant(windowMs),
  windows: fc.oneof(
    fc.record({ on: fc.constant('grid' as const), phase: fc.nat(windowMs) }),
    fc.constant({ on: 'first-request' as const }),
  ),
  rounding: fc.constantFrom('floor' as const, 'ceil' as const, 'round' as const),
  skewMs: fc.oneof(fc.integer({ min: -2_000, max: 2_000 }), fc.integer({ min: -4_000_000, max: 4_000_000 })),
  latency: fc.tuple(fc.nat(), fc.integer({ min: 10, max: 200 }), fc.integer({ min: 0, max: 300 })),
  headers: fc.constant(true),
});

test('alone, no request is ever turned away and the windows are used to nine tenths', async () => {
  await fc.assert(
    fc.asyncProperty(rules, async (drawn) => {
      const clock = virtualClock();
      const [seed, from, more] = drawn.latency;
      const workspace = simulateWorkspace(clock, { ...drawn, latency: latency(seed, from, from + more) });
      await clock.until(sendAll(throttleOn(clock, 20), workspace, drawn.limit * 6));
      expect(Object.fromEntries(workspace.refused)).toEqual({});
      // The first two windows are for learning, the last is not full.
      const used = perWindow(workspace, 'us').slice(2, -1);
      expect(sum(used) / (used.length * drawn.limit)).toBeGreaterThanOrEqual(0.9);
    }),
    { numRuns: runs(40) },
  );
}, 120_000);

test.each([-3_000, -1_200, 0, 700, 2_500])(
  'a window that was used up by an earlier run is waited out without a refusal, at a clock difference of %i ms',
  async (skewMs) => {
    for (const before of [19, 18, 17, 5]) {
      const clock = virtualClock();
      const workspace = simulateWorkspace(clock, { ...gridOf(20), skewMs });
      await clock.pass(6_000 - skewMs);
      await clock.until(Promise.all(Array.from({ length: before }, () => workspace.send('earlier'))));
      await clock.until(sendAll(throttleOn(clock, 8), workspace, 30));
      expect(workspace.refused.get('us')).toBeUndefined();
    }
  },
);

test.each([0.1, 0.3, 0.5])(
  'a program that uses %d of the limit all the time is hardly ever turned away, and the rest is used',
  async (share) => {
    const clock = virtualClock();
    const workspace = simulateWorkspace(clock, gridOf(100));
    let done = false;
    const competitor = async () => {
      while (!done) {
        await clock.sleep(windowMs / (share * 100));
        void workspace.send('competitor');
      }
    };
    void competitor();
    await clock.until(
      sendAll(throttleOn(clock, 10), workspace, 500).finally(() => {
        done = true;
      }),
    );
    const theirs = sum(perWindow(workspace, 'competitor'));
    expect((workspace.refused.get('competitor') ?? 0) / theirs).toBeLessThan(0.03);
    const ours = perWindow(workspace, 'us').slice(2, -1);
    expect(sum(ours) / ours.length).toBeGreaterThan((1 - share) * 100 * 0.6);
    expect(sum(ours) / ours.length).toBeLessThan((1 - share) * 100);
  },
);

test('a program that starts in the middle finds room within two windows', async () => {
  const clock = virtualClock();
  const workspace = simulateWorkspace(clock, gridOf(100));
  let done = false;
  const competitor = async () => {
    await clock.sleep(3.4 * windowMs);
    while (!done) {
      await clock.sleep(windowMs / 40);
      void workspace.send('competitor');
    }
  };
  void competitor();
  await clock.until(
    sendAll(throttleOn(clock, 10), workspace, 900).finally(() => {
      done = true;
    }),
  );
  const ours = perWindow(workspace, 'us');
  expect(Math.min(...ours.slice(1, 3))).toBeGreaterThanOrEqual(90);
  expect(Math.max(...ours.slice(5))).toBeLessThanOrEqual(65);
});

test('two of us in one workspace share it, with next to no refusals', async () => {
  const clock = virtualClock();
  const workspace = simulateWorkspace(clock, gridOf(100));
  const both = ['first', 'second'].map((who) => sendAll(throttleOn(clock, 8), workspace, 300, who));
  await clock.until(Promise.all(both));
  expect(sum([...workspace.refused.values()])).toBeLessThan(30);
  const together = perWindow(workspace, 'first').map((n, at) => n + (perWindow(workspace, 'second')[at] ?? 0));
  expect(sum(together.slice(1, 5)) / 4).toBeGreaterThan(75);
});

test('others who take everything leave us a little, and nobody waits for ever', async () => {
  const clock = virtualClock();
  const workspace = simulateWorkspace(clock, gridOf(100));
  let done = false;
  const greedy = async () => {
    while (!done) {
      await clock.sleep(50);
      void workspace.send('greedy');
    }
  };
  void greedy();
  await clock.until(
    sendAll(throttleOn(clock, 10), workspace, 60).finally(() => {
      done = true;
    }),
  );
  expect(perWindow(workspace, 'us').length).toBeLessThan(30);
});

test('without headers it starts low, grows while nothing is turned away, and learns from a refusal', async () => {
  const clock = virtualClock();
  const workspace = simulateWorkspace(clock, { ...gridOf(150), headers: false });
  await clock.until(sendAll(throttleOn(clock, 20), workspace, 1_200));
  const used = perWindow(workspace, 'us');
  expect(used[0]).toBeLessThanOrEqual(60);
  expect(Math.max(...used)).toBeGreaterThan(90);
  // Growing again after a refusal means meeting the limit again now and then, but rarely.
  expect((workspace.refused.get('us') ?? 0) / 1_200).toBeLessThan(0.06);
});

test('requests that end without an answer are counted as if Intercom had counted them', async () => {
  const clock = virtualClock();
  const workspace = simulateWorkspace(clock, gridOf(60));
  const lose = chance(5);
  const throttle = throttleOn(clock, 10);
  const signal = quietSignal();
  const lost: Omit<Attempt, 'happening'> = {
    status: null,
    requestId: null,
    rate: null,
    json: undefined,
    mediaType: null,
    cause: 'ECONNRESET',
  };
  const send = async (): Promise<Attempt> => {
    const attempt = await workspace.send();
    return lose() < 0.3 ? { ...lost, happening: 'broken' } : attempt;
  };
  await clock.until(Promise.all(Array.from({ length: 400 }, () => throttle.run(send, { urgent: false, signal }))));
  expect(workspace.refused.get('us')).toBeUndefined();
  const used = perWindow(workspace, 'us').slice(2, -1);
  expect(sum(used) / (used.length * 60)).toBeGreaterThan(0.8);
});
