import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../src/sandbox/random.ts';
import { likenessOf, wordsOf } from '../../src/text/likeness.ts';
import { nearTexts } from '../../src/text/near-texts.ts';
import { someWords } from '../kit/faulty-centre.ts';

const bounds = { words: 0.9, runs: 0.65, fewest: 10 };
const random = seededRandom(7);
/** A text with every so manieth word another. */
const edited = (text: string, every: number): string =>
  text
    .split(' ')
    .map((word, at) => (at % every === every - 1 ? `${word}x` : word))
    .join(' ');

describe('texts that are nearly the same', () => {
  test('are found among others, in groups that have none in common', () => {
    const texts = Array.from({ length: 300 }, () => someWords(random, 60));
    const [a = '', b = ''] = texts;
    const groups = nearTexts([...texts, edited(a, 20), edited(b, 30), edited(b, 25), edited(a, 4)], bounds);
    expect(groups.map(({ members }) => members)).toEqual([
      [0, 300],
      [1, 301, 302],
    ]);
    expect(groups[0]?.likeness).toBeCloseTo(likenessOf(wordsOf(a), wordsOf(edited(a, 20))));
  });

  test('are no short ones, and none that only share what many have', () => {
    expect(nearTexts(['one two three', 'one two three'], bounds)).toEqual([]);
    const form = someWords(random, 30);
    expect(
      nearTexts(
        Array.from({ length: 200 }, () => `${someWords(random, 30)} ${form}`),
        bounds,
      ),
    ).toEqual([]);
  });

  test('are the same, whatever the script', () => {
    const text = '保存后文章会自动发布。要恢复为草稿，请更改状态。';
    expect(nearTexts([text, text, `${text}新`], bounds)[0]?.members).toEqual([0, 1, 2]);
  });

  test('do not take longer the more of a form there are: each is compared with a few', () => {
    const form = someWords(random, 40);
    const many = Array.from({ length: 2_000 }, () => `${form} ${someWords(random, 12)}`);
    expect(nearTexts(many, bounds)).toEqual([]);
  });
});
