import path from 'node:path';
import type { Navigation, NavigationPage, Redirect } from '../flavour/navigation/navigation.ts';
import type { ContentPath } from '../model/article.ts';
import { type CollectionTrail, maxLevels } from '../model/collection.ts';
import { languageFolder } from '../model/language-folder.ts';
import { localise } from '../model/localised-path.ts';
import type { Source } from '../model/repository.ts';
import type { Settings } from '../model/settings.ts';
import { withoutOrderNumbers, withoutSourceEnding } from '../model/source-path.ts';
import type { FoundFile } from './files.ts';
import type { ReadMemory } from './memory.ts';
import { endOfRedirects } from './redirects.ts';
import { between, textOf } from './tool-file.ts';

/** Where another tool's navigation has the pages, and what it calls them. */
export interface Trails {
  /** By path without its ending. */
  readonly pages: ReadonlyMap<string, { readonly trail: CollectionTrail; readonly title?: string }>;
  /** Folders of languages that have a navigation of their own; absent for none. */
  readonly own?: ReadonlySet<string>;
  /** Its titles in another language. */
  readonly translated: (locale: string) => Readonly<Record<string, string>>;
}

/** What a tool's navigation says of pages, by path without their ending. */
export interface Navigated {
  readonly trails: Trails;
  /** The file that says so, from the folder of the configuration on; absent for none. */
  readonly file?: string;
  /** Addresses that lead to a page. */
  readonly aliases: ReadonlyMap<string, readonly string[]>;
}

const nothing: Navigated = { trails: { pages: new Map(), translated: () => ({}) }, aliases: new Map() };

/**
 * Reads a tool's navigation, in the content folder or beside the configuration.
 *
 * @returns nothing where there is none that is data
 */
export async function trailsOf(
  navigation: Navigation | undefined,
  folder: string,
  settings: Pick<Settings, 'content' | 'locale'>,
  memory: ReadMemory,
): Promise<Navigated> {
  if (navigation === undefined) return nothing;
  const content = path.join(folder, settings.content);
  const places = between(content, folder).flatMap((at) => navigation.files.map((name) => path.join(at, name)));
  for (const file of places) {
    const text = await memory.recall(file, 'navigation', () => textOf(file));
    if (text === null) continue;
    const base = navigation.from === 'content' ? content : path.dirname(file);
    const pages = pagesAt(path.relative(content, base), navigation.pages(text, settings.locale));
    const aliases = aliasesIn(navigation.redirects?.(text) ?? []);
    const known = new Map<string, Readonly<Record<string, string>>>();
    const translated = (locale: string) => {
      const names = known.get(locale) ?? navigation.translated?.(text, locale) ?? {};
      known.set(locale, names);
      return names;
    };
    if (pages.size > 0)
      return { trails: { pages, translated }, aliases, file: path.relative(folder, file).split(path.sep).join('/') };
  }
  return nothing;
}

/** Pages by path without their ending, where the navigation's paths begin in a folder of the content. */
function pagesAt(folder: string, listed: readonly NavigationPage[]): Trails['pages'] {
  const inContent = folder.split(path.sep).join('/');
  const pages = new Map<string, { trail: CollectionTrail; title?: string }>();
  for (const { page, trail, title } of listed) {
    const key = keyOf(path.posix.join(inContent, page.replace(/^\/+/, '')));
    const names = trail.map((name) => name.trim()).filter((name) => name !== '');
    if (!pages.has(key))
      pages.set(key, { trail: names.slice(0, maxLevels), ...(title === undefined ? {} : { title }) });
  }
  return pages;
}

/**
 * Adds what the folders of languages say of their own pages, where each has a navigation.
 *
 * @param files in the content folder
 */
export async function withLanguages(
  found: Navigated,
  navigation: Navigation | undefined,
  files: readonly FoundFile[],
  settings: Pick<Settings, 'content' | 'locales'>,
  memory: ReadMemory,
): Promise<Navigated> {
  if (navigation?.from !== 'file' || settings.locales !== 'folder') return found;
  const pages = new Map(found.trails.pages);
  const own = new Set<string>();
  let first: string | undefined;
  for (const file of files) {
    const inLanguage = languageFolder(file.path, settings.locales);
    if (inLanguage === null || !navigation.files.includes(inLanguage.rest)) continue;
    const text = await memory.recall(file.absolute, 'navigation', () => textOf(file.absolute));
    const listed = pagesAt(inLanguage.folder, navigation.pages(text ?? '', inLanguage.locale));
    if (listed.size === 0) continue;
    for (const [key, page] of listed) pages.set(key, page);
    own.add(inLanguage.folder);
    first ??= path.posix.join(settings.content, file.path);
  }
  const { file = first } = found;
  return file === undefined ? found : { ...found, file, trails: { ...found.trails, pages, own } };
}

function aliasesIn(redirects: readonly Redirect[]): Navigated['aliases'] {
  const bare = (address: string): string => address.replace(/\/+$/, '');
  const next = new Map(redirects.map(({ from, to }) => [bare(from), to] as const));
  const aliases = new Map<string, string[]>();
  for (const { from } of redirects) {
    const page = endOfRedirects(from, next, bare)
      .replace(/[?#].*$/, '')
      .replace(/^\/+|\/+$/g, '');
    aliases.set(page, [...(aliases.get(page) ?? []), from]);
  }
  return aliases;
}

/**
 * An article whose front matter names no collection is where the tool's navigation has it, and at its old addresses; one
 * without a title of its own is called what that calls it.
 */
export function placedBy(
  given: Source,
  { trails, aliases }: Navigated,
  settings: Pick<Settings, 'locale' | 'locales'>,
): Source {
  const old = aliases.get(keyOf(given.path)) ?? [];
  const source = old.length === 0 ? given : { ...given, addresses: [...(given.addresses ?? []), ...old] };
  const found = listedAs(source.path, trails, settings, given.addresses);
  if (found === undefined) return source;
  const title = found.title === undefined ? undefined : inLanguage(found.title, source.locale, trails, settings);
  // `null`: its first heading is its title.
  const named = typeof source.name === 'string' && title !== undefined ? { ...source, name: title } : source;
  const isPlaced = source.fields.collection !== undefined || source.path !== source.article;
  return isPlaced || found.trail.length === 0
    ? named
    : { ...named, fields: { ...named.fields, collection: found.trail } };
}

/**
 * Where the navigation has a page.
 *
 * @param addresses of its front matter: those beside the file may name it
 */
export function listedAs(
  page: ContentPath,
  { pages, own }: Pick<Trails, 'pages' | 'own'>,
  { locales, locale }: Pick<Settings, 'locale' | 'locales'>,
  addresses: readonly string[] = [],
) {
  // A navigation that is for all languages names none.
  const key = keyOf(page);
  const folder = languageFolder(page, locales)?.folder;
  if (folder !== undefined && own?.has(folder) === true) return pages.get(key);
  const stem = localise(page, locales, locale).stem.normalize('NFC');
  const plain = withoutOrderNumbers(stem);
  const beside = addresses.flatMap((one) =>
    one.startsWith('/') ? [] : [stem, plain].map((at) => path.posix.join(path.posix.dirname(at), one)),
  );
  const found = [key, stem, plain, ...beside].find((one) => pages.has(one));
  return found === undefined ? pages.get(folderAround(stem, pages) ?? '') : pages.get(found);
}

/** The innermost folder around a page of which the navigation has all. */
function folderAround(page: string, pages: Trails['pages']): string | undefined {
  const parts = page.split('/');
  return parts
    .map((_, index) => [...parts.slice(0, parts.length - index - 1), '**'].join('/'))
    .find((one) => pages.has(one));
}

function inLanguage(title: string, locale: string, { translated }: Trails, settings: Pick<Settings, 'locale'>): string {
  return locale === settings.locale ? title : (translated(locale)[title] ?? title);
}

const keyOf = (page: string): string => withoutSourceEnding(page).normalize('NFC');
