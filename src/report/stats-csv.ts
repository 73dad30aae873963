import { type ArticleNumbers, unhelpedBy } from '../model/article-numbers.ts';
import { resolutionRate } from '../model/statistics.ts';

const columns: readonly (readonly [name: string, value: (one: ArticleNumbers) => string | number | null])[] = [
  ['article_id', ({ id }) => id],
  ['title', ({ title }) => title],
  ['file', ({ file }) => file],
  ['url', ({ url }) => url],
  ['not_helped', ({ statistics }) => unhelpedBy(statistics)],
  ['views', ({ statistics }) => statistics.views],
  ['conversations', ({ statistics }) => statistics.conversations],
  ['reactions', ({ statistics }) => statistics.reactions],
  ['happy_percent', ({ statistics }) => statistics.happy],
  ['neutral_percent', ({ statistics }) => statistics.neutral],
  ['sad_percent', ({ statistics }) => statistics.sad],
  ['fin_involvements', ({ statistics }) => statistics.fin?.involvements ?? null],
  ['fin_resolutions', ({ statistics }) => statistics.fin?.resolutions ?? null],
  ['fin_resolution_percent', ({ statistics }) => percentOf(resolutionRate(statistics.fin))],
  ['broken_links', ({ brokenLinks }) => brokenLinks],
  ['unchanged_since', ({ unchangedSince }) => new Date(unchangedSince * 1000).toISOString().slice(0, 10)],
];

/** What is not known is empty. Lines end as everything else that is printed. */
export function statsCsv(articles: readonly ArticleNumbers[]): string {
  const rows = articles.map((one) => columns.map(([, value]) => value(one)));
  return `${[columns.map(([name]) => name), ...rows].map((row) => row.map(cellOf).join(',')).join('\n')}\n`;
}

/**
 * A spreadsheet takes a text that begins like this for a formula, which titles of others may be on purpose. Some skip
 * blanks and what nobody sees before the sign, and take its wide form for the sign itself.
 */
const formula = /^[\s\p{C}]*[=+\-@＝＋－＠]|^[\t\r\n]/u;

function cellOf(value: string | number | null): string {
  if (typeof value !== 'string') return value === null ? '' : String(value);
  const text = formula.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function percentOf(rate: number | null): number | null {
  return rate === null ? null : Math.round(rate * 1000) / 10;
}
