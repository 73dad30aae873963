import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type FlightSize, fixedFlight, foundFlight } from '../../src/intercom/flight-size.ts';

/** Sizes after each round against a server that answers so many at once in its own time, and others as they queue up. */
function sizesAgainst(flight: FlightSize, atOnce: number, milliseconds: number, rounds: number): readonly number[] {
  return Array.from({ length: rounds }, () => {
    const size = flight.size();
    for (let index = 0; index < size; index += 1)
      flight.answered('PUT', milliseconds * Math.max(1, size / atOnce), false);
    return flight.size();
  });
}

it('takes all that there is room for, in a few rounds, where answers stay quick', () => {
  expect(sizesAgainst(foundFlight(24), 1_000, 50, 4)).toEqual([8, 16, 24, 24]);
});

it('stops growing where answers grow slower, and stays about there', () => {
  const sizes = sizesAgainst(foundFlight(24), 6, 200, 60);
  expect(Math.max(...sizes.slice(10))).toBeLessThanOrEqual(16);
  expect(Math.min(...sizes.slice(10))).toBeGreaterThanOrEqual(6);
});

it('grows again when a server that was slow is quick', () => {
  const flight = foundFlight(24);
  sizesAgainst(flight, 2, 200, 30);
  const before = flight.size();
  sizesAgainst(flight, 1_000, 200, 60);
  expect(before).toBeLessThan(12);
  expect(flight.size()).toBe(24);
});

it('takes an answer that lay here while this program was busy for no slower one', () => {
  const flight = foundFlight(24);
  sizesAgainst(flight, 1_000, 50, 5);
  for (let index = 0; index < 200; index += 1) flight.answered('PUT', 400, false, 40);
  expect(flight.size()).toBe(24);
});

it('takes an answer that it did nothing but wait for as it is', () => {
  const flight = foundFlight(24);
  sizesAgainst(flight, 1_000, 50, 5);
  for (let index = 0; index < 200; index += 1) flight.answered('PUT', 400, false, 390);
  expect(flight.size()).toBeLessThan(12);
});

it('is not misled by what is quick by being idle least', () => {
  const flight = foundFlight(24);
  for (let index = 0; index < 50; index += 1) flight.answered('PUT', 60, false, 1);
  for (let index = 0; index < 200; index += 1) flight.answered('PUT', 60, false, 60);
  expect(flight.size()).toBe(24);
});

it('halves at a 429, once for all that come together', () => {
  const flight = foundFlight(24);
  sizesAgainst(flight, 1_000, 50, 5);
  for (let index = 0; index < 5; index += 1) flight.answered('PUT', 5, true);
  expect(flight.size()).toBe(12);
});

it('compares what takes a while by itself only with its own kind', () => {
  const flight = foundFlight(24);
  for (let index = 0; index < 200; index += 1)
    flight.answered(index % 2 === 0 ? 'GET' : 'POST', index % 2 === 0 ? 20 : 900, false);
  expect(flight.size()).toBe(24);
});

it('stays within its bounds, whatever answers take', () => {
  const answer = fc.record({
    kind: fc.constantFrom('GET', 'PUT'),
    milliseconds: fc.integer({ min: 0, max: 60_000 }),
    limited: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), fc.array(answer, { maxLength: 300 }), (most, answers) => {
      const flight = foundFlight(most);
      for (const { kind, milliseconds, limited } of answers) {
        flight.answered(kind, milliseconds, limited);
        expect(flight.size()).toBeGreaterThanOrEqual(1);
        expect(flight.size()).toBeLessThanOrEqual(most);
      }
    }),
  );
});

it('is what was asked for where it is fixed', () => {
  const flight = fixedFlight(3);
  flight.answered('PUT', 9_000, true);
  expect(flight.size()).toBe(3);
});
