import * as z from 'zod';
import type { Files, Flavour } from '../flavour/flavour.ts';
import type { ContentPath } from '../model/article.ts';
import { localise } from '../model/localised-path.ts';
import type { Source } from '../model/repository.ts';
import type { Settings } from '../model/settings.ts';
import { plainYaml } from '../yaml/plain-yaml.ts';
import { fileText } from './file-bytes.ts';
import type { FoundFile } from './files.ts';
import type { FolderName } from './folder-name.ts';
import { pagesFiles } from './pages-files.ts';

const said = z.object({
  label: z.string().trim().min(1).optional().catch(undefined),
  link: z.object({ description: z.string().optional() }).optional().catch(undefined),
});

/**
 * Reads the files of a tool that say what folders are called; those that are no data say nothing.
 *
 * @param content absolute content folder
 */
export async function folderNames(
  content: string,
  files: readonly FoundFile[],
  sources: readonly Source[],
  { files: { folders = [], section }, name: tool }: Pick<Flavour, 'files' | 'name'>,
  settings: Pick<Settings, 'locale' | 'locales'>,
): Promise<ReadonlyMap<ContentPath, FolderName>> {
  if (tool === 'mkdocs')
    return pagesFiles(
      content,
      sources.map(({ path }) => path),
    );
  const found = new Map<ContentPath, FolderName>();
  for (const file of files) {
    const [folder, name] = splitPath(file.path);
    if (folder === '' || !folders.includes(name)) continue;
    const decoded = await fileText(file);
    const read = said.safeParse(decoded.ok ? plainYaml(decoded.text) : null).data;
    if (read !== undefined) found.set(folder, named(read.label, read.link?.description));
  }
  if (section === undefined) return found;
  for (const { path, locale, fields, order } of sources) {
    const [folder, name] = splitPath(localise(path, settings.locales, settings.locale).stem);
    const { title, description } = fields;
    if (folder === '' || name !== section || title === undefined) continue;
    const before = found.get(folder) ?? {};
    const own = named(title, description);
    const isFirst = locale === settings.locale;
    const translations = isFirst
      ? before.translations
      : { ...before.translations, [locale]: { name: title, ...(description === undefined ? {} : { description }) } };
    found.set(folder, {
      ...before,
      ...(isFirst ? { ...own, ...(order === undefined ? {} : { order }) } : {}),
      ...(translations === undefined ? {} : { translations }),
    });
  }
  return found;
}

/** What lists the pages of a section, which Intercom does itself. */
const listings = /\{\{[<%]\s*\/?\s*(?:children|toc|toc-tree|section|menu)\b[^{}]*[>%]\}\}|<!--[\s\S]*?-->/g;

/** Whether a source is an article: the page of a folder that has no text only says what the folder is called. */
export function isArticle(source: Source, { section }: Files): boolean {
  if (section === undefined) return true;
  const isSection = [source.path, source.article].some((one) => sectionName(one) === section);
  return !isSection || source.body.replace(listings, '').trim() !== '';
}

const sectionName = (path: ContentPath): string => splitPath(path)[1].replace(/\..*$/, '');

function named(name: string | undefined, description: string | undefined): FolderName {
  return { ...(name === undefined ? {} : { name }), ...(description === undefined ? {} : { description }) };
}

function splitPath(path: ContentPath): readonly [folder: string, name: string] {
  const slash = path.lastIndexOf('/');
  return [path.slice(0, Math.max(0, slash)), path.slice(slash + 1)];
}
