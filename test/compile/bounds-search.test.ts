import { type ChildProcess, fork } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Asked, Direction, Measured } from './bounds-worker.ts';
import { storedUnits, syntaxUnits } from './syntax-units.ts';

/**
 * `HELPCENTRE_BOUNDS=wide` goes through every unit, and through pairs and triples for fifteen minutes, each repeated to
 * 200 kB, and prints the worst. Otherwise it is a small sample, the same one every time.
 */
const isWide = process.env.HELPCENTRE_BOUNDS === 'wide';
const length = isWide ? 200_000 : 10_000;
const wholeTime = 15 * 60_000;
/** After this a text is taken not to end, in milliseconds: CPU time is what is told, and a busy machine has less of it. */
const timeout = 240_000;

const worker = fileURLToPath(new URL('bounds-worker.ts', import.meta.url));

/** Starts a child with little memory, which ends with whatever a text makes it do. */
function startChild(): ChildProcess {
  return fork(worker, { execArgv: ['--import', 'tsx', '--max-old-space-size=1000'], stdio: 'ignore' });
}

/** @returns null for a text that does not end, or ends the process */
function measure(child: ChildProcess, asked: Asked): Promise<Measured | null> {
  return new Promise((resolve) => {
    const settle = (measured: Measured | null) => {
      clearTimeout(timer);
      child.removeAllListeners();
      resolve(measured);
    };
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      settle(null);
    }, timeout);
    child.once('message', (measured: Measured) => settle(measured));
    child.once('exit', () => settle(null));
    child.send(asked);
  });
}

function* textsFor(directions: readonly Direction[]): Generator<Asked> {
  const units = { compile: syntaxUnits, stored: storedUnits };
  if (isWide) {
    for (const direction of directions) for (const unit of units[direction]) yield { unit, length, direction };
  }
  const some = directions.map((direction) =>
    fc.array(fc.constantFrom(...units[direction]), { minLength: 2, maxLength: 3 }).map((parts) => ({
      unit: parts.join(''),
      length,
      direction,
    })),
  );
  yield* fc.sample(fc.oneof(...some), { numRuns: isWide ? 20_000 : 8, seed: 17 });
}

it('whatever is repeated comes to an end, in a process with a gigabyte', { timeout: 2 * wholeTime }, async () => {
  const end = Date.now() + wholeTime;
  const measured: Measured[] = [];
  const failed: Asked[] = [];
  let child = startChild();
  for (const asked of textsFor(['compile', 'stored'])) {
    if (Date.now() > end) break;
    const one = await measure(child, asked);
    const log = process.env.HELPCENTRE_BOUNDS_LOG;
    if (log !== undefined) appendFileSync(log, `${JSON.stringify(one ?? asked)}\n`);
    if (one !== null) measured.push(one);
    else {
      failed.push(asked);
      child.kill('SIGKILL');
      child = startChild();
    }
  }
  child.kill();
  if (isWide) print(measured);
  expect(failed).toEqual([]);
});

function print(measured: readonly Measured[]): void {
  const slowest = measured.toSorted((a, b) => b.seconds - a.seconds).slice(0, 10);
  const most = Math.max(...measured.map(({ megabytes }) => megabytes));
  const lines = slowest.map(
    ({ text, direction, seconds }) => `${seconds.toFixed(1)} s ${direction} ${JSON.stringify(text)}`,
  );
  process.stdout.write(`${[`${measured.length} texts, ${most} MB at most`, ...lines].join('\n')}\n`);
}
