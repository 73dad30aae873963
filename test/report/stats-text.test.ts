import { expect, test } from 'vitest';
import { type ArticleNumbers, unhelpedBy, worstFirst } from '../../src/model/article-numbers.ts';
import { paint } from '../../src/report/paint.ts';
import { statsText } from '../../src/report/stats-text.ts';

const statistics = { views: 0, conversations: 0, reactions: 0, happy: 0, neutral: 0, sad: 0, fin: null };

function numbers(id: string, more: Partial<ArticleNumbers> = {}, read: Partial<ArticleNumbers['statistics']> = {}) {
  const known = { id, title: `Title ${id}`, file: null, url: null, brokenLinks: 0, unchangedSince: 1_700_000_000 };
  return { ...known, ...more, statistics: { ...statistics, ...read } };
}

test('whoever was unhappy, wrote, or was not helped by Fin counts once each', () => {
  const fin = { involvements: 10, resolutions: 4 };
  expect(unhelpedBy({ ...statistics, reactions: 3, sad: 33.3, conversations: 2, fin })).toBe(9);
  expect(unhelpedBy({ ...statistics, fin: { involvements: 1, resolutions: 2 } })).toBe(0);
});

test('of those who failed as many, broken links come first, then views, then what is unchanged for longest', () => {
  const all = [
    numbers('1'),
    numbers('2', { unchangedSince: 1 }),
    numbers('3', {}, { views: 5 }),
    numbers('4', { brokenLinks: 1 }),
    numbers('5', {}, { conversations: 1 }),
    numbers('10'),
  ];
  expect(worstFirst(all).map(({ id }) => id)).toEqual(['5', '4', '3', '2', '1', '10']);
});

test('large numbers, wide letters and long names keep to the width', () => {
  const long = 'very/'.repeat(30);
  const all = [
    numbers('1', { file: `${long}refunds.md` }, { views: 123_456_789, fin: { involvements: 99_960, resolutions: 1 } }),
    numbers('2', { title: '返金について'.repeat(20), brokenLinks: 12 }, { views: 9_999, reactions: 8, sad: 12.5 }),
    numbers('3', { title: '\u001b[31mred\u0007' }),
    ...Array.from({ length: 30 }, (_, at) => numbers(String(at + 4))),
  ];
  const text = statsText(all, { paint: paint(false), width: 80, most: 20, unknown: 0 });
  const lines = text.split('\n');
  expect(lines[1]).toMatch(/^ 123M +0 +0 +100k +0% +2023-11 ….*refunds\.md$/);
  expect(lines[2]).toMatch(/^ 9999 +0 +8 13% +– +12 2023-11 返金.*…$/);
  expect(text).not.toContain('\u001b');
  expect(text).toContain('and 13 more articles: --all shows them, --format csv writes them all\n');
  expect(text).toContain('33 articles: 123,466,788 views');
});

test('that no article is published is said only where none is', () => {
  const options = { paint: paint(false), width: 80, most: 20 };
  expect(statsText([], { ...options, unknown: 0 })).toBe('No article is published, so nobody read one.\n');
  expect(statsText([], { ...options, unknown: 3 })).toBe('There are no numbers to show.\n');
});
