import { expect, it } from 'vitest';
import { IntercomError } from '../../src/model/workspace.ts';
import { type CircuitBreaker, createCircuitBreaker } from '../../src/publish/circuit-breaker.ts';
import { makeFlights, NotSentError } from '../../src/publish/flights.ts';

const forbidden = () =>
  new IntercomError({
    ...{
      method: 'POST',
      path: '/articles',
      status: 403,
      code: 'forbidden',
      requestId: null,
      detail: '',
      message: 'no',
    },
  });

function flightsOf(concurrency: number, breaker: CircuitBreaker = createCircuitBreaker(async () => true)) {
  const stop = new AbortController();
  return { stop, inFlight: makeFlights({ concurrency, signal: stop.signal }, breaker) };
}

it('has no more on their way than may be', async () => {
  const { inFlight } = flightsOf(3);
  let flying = 0;
  let most = 0;
  const send = async () => {
    flying += 1;
    most = Math.max(most, flying);
    await new Promise((resolve) => setImmediate(resolve));
    flying -= 1;
  };
  await Promise.all(Array.from({ length: 20 }, () => inFlight(send)));
  expect(most).toBe(3);
});

it('sends nothing any more once the run was asked to stop', async () => {
  const { inFlight, stop } = flightsOf(1);
  const sent: number[] = [];
  const all = [1, 2, 3].map((number) =>
    inFlight(async () => {
      sent.push(number);
      stop.abort();
    }),
  );
  const ends = await Promise.allSettled(all);
  expect(sent).toEqual([1]);
  expect(ends.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected']);
  await expect(all[1]).rejects.toBeInstanceOf(NotSentError);
});

it('sends nothing any more once five in a row were refused', async () => {
  const { inFlight } = flightsOf(2);
  let sent = 0;
  const all = Array.from({ length: 20 }, () =>
    inFlight(async () => {
      sent += 1;
      throw forbidden();
    }),
  );
  await Promise.allSettled(all);
  expect(sent).toBeLessThanOrEqual(6);
  await expect(all.at(-1)).rejects.toBeInstanceOf(NotSentError);
});

it('keeps others waiting while it is found out what a refusal means', async () => {
  let answer: () => void = () => undefined;
  const isTaken = new Promise<boolean>((resolve) => {
    answer = () => resolve(false);
  });
  const { inFlight } = flightsOf(
    1,
    createCircuitBreaker(() => isTaken),
  );
  const sent: number[] = [];
  const refused = () => new IntercomError({ ...forbidden(), status: 401, code: 'unauthorized', message: 'no' });
  const all = [1, 2].map((number) =>
    inFlight(async () => {
      sent.push(number);
      throw refused();
    }),
  );
  const ended = Promise.allSettled(all);
  await new Promise((resolve) => setImmediate(resolve));
  expect(sent).toEqual([1]);
  answer();
  await ended;
  expect(sent).toEqual([1]);
  await expect(all[1]).rejects.toBeInstanceOf(NotSentError);
});
