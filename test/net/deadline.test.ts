import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it, onTestFinished } from 'vitest';
import { deadlineIn } from '../../src/net/deadline.ts';

/** Collects garbage again and again, as a long run does, until the test is over. */
function tidyMemory(): void {
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  const timer = setInterval(collect, 10);
  onTestFinished(() => clearInterval(timer));
}

function aborted(signal: AbortSignal): Promise<unknown> {
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(signal.reason)));
}

describe('a deadline', () => {
  it('comes, though memory is tidied meanwhile', async () => {
    tidyMemory();
    const { signal } = deadlineIn(new AbortController().signal, 200);
    expect(await aborted(signal)).toMatchObject({ name: 'TimeoutError' });
  });

  it('comes at once when the run is stopped, though memory is tidied meanwhile', async () => {
    tidyMemory();
    const run = new AbortController();
    const deadline = deadlineIn(run.signal, 600_000);
    setTimeout(() => run.abort(new Error('stopped')), 100);
    expect(await aborted(deadline.signal)).toMatchObject({ message: 'stopped' });
    deadline.clear();
  });

  it('never comes once it is cleared', async () => {
    const deadline = deadlineIn(new AbortController().signal, 20);
    deadline.clear();
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(deadline.signal.aborted).toBe(false);
  });

  it('is past where the run is stopped already', () => {
    const deadline = deadlineIn(AbortSignal.abort(), 600_000);
    expect(deadline.signal.aborted).toBe(true);
    deadline.clear();
  });
});
