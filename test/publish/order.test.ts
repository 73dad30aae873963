import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orderWrites } from '../../src/publish/order.ts';

function order(links: Readonly<Record<string, readonly string[]>>, withoutId = Object.keys(links)) {
  const found = orderWrites(new Map(Object.entries(links).map(([key, to]) => [key, new Set(to)])), new Set(withoutId));
  return { drafts: [...found.draftsFirst].sort(), levels: found.levels };
}

describe('the order of writes', () => {
  it('writes an article before those that link to it', () => {
    expect(order({ a: ['b'], b: ['c'], c: [] })).toEqual({ drafts: [], levels: [['c'], ['b'], ['a']] });
  });

  it('writes what does not depend on each other at once', () => {
    expect(order({ a: [], b: [], c: ['a'] })).toEqual({ drafts: [], levels: [['a', 'b'], ['c']] });
  });

  it('drafts new articles that link to each other in a circle', () => {
    expect(order({ a: ['b'], b: ['a'], c: ['a'] })).toEqual({ drafts: ['a', 'b'], levels: [['a', 'b'], ['c']] });
  });

  it('drafts a new article that links to itself', () => {
    expect(order({ a: ['a'] })).toEqual({ drafts: ['a'], levels: [['a']] });
  });

  it('drafts only the articles of a circle that have no id yet', () => {
    expect(order({ a: ['b'], b: ['a'] }, ['b'])).toEqual({ drafts: ['b'], levels: [['a', 'b']] });
  });

  it('keeps two circles apart', () => {
    expect(order({ a: ['b'], b: ['a'], c: ['d', 'a'], d: ['c'] }).levels).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });

  it('takes a chain of 20,000 links without running out of stack', () => {
    const links = Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`n${index}`, [`n${index + 1}`]]));
    expect(order(links).levels.length).toBe(20_000);
  });

  it('never writes an article before one it links to, unless both are in one circle', () => {
    const node = fc.integer({ min: 0, max: 9 }).map((number) => `n${number}`);
    const graphs = fc.dictionary(node, fc.array(node, { maxLength: 4 }), { maxKeys: 10 });
    fc.assert(
      fc.property(graphs, (links) => {
        const { drafts, levels } = order(links);
        const level = new Map(levels.flatMap((keys, index) => keys.map((key) => [key, index] as const)));
        expect([...level.keys()].sort()).toEqual(Object.keys(links).sort());
        const reaches = (from: string, to: string, seen = new Set<string>()): boolean =>
          (links[from] ?? []).some((next) => {
            if (next === to) return true;
            if (seen.has(next) || !Object.hasOwn(links, next)) return false;
            seen.add(next);
            return reaches(next, to, seen);
          });
        for (const [key, targets] of Object.entries(links)) {
          for (const target of targets.filter((one) => Object.hasOwn(links, one))) {
            const circle = reaches(target, key);
            if (circle) expect(drafts).toContain(key);
            else expect(level.get(target)).toBeLessThan(level.get(key) ?? -1);
          }
        }
      }),
    );
  });
});
