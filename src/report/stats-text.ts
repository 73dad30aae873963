import stringWidth from 'fast-string-width';
import { type ArticleNumbers, unhelpedBy } from '../model/article-numbers.ts';
import { type ArticleStatistics, resolutionRate } from '../model/statistics.ts';
import { count, oneLine, type Paint } from './paint.ts';

/** Columns that the name of an article gets at least. */
const leastName = 20;
const gap = ' ';

/** A column of numbers: its head, its least width, and what stands in it. */
type Column = readonly [head: string, value: (one: ArticleNumbers) => string];

const columns: readonly Column[] = [
  ['views', ({ statistics }) => short(statistics.views)],
  ['talks', ({ statistics }) => short(statistics.conversations)],
  ['react', ({ statistics }) => short(statistics.reactions)],
  ['sad', ({ statistics }) => sadOf(statistics)],
  ['Fin', ({ statistics }) => (statistics.fin === null ? '–' : short(statistics.fin.involvements))],
  ['solved', ({ statistics }) => solvedOf(statistics)],
  ['links', ({ brokenLinks }) => (brokenLinks === 0 ? '' : String(brokenLinks))],
  ['since', ({ unchangedSince }) => new Date(unchangedSince * 1000).toISOString().slice(0, 7)],
];

/** How the table is shown. */
export interface StatsTextOptions {
  readonly paint: Paint;
  /** Of the terminal. */
  readonly width: number;
  /** How many articles are in the table; the rest is counted. */
  readonly most: number;
  /** How many are published of which there are no numbers. */
  readonly unknown: number;
}

/**
 * Readers' numbers as a table for a terminal, with what its heads mean and what all articles came to below it.
 *
 * @param articles the worst first
 */
export function statsText(
  articles: readonly ArticleNumbers[],
  { paint, width, most, unknown }: StatsTextOptions,
): string {
  if (articles.length === 0 && unknown > 0) return 'There are no numbers to show.\n';
  if (articles.length === 0) return 'No article is published, so nobody read one.\n';
  const shown = articles.slice(0, most);
  const cells = shown.map((one) => columns.map(([, value]) => value(one)));
  const widths = columns.map(([head], at) => Math.max(head.length, ...cells.map((row) => row[at]?.length ?? 0)));
  const taken = widths.reduce((sum, one) => sum + one + gap.length, 0);
  const name = Math.max(leastName, width - taken);
  const line = (row: readonly string[]): string => row.map((cell, at) => cell.padStart(widths[at] ?? 0)).join(gap);
  const head = `${line(columns.map(([word]) => word))}${gap}article`;
  const rows = cells.map((row, at) => `${line(row)}${gap}${nameOf(shown[at], name)}`);
  const left = articles.length - shown.length;
  const more = left === 0 ? [] : [`and ${count(left, 'more article')}: --all shows them, --format csv writes them all`];
  return `${[paint.bold(head), ...rows, ...more, '', ...meanings.map(paint.dim), '', sumOf(articles)].join('\n')}\n`;
}

const meanings = [
  'Worst first: by how often a reader was not helped. talks: conversations begun',
  'from the article; sad: share of the reactions; Fin, solved: conversations in',
  'which Fin used it, and the share resolved; links: broken ones; since: unchanged',
  'since.',
];

function sumOf(articles: readonly ArticleNumbers[]): string {
  const sum = (value: (one: ArticleNumbers) => number): number => articles.reduce((all, one) => all + value(one), 0);
  const unhelped = sum(({ statistics }) => unhelpedBy(statistics));
  const views = sum(({ statistics }) => statistics.views);
  const broken = articles.filter(({ brokenLinks }) => brokenLinks > 0).length;
  const links = broken === 0 ? '' : `, ${broken} with broken links`;
  return `${count(articles.length, 'article')}: ${count(views, 'view')}, not helped ${count(unhelped, 'time')}${links}`;
}

/** The end of a path says more than its start, and the start of a title more than its end. */
function nameOf(article: ArticleNumbers | undefined, width: number): string {
  if (article === undefined) return '';
  const { file, title, id } = article;
  const text = oneLine(file ?? title) || id;
  if (stringWidth(text) <= width) return text;
  const letters = [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)].map((one) => one.segment);
  const isPath = file !== null;
  while (letters.length > 0 && stringWidth(letters.join('')) > width - 1) isPath ? letters.shift() : letters.pop();
  return isPath ? `…${letters.join('')}` : `${letters.join('')}…`;
}

/** 999, 1.2k, 45k, 1.3M: never more than five signs. */
function short(number: number): string {
  if (number < 10_000) return String(number);
  const [size, sign] = number < 999_500 ? [1_000, 'k'] : [1_000_000, 'M'];
  const scaled = number / size;
  return `${scaled < 99.95 ? scaled.toFixed(1) : scaled.toFixed(0)}${sign}`;
}

const sadOf = ({ reactions, sad }: ArticleStatistics): string => (reactions === 0 ? '' : `${Math.round(sad)}%`);

function solvedOf({ fin }: ArticleStatistics): string {
  const rate = resolutionRate(fin);
  return rate === null ? '' : `${Math.round(rate * 100)}%`;
}
