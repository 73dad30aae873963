import { countsOf, type TranslationsStatus } from '../model/translation-status.ts';
import { behindText } from './behind-text.ts';
import { code, details } from './markdown.ts';
import { count } from './paint.ts';

/** Translations that are named at most. */
const most = 50;

/** How the languages stand, for the summary of a run: their sums, and what is behind; nothing with one language alone. */
export function statusMarkdown({ locales, articles }: TranslationsStatus): string {
  const [, ...others] = locales;
  if (others.length === 0) return '';
  const rows = others.map((locale) => {
    const { fresh, stale, missing, drafts } = countsOf(articles, locale);
    return `| ${code(locale)} | ${fresh} | ${stale} | ${missing} | ${drafts} |`;
  });
  const behind = articles.flatMap(({ key, texts }) =>
    others.flatMap((locale) => {
      const text = texts[locale];
      return text?.is === 'stale' ? [`- ${code(key)} in ${code(locale)}: ${behindText(text.behind)}`] : [];
    }),
  );
  const left = behind.length > most ? [`- and ${count(behind.length - most, 'more', 'more')}`] : [];
  const list = behind.length === 0 ? '' : details('What is behind', [...behind.slice(0, most), ...left].join('\n'));
  const table = ['| language | fresh | stale | missing | drafts |', '| --- | ---: | ---: | ---: | ---: |', ...rows];
  return ['### Translations', '', ...table, ...(list === '' ? [] : ['', list])].join('\n');
}
