import path from 'node:path';
import type { FlavourName } from '../../model/flavour-name.ts';
import { localeOf } from '../../model/help-centre-locales.ts';
import { type LocaleLayout, languageFolder } from '../../model/language-folder.ts';
import { withoutSourceEnding } from '../../model/source-path.ts';
import { unpublishedInVault } from './obsidian-vault.ts';
import { folderWithMost, isAboutRepository } from './pages.ts';
import { toolInText } from './signs.ts';
import type { SeenSite } from './site-in-links.ts';
import type { Found } from './tool.ts';
import { tools } from './tools.ts';
import { folderOf, hasFolder, languagesIn, type Tree, textOf, textsIn, treeOf } from './tree.ts';

/** What a repository is written in, and where. */
export interface Detected extends Omit<Found, 'language' | 'notBuilt'> {
  readonly flavour: FlavourName;
  /** The file that told; null where only the texts did. */
  readonly file: string | null;
  /** `folder` where each language has a folder of its own. */
  readonly locales: LocaleLayout;
  readonly locale: string | null;
  /** Folders of languages that Intercom does not have. */
  readonly ignored: readonly string[];
  /** Folders of older versions of the pages; absent for none. */
  readonly left?: readonly string[];
  /** The page of a folder is an article; absent where the tool has it so, or there is none. */
  readonly readmes?: 'articles';
  /** Texts about the repository that lie beside its pages, among `ignored`; absent for none. */
  readonly aboutIt?: readonly string[];
  /** Links that told where the site has the pages; absent where its tool did, or nothing. */
  readonly seen?: SeenSite['seen'];
}

/**
 * Finds the tool that a repository's Markdown is written for: by the tool's own file, the one nearest to the top; else by
 * what stands in the texts. Files of tools are looked at as text and never run.
 *
 * @param folder absolute
 * @returns null where there is no Markdown, or it is no tool's
 */
export async function detect(folder: string): Promise<Detected | null> {
  return detectIn(await treeOf(folder));
}

/** The same of a repository that is listed already. */
export async function detectIn(tree: Tree): Promise<Detected | null> {
  const told = await withUnpublished(tree, await toldByFile(tree));
  if (told !== null)
    return withoutInstructions(tree, withVersions(tree, withLanguages(tree, await withDomain(tree, told))));
  const content = folderWithMost(tree);
  const flavour = content === null ? null : await toolInText(tree, content);
  if (content === null || flavour === null) return null;
  return withLanguages(tree, { flavour, file: null, content, roots: [], siteUrl: null, base: '/' });
}

/** What says how programs are to work here lies beside the pages, and is none for readers, even where its tool makes one of it. */
function withoutInstructions(tree: Tree, found: Detected): Detected {
  const texts = textsIn(tree, found.content).map((file) => path.posix.relative(found.content, file));
  const aboutIt = texts.filter((file) => /^(?:AGENTS|CLAUDE)\.md$/.test(file));
  return aboutIt.length === 0 || aboutIt.length === texts.length
    ? found
    : { ...found, aboutIt, ignored: [...found.ignored, ...aboutIt.map((file) => `/${file}`)] };
}

/** Of the tools' own files the least deep one; of several of those the one with the most texts. */
async function toldByFile(tree: Tree): Promise<(Found & Pick<Detected, 'flavour' | 'file'>) | null> {
  let best: { readonly found: Found & Pick<Detected, 'flavour' | 'file'>; depth: number; texts: number } | null = null;
  for (const file of tree.files) {
    const depth = file.split('/').length;
    if (best !== null && depth > best.depth) break;
    for (const tool of tools) {
      const found = tool.file.test(file) ? tool.find(tree, file, await textOf(tree, file)) : null;
      const texts = found === null ? 0 : textsIn(tree, found.content).length;
      if (found !== null && texts > (best?.texts ?? 0))
        best = { found: { ...found, flavour: tool.flavour, file }, depth, texts };
    }
  }
  return best?.found ?? null;
}

async function withUnpublished<T extends Found & Pick<Detected, 'flavour'>>(tree: Tree, found: T | null) {
  if (found?.flavour !== 'obsidian') return found;
  return { ...found, notBuilt: await unpublishedInVault(tree, found.content) };
}

/** The address of the site by the file that names GitHub Pages its domain, where the tool's own says none. */
async function withDomain<T extends Found & Pick<Detected, 'file'>>(tree: Tree, found: T): Promise<T> {
  if (found.siteUrl !== null) return found;
  const folder = found.file === null ? '.' : folderOf(found.file);
  const files = ['', 'static/', 'public/', `${found.content}/`].map((one) => path.posix.join(folder, `${one}CNAME`));
  const file = files.find((one) => tree.files.includes(one));
  const domain = file === undefined ? '' : (await textOf(tree, file)).trim();
  return /^(?:[\w-]+\.)+[a-z]{2,}$/i.test(domain) ? { ...found, siteUrl: `https://${domain.toLowerCase()}` } : found;
}

/** Where every language has a folder and their files pair, they are read together; else the first language alone. */
export function withLanguages(
  tree: Tree,
  { language, notBuilt = [], ...found }: Found & Pick<Detected, 'flavour' | 'file'>,
): Detected {
  const languages = languagesIn(tree, found.content);
  const said = language === undefined ? null : localeOf(language);
  // A folder may name the country too: en-US.
  const named = (locale: string): string | undefined => languages.find((one) => localeOf(one) === locale);
  const [first = languages[0]] = [named(said ?? 'en'), named('en')].filter((one) => one !== undefined);
  const isRoot = mainPaths(tree, found, languages).some((file) => file.includes('/') || !isAboutRepository(file));
  const alone = { ...found, locales: 'suffix' as const, locale: said === 'en' ? null : said };
  if (found.flavour === 'docusaurus' && hasTranslations(tree, found.content))
    return { ...found, locales: 'i18n', locale: alone.locale, ignored: notBuilt };
  const left = [...notBuilt, ...foreignSuffixes(tree, found)];
  if (first === undefined) return { ...alone, ignored: left };
  const main = isRoot && named(said ?? 'en') === undefined ? null : first;
  const mainLocale = main === null ? null : localeOf(main);
  const own = main === null ? mainPaths(tree, found, languages) : inLanguage(tree, found, main);
  const pairs = languages.filter((one) => one !== main && sharesPaths(own, inLanguage(tree, found, one)));
  const others = [
    ...left,
    ...foreignLanguages(tree, found).filter((one) => sharesPaths(own, inLanguage(tree, found, one).filter(isNoStart))),
  ];
  if (pairs.length > 0) return { ...found, locales: 'folder', locale: mainLocale ?? alone.locale, ignored: others };
  if (main === null || (isRoot && languages.length < 2)) return { ...alone, ignored: others };
  const content = path.posix.join(found.content, main);
  const base = languages.length < 2 ? found.base : `${found.base}${main}/`;
  return { ...found, content, base, locales: 'suffix', locale: mainLocale, ignored: [] };
}

/** Whether Docusaurus has translations of the pages, in a language of Intercom's. */
function hasTranslations({ files }: Tree, content: string): boolean {
  return files.some((file) => languageFolder(path.posix.relative(content, file), 'i18n') !== null);
}

/** Older versions that Docusaurus keeps beside the pages. */
function withVersions(tree: Tree, found: Detected): Detected {
  const versions = path.posix.join(found.file === null ? '.' : folderOf(found.file), 'versioned_docs');
  return found.flavour === 'docusaurus' && hasFolder(tree, versions) ? { ...found, left: [versions] } : found;
}

/** Endings such as `.fa` of translations in languages that no help centre has, as patterns. */
function foreignSuffixes(tree: Tree, { content }: Found): readonly string[] {
  const texts = textsIn(tree, content);
  const known = new Set(texts.map(withoutSourceEnding));
  const found = new Map<string, number>();
  for (const text of known) {
    const [, stem = '', suffix = ''] = /^(.+)\.([a-z]{2,3}(?:[-_][a-z]{2,4})?)$/i.exec(text) ?? [];
    if (suffix === '' || localeOf(suffix) !== null) continue;
    if (known.has(stem) || known.has(`${stem}.en`)) found.set(suffix, (found.get(suffix) ?? 0) + 1);
  }
  return [...found].filter(([, count]) => count > 1).map(([suffix]) => `**/*.${suffix}.md`);
}

/** Folders that are called like a language that no help centre has. */
function foreignLanguages(tree: Tree, { content }: Found): readonly string[] {
  const names = mainPaths(tree, { content }, []).map((file) => file.slice(0, Math.max(0, file.indexOf('/'))));
  return [...new Set(names)].filter((name) => /^[a-z]{2,3}(?:[-_][a-z]{2,4})?$/i.test(name) && localeOf(name) === null);
}

function inLanguage(tree: Tree, { content }: Pick<Found, 'content'>, language: string): readonly string[] {
  const folder = path.posix.join(content, language);
  return textsIn(tree, folder).map((file) => file.slice(folder.length + 1));
}

function mainPaths(tree: Tree, { content }: Pick<Found, 'content'>, languages: readonly string[]): readonly string[] {
  const start = content === '.' ? 0 : content.length + 1;
  return textsIn(tree, content)
    .map((file) => file.slice(start))
    .filter((file) => !languages.includes(file.slice(0, Math.max(0, file.indexOf('/')))));
}

/** Whether a path is none of a folder's own page, which any folder has: `cli/index.md` is no translation. */
const isNoStart = (file: string): boolean => !/^_?(?:index|readme)\.\w+$/i.test(file);

function sharesPaths(own: readonly string[], other: readonly string[]): boolean {
  const known = new Set(own);
  return other.filter((file) => known.has(file)).length * 3 > other.length;
}
