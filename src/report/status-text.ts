import type { Locale } from '../model/article.ts';
import { type ArticleStatus, countsOf, type TextStatus, type TranslationsStatus } from '../model/translation-status.ts';
import { count, oneLine, type Paint } from './paint.ts';

const gap = '  ';
/** Columns that the names of articles get at least. */
const leastName = 24;

/** The table of texts for a terminal, with a line of sums for each language. @param columns width of the terminal */
export function statusText({ locales, articles }: TranslationsStatus, paint: Paint, columns: number): string {
  if (articles.length === 0) return 'There are no articles.\n';
  const cells = articles.map(({ texts }) => locales.map((locale) => cellOf(texts[locale])));
  const widths = locales.map((locale, at) => Math.max(locale.length, ...cells.map((row) => row[at]?.length ?? 0)));
  const taken = widths.reduce((sum, width) => sum + gap.length + width, 0);
  const longest = Math.max('article'.length, ...articles.map(({ key }) => oneLine(key).length));
  const name = Math.min(longest, Math.max(leastName, columns - taken));
  const line = (first: string, rest: readonly string[], marks: (text: string, at: number) => string): string =>
    [first.padEnd(name), ...rest.map((text, at) => marks(text.padEnd(widths[at] ?? 0), at))].join(gap).trimEnd();
  const head = paint.bold(line('article', locales, (text) => text));
  const rows = articles.map((article, row) =>
    line(nameOf(article, name), cells[row] ?? [], (text, at) => painted(text, article.texts[locales[at] ?? ''], paint)),
  );
  const sums = locales.slice(1).map((locale) => sumText(locale, articles));
  return `${[head, ...rows, ...(sums.length === 0 ? [] : ['', ...sums])].join('\n')}\n`;
}

/** The end of a path says more than its start. */
function nameOf({ key, hasErrors }: ArticleStatus, width: number): string {
  const name = oneLine(key);
  const marked = hasErrors ? `${name} (errors)` : name;
  return marked.length <= width ? marked : `…${marked.slice(marked.length - width + 1)}`;
}

/** One text in a word or two. */
export function cellOf(text: TextStatus | undefined): string {
  if (text === undefined) return 'missing';
  const draft = text.state === 'draft' ? 'draft' : '';
  switch (text.is) {
    case 'original':
      return draft === '' ? 'published' : draft;
    case 'fresh':
      return `fresh${draft === '' ? '' : ', draft'}`;
    case 'stale': {
      const { blocks } = text.behind;
      return `stale${blocks === null ? '' : ` (${count(blocks, 'block')})`}${draft === '' ? '' : ', draft'}`;
    }
  }
}

function painted(cell: string, text: TextStatus | undefined, paint: Paint): string {
  if (text === undefined) return paint.dim(cell);
  if (text.is === 'stale') return paint.yellow(cell);
  return text.state === 'draft' ? paint.dim(cell) : cell;
}

/** `fr: 12 fresh, 2 stale, 3 missing; 1 draft`. */
function sumText(locale: Locale, articles: readonly ArticleStatus[]): string {
  const { fresh, stale, missing, drafts } = countsOf(articles, locale);
  const parts = `${fresh} fresh, ${stale} stale, ${missing} missing`;
  return `${oneLine(locale)}: ${parts}${drafts === 0 ? '' : `; ${count(drafts, 'draft')}`}`;
}
