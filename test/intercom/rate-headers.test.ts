import { expect, test } from 'vitest';
import { readRate } from '../../src/intercom/rate-headers.ts';

const now = Date.parse('2026-03-01T12:00:00Z');

test('the three rate-limit headers are read', () => {
  const headers = { 'x-ratelimit-limit': '166', 'x-ratelimit-remaining': '12', 'x-ratelimit-reset': '1772366410' };
  expect(readRate(headers, now)).toEqual({ limit: 166, remaining: 12, reset: 1772366410, retryAfterMs: null });
});

test.each(['', '-1', 'many', '1e3', '12.5', '99999999999999999'])('the value %j counts as not said', (value) => {
  expect(readRate({ 'x-ratelimit-limit': value }, now).limit).toBeNull();
});

test('a header that came twice counts once', () => {
  expect(readRate({ 'x-ratelimit-limit': ['5', '6'] }, now).limit).toBe(5);
});

test.each([
  ['7', 7_000],
  ['0', 0],
  ['1.5', 1_500],
  ['Sun, 01 Mar 2026 12:00:09 GMT', 9_000],
  ['Sun, 01 Mar 2026 11:00:00 GMT', 0],
  ['soon', null],
])('Retry-After %j asks for %s ms', (value, expected) => {
  expect(readRate({ 'retry-after': value }, now).retryAfterMs).toBe(expected);
});

test('a Retry-After that is a date is measured on the server’s own clock', () => {
  const headers = { 'retry-after': 'Sun, 01 Mar 2026 09:00:04 GMT', date: 'Sun, 01 Mar 2026 09:00:00 GMT' };
  expect(readRate(headers, now).retryAfterMs).toBe(4_000);
});
