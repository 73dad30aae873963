import { describe, expect, test } from 'vitest';
import type { LinkState } from '../../src/links/look-at.ts';
import { isBelieved, judgedLink, worthRemembering } from '../../src/links/remember.ts';
import type { RememberedLink } from '../../src/model/link-memory.ts';

const hour = 3_600_000;
/** Noon of a day, and hours after that. */
const at = (day: number, hours = 0): number => Date.UTC(2026, 0, 1 + day, 12) + hours * hour;

const alive: LinkState = { is: 'alive' };
const gone: LinkState = { is: 'dead', reason: 'answers 404' };
const unsure: LinkState = { is: 'unknown', reason: 'answers 500' };

/** What a link is said to be, look by look. */
function story(...looks: readonly (readonly [time: number, state: LinkState])[]): readonly string[] {
  let known: RememberedLink | undefined;
  return looks.map(([time, state]) => {
    const { verdict, remember } = judgedLink(isBelieved(known, time) ? undefined : state, known, time);
    known = remember ?? known;
    return verdict.is;
  });
}

describe('an address over days', () => {
  test.each<[string, readonly (readonly [number, LinkState])[], readonly string[]]>([
    [
      'gone on two days',
      [
        [at(0), gone],
        [at(1), gone],
      ],
      ['failed-once', 'dead'],
    ],
    [
      'gone twice on one day',
      [
        [at(0), gone],
        [at(0, 3), gone],
      ],
      ['failed-once', 'failed-once'],
    ],
    [
      'gone before and after midnight',
      [
        [at(0, 11), gone],
        [at(0, 13), gone],
        [at(1), gone],
      ],
      ['failed-once', 'failed-once', 'dead'],
    ],
    [
      'gone, back, gone',
      [
        [at(0), gone],
        [at(1), alive],
        [at(9), gone],
        [at(10), gone],
      ],
      ['failed-once', 'alive', 'failed-once', 'dead'],
    ],
    [
      'alive, and believed for a week',
      [
        [at(0), alive],
        [at(6), gone],
        [at(7), gone],
        [at(8), gone],
      ],
      ['alive', 'alive', 'failed-once', 'dead'],
    ],
    [
      'a bad day in between',
      [
        [at(0), gone],
        [at(1), unsure],
        [at(2), gone],
      ],
      ['failed-once', 'unknown', 'dead'],
    ],
    [
      'dead, then without an answer',
      [
        [at(0), gone],
        [at(1), gone],
        [at(2), unsure],
        [at(3), alive],
      ],
      ['failed-once', 'dead', 'dead', 'alive'],
    ],
    [
      'never an answer',
      [
        [at(0), unsure],
        [at(1), unsure],
        [at(2), unsure],
      ],
      ['unknown', 'unknown', 'unknown'],
    ],
    [
      'a clock that was turned back',
      [
        [at(5), gone],
        [at(0), gone],
        [at(1), gone],
      ],
      ['failed-once', 'failed-once', 'dead'],
    ],
    [
      'alive in the future',
      [
        [at(9), alive],
        [at(0), gone],
      ],
      ['alive', 'failed-once'],
    ],
  ])('%s', (_, looks, expected) => {
    expect(story(...looks)).toEqual(expected);
  });

  test('a dead one says since when', () => {
    const known: RememberedLink = { is: 'failed', first: at(0), last: at(0), reason: 'answers 410' };
    expect(judgedLink(gone, known, at(3))).toEqual({
      verdict: { is: 'dead', reason: 'answers 404', since: at(0) },
      remember: { is: 'failed', first: at(0), last: at(3), reason: 'answers 404' },
    });
    const dead: RememberedLink = { is: 'failed', first: at(0), last: at(3), reason: 'answers 410' };
    expect(judgedLink(unsure, dead, at(4)).verdict).toEqual({ is: 'dead', reason: 'answers 410', since: at(0) });
  });
});

test('what is old is forgotten, and of very many the oldest are', () => {
  const one = (time: number): RememberedLink => ({ is: 'alive', at: time });
  const old = new Map([
    ['https://a.example/', one(at(0))],
    ['https://b.example/', one(at(100))],
    ['https://c.example/', one(at(500))],
  ]);
  const fresh = new Map([['https://b.example/', one(at(200))]]);
  expect([...worthRemembering(old, fresh, at(200)).values()]).toEqual([one(at(200))]);
  const many = new Map(
    Array.from({ length: 20_010 }, (_, index) => [`https://a.example/${index}`, one(at(0) + index)]),
  );
  const kept = worthRemembering(many, new Map(), at(1));
  expect([kept.size, kept.has('https://a.example/9'), kept.has('https://a.example/10')]).toEqual([20_000, false, true]);
});
