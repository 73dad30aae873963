import { describe, expect, it } from 'vitest';
import { timeWithZone } from '../../src/read/time-with-zone.ts';

const at = (iso: string): number => Date.parse(iso) / 1000;

describe('a time with its zone', () => {
  it.each([
    ['2026-12-01 09:00 Europe/Paris', '2026-12-01T08:00:00Z'],
    ['2026-07-01 09:00 Europe/Paris', '2026-07-01T07:00:00Z'],
    ['2026-07-01T09:00 America/Argentina/Buenos_Aires', '2026-07-01T12:00:00Z'],
    ['2026-12-01T09:00:30+05:30', '2026-12-01T03:30:30Z'],
    ['2026-12-01T09:00Z', '2026-12-01T09:00:00Z'],
    ['2026-12-01 09:00 UTC', '2026-12-01T09:00:00Z'],
    ['2026-12-01 23:30 Pacific/Kiritimati', '2026-12-01T09:30:00Z'],
    ['2026-06-30 23:30 Asia/Kathmandu', '2026-06-30T17:45:00Z'],
  ])('is read: %s', (text, iso) => {
    expect(timeWithZone(text)).toBe(at(iso));
  });

  it.each([
    ['no zone', '2026-12-01 09:00'],
    ['no time', '2026-12-01 Europe/Paris'],
    ['a zone that nobody knows', '2026-12-01 09:00 Europe/Pariss'],
    ['a day that is none', '2026-02-30 09:00 UTC'],
    ['an hour that is none', '2026-12-01 25:00 UTC'],
    ['words', 'tomorrow'],
    ['a time that clocks skip', '2026-03-29 02:30 Europe/Paris'],
  ])('is none with %s', (_, text) => {
    expect(timeWithZone(text)).toBeNull();
  });

  it('is the first of two where clocks are put back', () => {
    expect(timeWithZone('2026-10-25 02:30 Europe/Paris')).toBe(at('2026-10-25T00:30:00Z'));
  });
});
