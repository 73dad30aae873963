import path from 'node:path';
import type { Locale } from '../model/article.ts';
import { localise } from '../model/localised-path.ts';
import type { Settings } from '../model/settings.ts';
import { listFiles } from './files.ts';
import { flavourOf } from './flavour-of.ts';
import { isSourcePath } from './is-source.ts';
import { translationFiles } from './translations.ts';

/**
 * The languages that sources are in, by their names alone: that of the configuration first.
 *
 * @param folder absolute folder of the configuration
 * @returns the configuration's language alone where there is no content folder
 */
export async function languagesOf(
  folder: string,
  settings: Pick<Settings, 'content' | 'locale' | 'locales' | 'flavour' | 'readmes'>,
): Promise<readonly Locale[]> {
  const { content, locale, locales } = settings;
  const { files: own } = await listFiles(path.join(folder, content)).catch(() => ({ files: [] }));
  const files = [...own, ...(await translationFiles(folder, settings))];
  const sources = files.filter((file) => isSourcePath(file.path, flavourOf(settings).files));
  return [...new Set([locale, ...sources.map((file) => localise(file.path, locales, locale).locale)])];
}
