import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { liesIn } from '../git/repository.ts';
import { translatedDocs } from '../model/language-folder.ts';
import type { Settings } from '../model/settings.ts';
import { type FoundFile, listFiles } from './files.ts';
import { isFolder } from './image-roots.ts';

/**
 * Files of translations that lie beside the content folder, by their path from it: `i18n/fr/…` in the folder of the site,
 * which holds the content folder, or is called `website` beside it.
 *
 * @param folder absolute folder of the configuration
 */
export async function translationFiles(
  folder: string,
  { content, locales }: Pick<Settings, 'content' | 'locales'>,
): Promise<readonly FoundFile[]> {
  const i18n = locales === 'i18n' ? await i18nFolder(folder, content) : null;
  if (i18n === null) return [];
  const found: FoundFile[] = [];
  const languages = await readdir(i18n, { withFileTypes: true });
  for (const language of languages) {
    const current = path.join(i18n, language.name, ...translatedDocs.split('/'));
    if (!language.isDirectory() || !(await isFolder(current)) || !(await liesIn(current, folder))) continue;
    const inside = path.relative(path.join(folder, content), current).split(path.sep).join('/');
    const { files } = await listFiles(current);
    found.push(...files.map((file) => ({ ...file, path: `${inside}/${file.path}` })));
  }
  return found;
}

/** The nearest folder `i18n` above the content folder, in the folder of the configuration or deeper. */
async function i18nFolder(folder: string, content: string): Promise<string | null> {
  const parts = path.posix.normalize(content).split('/');
  for (let length = parts.length - 1; length >= 0; length -= 1) {
    const above = path.join(folder, ...parts.slice(0, length));
    for (const name of ['i18n', path.join('website', 'i18n')]) {
      const candidate = path.join(above, name);
      if (await isFolder(candidate)) return candidate;
    }
  }
  return null;
}
