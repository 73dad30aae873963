import type { ContentPath, Locale } from '../model/article.ts';
import { translatedDocs } from '../model/language-folder.ts';
import { relativePath } from '../model/relative-path.ts';
import type { Settings } from '../model/settings.ts';
import { withoutSourceEnding } from '../model/source-path.ts';

/**
 * Where the source of one locale of an article stands.
 *
 * @param key path of the source in the default locale, ending as sources do
 * @param settings `locales`: how the files of languages lie
 */
export function localePath(
  key: ContentPath,
  locale: Locale,
  settings: Pick<Settings, 'locale' | 'locales'>,
): ContentPath {
  if (locale === settings.locale) return key;
  if (settings.locales === 'i18n') return `../i18n/${locale}/${translatedDocs}/${key}`;
  if (settings.locales === 'folder') return `${locale}/${key}`;
  const stem = withoutSourceEnding(key);
  return `${stem}.${locale}${key.slice(stem.length) || '.md'}`;
}

/**
 * The address that leads from one file to another, as it stands in Markdown: `./invoices.md`, `../images/a%20b.png`.
 *
 * @param from file that the address is written in
 * @param to file in the content folder
 */
export function relativeAddress(from: ContentPath, to: ContentPath): string {
  const steps = relativePath(from, to).split('/').map(encodePart);
  return steps[0] === '..' ? steps.join('/') : `./${steps.join('/')}`;
}

/**
 * One part of an address, a folder, a file or the slug behind `#`: only what Markdown or a URL would take for something
 * else is encoded, and letters of any script stay readable.
 */
export function encodePart(part: string): string {
  return part.replace(/[\s%?#<>()[\]{}\\"'`*~:|\p{C}]/gu, (character) =>
    encodeURIComponent(character).replace(
      /^[^%]$/,
      (plain) => `%${plain.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
    ),
  );
}
