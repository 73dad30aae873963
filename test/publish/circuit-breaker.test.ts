import { expect, test } from 'vitest';
import { IntercomError } from '../../src/model/workspace.ts';
import { createCircuitBreaker } from '../../src/publish/circuit-breaker.ts';

function failure(status: number | null, detail = '', code = 'code'): IntercomError {
  return new IntercomError({
    method: 'PUT',
    path: '/articles/1',
    status,
    code,
    requestId: null,
    detail,
    message: 'no',
  });
}

const taken = () => Promise.resolve(true);

test('a token that is no longer taken stops a run at the first refusal', async () => {
  const breaker = createCircuitBreaker(() => Promise.resolve(false));
  expect(breaker.reason()).toBeNull();
  await breaker.failed(failure(401));
  expect(breaker.reason()).toContain('access token');
});

test('of a token that is no longer taken is asked once, however many are refused together', async () => {
  let asked = 0;
  const breaker = createCircuitBreaker(() => {
    asked += 1;
    return Promise.resolve(false);
  });
  await Promise.all(Array.from({ length: 48 }, () => breaker.failed(failure(401))));
  await breaker.failed(failure(401));
  expect([asked, breaker.reason()]).toEqual([1, expect.stringContaining('access token')]);
});

test('of a token is asked again when another is refused later', async () => {
  let asked = 0;
  const breaker = createCircuitBreaker(() => {
    asked += 1;
    return Promise.resolve(asked === 1);
  });
  await breaker.failed(failure(401));
  expect(breaker.reason()).toBeNull();
  await breaker.failed(failure(401));
  expect([asked, breaker.reason()]).toEqual([2, expect.stringContaining('access token')]);
});

test('an author without permission, which is a 401 too, stops nothing but after five in a row', async () => {
  const breaker = createCircuitBreaker(taken);
  for (let at = 0; at < 4; at += 1) await breaker.failed(failure(401, 'author 5'));
  breaker.succeeded();
  for (let at = 0; at < 4; at += 1) await breaker.failed(failure(401, 'author 5'));
  await breaker.failed(failure(401, 'author 6'));
  for (let at = 0; at < 4; at += 1) await breaker.failed(failure(401, 'author 5'));
  expect(breaker.reason()).toBeNull();
  await breaker.failed(failure(401, 'author 5'));
  expect(breaker.reason()).toContain('5 times in a row');
});

test('the same error counts once, however often it is told of', async () => {
  const breaker = createCircuitBreaker(taken);
  const same = failure(403);
  for (let at = 0; at < 9; at += 1) await breaker.failed(same);
  for (let at = 0; at < 3; at += 1) await breaker.failed(failure(403));
  expect(breaker.reason()).toBeNull();
  await breaker.failed(failure(403));
  expect(breaker.reason()).toContain('5 times in a row');
});

test.each([null, 403, 429, 500, 502])('five times %s in a row stop a run', async (status) => {
  const breaker = createCircuitBreaker(taken);
  for (let at = 0; at < 4; at += 1) await breaker.failed(failure(status));
  expect(breaker.reason()).toBeNull();
  await breaker.failed(failure(status));
  expect(breaker.reason()).not.toBeNull();
});

test.each([400, 404, 409, 413, 422])('what is wrong with single articles (%i) never stops a run', async (status) => {
  const breaker = createCircuitBreaker(taken);
  for (let at = 0; at < 100; at += 1) await breaker.failed(failure(status));
  expect(breaker.reason()).toBeNull();
});

test('what was cancelled says nothing', async () => {
  const breaker = createCircuitBreaker(taken);
  for (let at = 0; at < 10; at += 1) await breaker.failed(failure(null, '', 'cancelled'));
  expect(breaker.reason()).toBeNull();
});
