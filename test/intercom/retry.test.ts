import { expect, test } from 'vitest';
import {
  backoff,
  type Happening,
  happeningOf,
  retryRow,
  retryTable,
  type Then,
  type Verb,
} from '../../src/intercom/retry.ts';

/** Written out by hand on purpose: one line for each thing that can happen to each verb. */
const expected: readonly (readonly [Happening, Verb, 'first' | 'later', Then])[] = [
  ['answered', 'GET', 'first', 'take'],
  ['answered', 'POST', 'first', 'take'],
  ['answered', 'PUT', 'first', 'take'],
  ['answered', 'DELETE', 'first', 'take'],
  ['rate-limited', 'GET', 'first', 'wait'],
  ['rate-limited', 'POST', 'first', 'wait'],
  ['rate-limited', 'PUT', 'first', 'wait'],
  ['rate-limited', 'DELETE', 'first', 'wait'],
  ['not-sent', 'GET', 'first', 'again'],
  ['not-sent', 'POST', 'first', 'again'],
  ['not-sent', 'PUT', 'first', 'again'],
  ['not-sent', 'DELETE', 'first', 'again'],
  ['timed-out', 'GET', 'first', 'again'],
  ['timed-out', 'POST', 'first', 'look'],
  ['timed-out', 'PUT', 'first', 'again'],
  ['timed-out', 'DELETE', 'first', 'again'],
  ['broken', 'GET', 'first', 'again'],
  ['broken', 'POST', 'first', 'look'],
  ['broken', 'PUT', 'first', 'again'],
  ['broken', 'DELETE', 'first', 'again'],
  ['cut', 'GET', 'first', 'again'],
  ['cut', 'POST', 'first', 'look'],
  ['cut', 'PUT', 'first', 'again'],
  ['cut', 'DELETE', 'first', 'again'],
  ['too-large', 'GET', 'first', 'fail'],
  ['too-large', 'POST', 'first', 'look'],
  ['too-large', 'PUT', 'first', 'fail'],
  ['too-large', 'DELETE', 'first', 'fail'],
  ['too-slow', 'GET', 'first', 'fail'],
  ['too-slow', 'POST', 'first', 'look'],
  ['too-slow', 'PUT', 'first', 'fail'],
  ['too-slow', 'DELETE', 'first', 'fail'],
  ['not-json', 'GET', 'first', 'fail'],
  ['not-json', 'POST', 'first', 'look'],
  ['not-json', 'PUT', 'first', 'fail'],
  ['not-json', 'DELETE', 'first', 'fail'],
  ['server-trouble', 'GET', 'first', 'again'],
  ['server-trouble', 'POST', 'first', 'look'],
  ['server-trouble', 'PUT', 'first', 'again'],
  ['server-trouble', 'DELETE', 'first', 'again'],
  ['gone', 'GET', 'first', 'fail'],
  ['gone', 'POST', 'first', 'fail'],
  ['gone', 'PUT', 'first', 'fail'],
  ['gone', 'DELETE', 'first', 'fail'],
  ['gone', 'DELETE', 'later', 'done'],
  ['gone', 'PUT', 'later', 'fail'],
  ['refused', 'GET', 'first', 'fail'],
  ['refused', 'POST', 'first', 'fail'],
  ['refused', 'PUT', 'first', 'fail'],
  ['refused', 'DELETE', 'first', 'fail'],
  ['blocked', 'GET', 'first', 'fail'],
  ['blocked', 'POST', 'first', 'fail'],
  ['blocked', 'PUT', 'first', 'fail'],
  ['blocked', 'DELETE', 'first', 'fail'],
];

test.each(expected)('%s, %s, %s attempt: %s', (happening, verb, attempt, then) => {
  expect(retryRow(verb, happening, attempt === 'later').then).toBe(then);
});

test('every row of the table is used by a line above, and gives its reason', () => {
  const used = new Set(expected.map(([happening, verb, attempt]) => retryRow(verb, happening, attempt === 'later')));
  expect(retryTable.filter((row) => !used.has(row))).toEqual([]);
  expect(retryTable.filter((row) => row.because.length < 20)).toEqual([]);
});

test('a create is never simply sent again once Intercom may have seen it', () => {
  const seen: readonly Happening[] = ['timed-out', 'broken', 'cut', 'not-json', 'server-trouble'];
  expect(seen.map((happening) => retryRow('POST', happening, true).then)).toEqual(seen.map(() => 'look'));
});

test.each([
  [200, 'answered'],
  [204, 'answered'],
  [301, 'refused'],
  [400, 'refused'],
  [401, 'refused'],
  [403, 'refused'],
  [404, 'gone'],
  [407, 'blocked'],
  [408, 'server-trouble'],
  [409, 'refused'],
  [422, 'refused'],
  [429, 'rate-limited'],
  [500, 'server-trouble'],
  [502, 'server-trouble'],
  [503, 'server-trouble'],
  [504, 'server-trouble'],
  [529, 'server-trouble'],
] as const)('status %i means %s', (status, happening) => {
  expect(happeningOf(status)).toBe(happening);
});

test('back-off has full jitter below a ceiling that doubles up to a bound', () => {
  const bounds = { backoffMs: 500, backoffMaxMs: 4_000 };
  expect([1, 2, 3, 4, 5, 9].map((attempt) => backoff(attempt, 0.999999, bounds, null))).toEqual([
    500, 1_000, 2_000, 4_000, 4_000, 4_000,
  ]);
  expect(backoff(5, 0, bounds, null)).toBe(0);
  expect(backoff(1, 0.5, bounds, null)).toBe(250);
});

test('a Retry-After is kept to, up to the bound', () => {
  const bounds = { backoffMs: 500, backoffMaxMs: 4_000 };
  expect(backoff(1, 0, bounds, 3_000)).toBe(3_000);
  expect(backoff(1, 0, bounds, 3_600_000)).toBe(4_000);
});
