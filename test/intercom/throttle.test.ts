import { setMaxListeners } from 'node:events';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Attempt } from '../../src/intercom/api-request.ts';
import { defaultLimits, type Limits, type Wait } from '../../src/intercom/options.ts';
import { Cancelled, createThrottle, type Throttle } from '../../src/intercom/throttle.ts';
import { type Rules, type SimulatedWorkspace, simulateWorkspace } from './simulated-workspace.ts';
import { type VirtualClock, virtualClock } from './virtual-clock.ts';

const windowMs = 10_000;

/** A small random source of its own, so that a failing case can be played again. */
function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function latency(seed: number, from: number, to: number): Rules['latency'] {
  const next = chance(seed);
  const part = () => from / 2 + (next() * (to - from)) / 2;
  return () => ({ there: part(), back: part() });
}

function quietSignal(): AbortSignal {
  const { signal } = new AbortController();
  setMaxListeners(0, signal);
  return signal;
}

function throttleOn(clock: VirtualClock, concurrency: number, more: { onWait?: (wait: Wait) => void } = {}): Throttle {
  return createThrottle({ ...clock, concurrency, limits: defaultLimits, ...more });
}

/** Sends until as many were let through, each again when it was turned away. */
async function sendAll(throttle: Throttle, workspace: SimulatedWorkspace, count: number, who = 'us'): Promise<void> {
  const signal = quietSignal();
  const one = async () => {
    for (let urgent = false; ; urgent = true) {
      const attempt = await throttle.run(() => workspace.send(who), { urgent, signal });
      if (attempt.status === 200) return;
    }
  };
  await Promise.all(Array.from({ length: count }, one));
}

/** Requests per window of one asker, in the order of time. */
function perWindow(workspace: SimulatedWorkspace, who: string): number[] {
  const windows = [...workspace.windows].sort(([left], [right]) => left - right);
  return windows.map(([, counts]) => counts.get(who) ?? 0);
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

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
    { numRuns: 40 },
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

const gridOf = (limit: number): Rules => ({
  limit,
  windowMs,
  windows: { on: 'grid', phase: 0 },
  rounding: 'ceil',
  skewMs: 700,
  latency: latency(3, 80, 300),
  headers: true,
});

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

test('the first request goes alone, since nothing is known before its answer', async () => {
  const clock = virtualClock();
  const throttle = throttleOn(clock, 10);
  let sent = 0;
  const answer = simulateWorkspace(clock, { ...gridOf(100), latency: () => ({ there: 50, back: 50 }) });
  const signal = quietSignal();
  const send = () => {
    sent += 1;
    return answer.send();
  };
  const all = Promise.all(Array.from({ length: 30 }, () => throttle.run(send, { urgent: false, signal })));
  await clock.pass(99);
  expect(sent).toBe(1);
  await clock.pass(2);
  expect(sent).toBe(11);
  await clock.until(all);
});

test('no more are under way than concurrency allows', async () => {
  const clock = virtualClock();
  const workspace = simulateWorkspace(clock, { ...gridOf(100), latency: latency(9, 20, 900) });
  const throttle = throttleOn(clock, 7);
  let flying = 0;
  let most = 0;
  const send = async () => {
    flying += 1;
    most = Math.max(most, flying);
    const attempt = await workspace.send();
    flying -= 1;
    return attempt;
  };
  const signal = quietSignal();
  await clock.until(Promise.all(Array.from({ length: 250 }, () => throttle.run(send, { urgent: false, signal }))));
  expect(most).toBe(7);
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

test('a 429 closes the gate for everyone until its Retry-After is over', async () => {
  const clock = virtualClock();
  const throttle = throttleOn(clock, 5);
  const signal = quietSignal();
  const times: number[] = [];
  const start = clock.now();
  const rate = { limit: 100, remaining: 0, reset: Math.ceil((start + 9_000) / 1000), retryAfterMs: 4_000 };
  const send = async (): Promise<Attempt> => {
    times.push(clock.now() - start);
    await clock.sleep(10);
    const refused = times.length === 1;
    const happening = refused ? 'rate-limited' : 'answered';
    const later = { ...rate, remaining: 50, reset: rate.reset + 10, retryAfterMs: null };
    const status = refused ? 429 : 200;
    return { happening, status, requestId: null, rate: refused ? rate : later, json: {}, mediaType: null, cause: null };
  };
  await clock.until(Promise.all([1, 2, 3].map(() => throttle.run(send, { urgent: false, signal }))));
  expect(times[0]).toBe(0);
  expect(times[1]).toBe(4_010);
});

test('an absurd Retry-After is cut to the bound', async () => {
  const clock = virtualClock();
  const limits: Limits = { ...defaultLimits, rateLimitMaxMs: 60_000 };
  const throttle = createThrottle({ ...clock, concurrency: 5, limits });
  const signal = quietSignal();
  const start = clock.now();
  const rate = { limit: 100, remaining: 0, reset: null, retryAfterMs: 86_400_000 };
  const refused: Attempt = {
    happening: 'rate-limited',
    status: 429,
    requestId: null,
    rate,
    json: {},
    mediaType: null,
    cause: null,
  };
  await clock.until(throttle.run(async () => refused, { urgent: false, signal }));
  await clock.until(throttle.run(async () => refused, { urgent: true, signal }));
  expect(clock.now() - start).toBe(60_000);
});

test('long waits are told, with how long they are', async () => {
  const clock = virtualClock();
  const workspace = simulateWorkspace(clock, { ...gridOf(20), windows: { on: 'first-request' } });
  const waits: Wait[] = [];
  const throttle = throttleOn(clock, 10, { onWait: (wait) => waits.push(wait) });
  await clock.until(sendAll(throttle, workspace, 45));
  expect(waits.length).toBeGreaterThanOrEqual(1);
  expect(waits.every((wait) => wait.why === 'rate-limit' && wait.milliseconds >= 1_000)).toBe(true);
  expect(Math.max(...waits.map((wait) => wait.milliseconds))).toBeLessThanOrEqual(windowMs);
});

test('urgent requests go first, the others in the order they came', async () => {
  const clock = virtualClock();
  const workspace = simulateWorkspace(clock, gridOf(100));
  const throttle = throttleOn(clock, 1);
  const signal = quietSignal();
  const order: string[] = [];
  const run = (name: string, urgent: boolean) =>
    throttle.run(
      () => {
        order.push(name);
        return workspace.send();
      },
      { urgent, signal },
    );
  const all = [run('a', false), run('b', false), run('u1', true), run('c', false), run('u2', true)];
  await clock.until(Promise.all(all));
  expect(order).toEqual(['a', 'u1', 'u2', 'b', 'c']);
});

test('after an abort nothing new is sent, what waits is cancelled, what is under way may end', async () => {
  const clock = virtualClock();
  const workspace = simulateWorkspace(clock, { ...gridOf(100), latency: () => ({ there: 1_000, back: 1_000 }) });
  const throttle = throttleOn(clock, 4);
  const stop = new AbortController();
  setMaxListeners(0, stop.signal);
  let sent = 0;
  const send = () => {
    sent += 1;
    return workspace.send();
  };
  const all = Promise.allSettled(
    Array.from({ length: 50 }, () => throttle.run(send, { urgent: false, signal: stop.signal })),
  );
  await clock.pass(2_500);
  const before = sent;
  stop.abort();
  const results = await clock.until(all);
  expect(sent).toBe(before);
  expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(before);
  const reasons = results.filter((result) => result.status === 'rejected').map((result) => result.reason);
  expect(reasons.every((reason) => reason instanceof Cancelled)).toBe(true);
  await expect(throttle.run(send, { urgent: false, signal: stop.signal })).rejects.toBeInstanceOf(Cancelled);
});

test('what is still under way five seconds after an abort is broken off', async () => {
  const clock = virtualClock();
  const throttle = throttleOn(clock, 4);
  const stop = new AbortController();
  let brokenOffAt = 0;
  const send = (hard: AbortSignal) =>
    new Promise<Attempt>((resolve) => {
      hard.addEventListener('abort', () => {
        brokenOffAt = clock.now();
        const none = { status: null, requestId: null, rate: null, json: undefined, mediaType: null, cause: null };
        resolve({ happening: 'broken', ...none });
      });
    });
  const run = throttle.run(send, { urgent: false, signal: stop.signal });
  await clock.pass(100);
  const abortedAt = clock.now();
  stop.abort();
  await clock.until(run);
  expect(brokenOffAt - abortedAt).toBe(5_000);
});

test('a clock that is set back does not stop anything', async () => {
  const clock = virtualClock();
  const workspace = simulateWorkspace(clock, gridOf(30));
  let back = 0;
  const now = () => clock.now() - back;
  const throttle = createThrottle({ ...clock, now, concurrency: 5, limits: defaultLimits });
  const all = sendAll(throttle, workspace, 120);
  const start = clock.now();
  await clock.pass(12_000);
  back = 3_600_000;
  await clock.until(all);
  expect(clock.now() - start).toBeLessThan(6 * windowMs);
});
