import { describe, expect, it } from 'vitest';
import { happeningOf, limitWait, retryRow, retryTable } from '../../../src/action/github/retry.ts';

const none = { retryAfter: null, remaining: null, reset: null, message: '' };

describe('requests to GitHub', () => {
  it.each([
    [201, none, 'answered'],
    [403, none, 'forbidden'],
    [403, { ...none, remaining: 12 }, 'forbidden'],
    [403, { ...none, remaining: 0 }, 'rate-limited'],
    [403, { ...none, retryAfter: 30 }, 'rate-limited'],
    [403, { ...none, message: 'You have exceeded a secondary rate limit' }, 'rate-limited'],
    [429, none, 'rate-limited'],
    [401, none, 'forbidden'],
    [404, none, 'gone'],
    [422, none, 'invalid'],
    [502, none, 'server-trouble'],
    [302, none, 'refused'],
  ] as const)('read %i with %j as %s', (status, limits, happening) => {
    expect(happeningOf(status, limits)).toBe(happening);
  });

  it('send a create only once, whoever may have received it, and what repeats harmlessly again', () => {
    expect(retryRow('POST', 'no-answer').then).toBe('fail');
    expect(retryRow('POST', 'server-trouble').then).toBe('fail');
    for (const verb of ['GET', 'PATCH', 'DELETE'] as const) {
      expect(retryRow(verb, 'no-answer').then).toBe('again');
      expect(retryRow(verb, 'server-trouble').then).toBe('again');
    }
    expect(retryRow('POST', 'rate-limited').then).toBe('wait');
  });

  it('have a rule with a reason for everything that can happen, and one only', () => {
    for (const verb of ['GET', 'POST', 'PATCH', 'DELETE'] as const) {
      const happenings = ['answered', 'no-answer', 'server-trouble', 'rate-limited', 'forbidden', 'gone'] as const;
      for (const happening of [...happenings, 'invalid', 'refused'] as const) {
        const rows = retryTable.filter((row) => row.happening === happening && row.verbs.includes(verb));
        expect(rows, `${verb} ${happening}`).toHaveLength(1);
        expect(rows[0]?.because).not.toBe('');
      }
    }
  });

  it('wait until the time that GitHub names, else a minute', () => {
    expect(limitWait({ ...none, retryAfter: 7 }, 0)).toBe(7000);
    expect(limitWait({ ...none, remaining: 0, reset: 110 }, 100_000)).toBe(11_000);
    expect(limitWait(none, 0)).toBe(60_000);
  });
});
