import { setMaxListeners } from 'node:events';
import { defaultLimits, type Wait } from '../../src/intercom/options.ts';
import { createThrottle, type Throttle } from '../../src/intercom/throttle.ts';
import type { Rules, SimulatedWorkspace } from './simulated-workspace.ts';
import type { VirtualClock } from './virtual-clock.ts';

/** Length of the simulated windows. */
export const windowMs = 10_000;

/** A workspace with windows on a grid, as Intercom seems to have them. */
export const gridOf = (limit: number): Rules => ({
  limit,
  windowMs,
  windows: { on: 'grid', phase: 0 },
  rounding: 'ceil',
  skewMs: 700,
  latency: latency(3, 80, 300),
  headers: true,
});

/** A small random source of its own, so that a failing case can be played again. */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

export function latency(seed: number, from: number, to: number): Rules['latency'] {
  const next = chance(seed);
  const part = () => from / 2 + (next() * (to - from)) / 2;
  return () => ({ there: part(), back: part() });
}

export function quietSignal(): AbortSignal {
  const { signal } = new AbortController();
  setMaxListeners(0, signal);
  return signal;
}

export function throttleOn(
  clock: VirtualClock,
  concurrency: number,
  more: { onWait?: (wait: Wait) => void } = {},
): Throttle {
  return createThrottle({ ...clock, concurrency, limits: defaultLimits, ...more });
}

/** Sends until as many were let through, each again when it was turned away. */
export async function sendAll(
  throttle: Throttle,
  workspace: SimulatedWorkspace,
  count: number,
  who = 'us',
): Promise<void> {
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
export function perWindow(workspace: SimulatedWorkspace, who: string): number[] {
  const windows = [...workspace.windows].sort(([left], [right]) => left - right);
  return windows.map(([, counts]) => counts.get(who) ?? 0);
}

export const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
