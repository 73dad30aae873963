import { expect, onTestFinished, test } from 'vitest';
import { type LogEntry, type Phase, startSandbox } from '../../src/sandbox/index.ts';

test('every answer takes at least the latency, and what is asked for is done on the way, not after it', async () => {
  const phases: (readonly [Phase, LogEntry['took']])[] = [];
  const sandbox = await startSandbox({
    ...{ dir: null, latency: 120 },
    onRequest: (_, phase, entry) => void phases.push([phase, entry.took]),
  });
  onTestFinished(() => sandbox.close());
  const headers = { authorization: `Bearer ${sandbox.token}`, 'content-type': 'application/json' };
  const body = JSON.stringify({ title: 'A', author_id: sandbox.world.teammates()[0]?.id });
  const answer = await fetch(`${sandbox.url}/articles`, { method: 'POST', headers, body });
  expect(answer.status).toBe(200);
  await answer.text();
  expect(phases.map(([phase]) => phase)).toEqual(['received', 'applied', 'answered']);
  expect(phases[1]?.[1], 'done before it is answered').toBeNull();
  // Timers count whole milliseconds.
  expect(phases[2]?.[1]).toBeGreaterThanOrEqual(118);
});
