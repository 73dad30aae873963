import { expect, test } from 'vitest';
import { statsCsv } from '../../src/report/stats-csv.ts';

const statistics = { views: 0, conversations: 0, reactions: 0, happy: 0, neutral: 0, sad: 0, fin: null };

/** The cell of a title, as it is written. */
function cellOf(title: string): string {
  const one = { id: '1', title, file: null, url: null, brokenLinks: 0, unchangedSince: 1_700_000_000, statistics };
  return /^1,([\s\S]*),,,0,0,0,0,0,0,0,,,,0,2023-11-14\n$/.exec(statsCsv([one]).replace(/^.*\n/, ''))?.[1] ?? '';
}

test.each([
  ['=1+1', "'=1+1"],
  ['  =1+1', "'  =1+1"],
  ['\u00a0@SUM(1)', "'\u00a0@SUM(1)"],
  ['\u200b-1', "'\u200b-1"],
  ['\ufeff+1', "'\ufeff+1"],
  ['＝1+1', "'＝1+1"],
  ['＠x', "'＠x"],
  ['\tx', "'\tx"],
  ['\n=1', '"\'\n=1"'],
  ['\nx', '"\'\nx"'],
  ['Prices = fair', 'Prices = fair'],
  [' Prices', ' Prices'],
  ['Say "no", then', '"Say ""no"", then"'],
])('%j is no formula', (title, cell) => {
  expect(cellOf(title)).toBe(cell);
});
