import { setMaxListeners } from 'node:events';
import { expect, test } from 'vitest';
import type { Attempt } from '../../src/intercom/api-request.ts';
import { defaultLimits, type Limits, type Wait } from '../../src/intercom/options.ts';
import { Cancelled, createThrottle } from '../../src/intercom/throttle.ts';
import { type SimulatedWorkspace, simulateWorkspace } from './simulated-workspace.ts';
import { gridOf, latency, quietSignal, sendAll, throttleOn, windowMs } from './throttled.ts';
import { virtualClock } from './virtual-clock.ts';

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

/** Sends to a workspace, and counts the most that were under way at once. */
function counting(workspace: SimulatedWorkspace) {
  let flying = 0;
  const flights = {
    most: 0,
    async send(): Promise<Attempt> {
      flying += 1;
      flights.most = Math.max(flights.most, flying);
      const attempt = await workspace.send();
      flying -= 1;
      return attempt;
    },
  };
  return flights;
}

test('no more are under way than concurrency allows', async () => {
  const clock = virtualClock();
  const workspace = simulateWorkspace(clock, { ...gridOf(100), latency: latency(9, 20, 900) });
  const throttle = throttleOn(clock, 7);
  const flights = counting(workspace);
  const signal = quietSignal();
  await clock.until(
    Promise.all(Array.from({ length: 250 }, () => throttle.run(flights.send, { urgent: false, signal }))),
  );
  expect(flights.most).toBe(7);
});

test.each([
  ['as many as before go out where this program was busy while they were waited for', 0, 24],
  ['fewer go out where there was nothing else to do', 1, 2],
] as const)('when answers take longer, %s', async (_, share, expected) => {
  const clock = virtualClock();
  let took = 50;
  const workspace = simulateWorkspace(clock, {
    ...gridOf(100_000),
    latency: () => ({ there: took / 2, back: took / 2 }),
  });
  const throttle = createThrottle({
    ...{ ...clock, concurrency: 24, flight: 'found', limits: defaultLimits },
    idled: () => clock.now() * share,
  });
  const flights = counting(workspace);
  const signal = quietSignal();
  const many = () =>
    Promise.all(Array.from({ length: 400 }, () => throttle.run(flights.send, { urgent: false, signal })));
  await clock.until(many());
  expect(flights.most).toBe(24);
  took = 1_000;
  await clock.until(many());
  flights.most = 0;
  await clock.until(many());
  expect(flights.most).toBe(expected);
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
  expect(brokenOffAt - abortedAt).toBe(4_000);
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
