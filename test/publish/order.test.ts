import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orderWrites } from '../../src/publish/order.ts';

function order(links: Readonly<Record<string, readonly string[]>>, withoutId = Object.keys(links)) {
  const found = orderWrites(new Map(Object.entries(links).map(([key, to]) => [key, new Set(to)])), new Set(withoutId));
  return {
    drafts: [...found.draftsFirst].sort(),
    groups: found.groups,
    /** What is written together → what is written before it. */
    told: found.groups.map(
      ({ keys, after }) => `${keys} after ${after.map((at) => found.groups[at]?.keys).join(' and ')}`,
    ),
  };
}

describe('the order of writes', () => {
  it('writes an article before those that link to it', () => {
    const { drafts, told } = order({ a: ['b'], b: ['c'], c: [] });
    expect(drafts).toEqual([]);
    expect(told).toEqual(['c after ', 'b after c', 'a after b']);
  });

  it('has nothing wait for what it does not link to', () => {
    expect(order({ a: [], b: [], c: ['a'] }).told).toEqual(['a after ', 'b after ', 'c after a']);
  });

  it('drafts new articles that link to each other in a circle', () => {
    const { drafts, told } = order({ a: ['b'], b: ['a'], c: ['a'] });
    expect(drafts).toEqual(['a', 'b']);
    expect(told).toEqual(['a,b after ', 'c after a,b']);
  });

  it('drafts a new article that links to itself', () => {
    const { drafts, told } = order({ a: ['a'] });
    expect(drafts).toEqual(['a']);
    expect(told).toEqual(['a after ']);
  });

  it('drafts only the articles of a circle that have no id yet', () => {
    const { drafts, told } = order({ a: ['b'], b: ['a'] }, ['b']);
    expect(drafts).toEqual(['b']);
    expect(told).toEqual(['a,b after ']);
  });

  it('keeps two circles apart', () => {
    expect(order({ a: ['b'], b: ['a'], c: ['d', 'a'], d: ['c'] }).told).toEqual(['a,b after ', 'c,d after a,b']);
  });

  it('takes a chain of 20,000 links without running out of stack', () => {
    const links = Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`n${index}`, [`n${index + 1}`]]));
    const { groups } = order(links);
    expect(groups.length).toBe(20_000);
    expect(groups.at(-1)).toEqual({ keys: ['n0'], after: [19_998] });
  });

  it('never writes an article before one it links to, unless both are in one circle', () => {
    const node = fc.integer({ min: 0, max: 9 }).map((number) => `n${number}`);
    const graphs = fc.dictionary(node, fc.array(node, { maxLength: 4 }), { maxKeys: 10 });
    fc.assert(
      fc.property(graphs, (links) => {
        const { drafts, groups } = order(links);
        const groupOf = new Map(groups.flatMap(({ keys }, index) => keys.map((key) => [key, index] as const)));
        expect([...groupOf.keys()].sort()).toEqual(Object.keys(links).sort());
        for (const [index, { after }] of groups.entries()) expect(after.every((at) => at < index)).toBe(true);
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
            else expect(groups[groupOf.get(key) ?? -1]?.after).toContain(groupOf.get(target));
          }
        }
      }),
    );
  });
});
