import * as posix from 'node:path/posix';
import type { ContentPath } from '../model/article.ts';
import type { FlavourName } from '../model/flavour-name.ts';
import { languageFolder } from '../model/language-folder.ts';
import { localeSuffix, localise } from '../model/localised-path.ts';
import type { Repository } from '../model/repository.ts';
import type { Settings } from '../model/settings.ts';
import { hasSourceEnding, withoutSourceEnding } from '../model/source-path.ts';
import { behindAlias } from './alias.ts';
import { datedPosts } from './dated-posts.ts';
import { madeAtBuild } from './made-at-build.ts';
import { addressOf, lookUp, nameOf, namesOf, type Page, pagesOf, withoutBase } from './page-addresses.ts';
import { decode } from './paths.ts';

/** How addresses are read in the texts of another tool. */
export interface SitePaths {
  /** Whether an address is one of the repository, or of the site that it is built into. */
  readonly isLocal: (address: string) => boolean;
  /** The source that an address means; null for none. */
  readonly sourceOf: (from: ContentPath, address: string) => ContentPath | null;
  /** The file that an address means, in the content folder or in one of the folders for images; null for none. */
  readonly fileOf: (from: ContentPath, address: string) => ContentPath | null;
  /** A link whose text is its own address shows the title of the page. */
  readonly showsTitles: boolean;
  /** Whether a path is in one of the folders for images: what is not there is missing, hidden or not. */
  readonly isInRoots: (path: ContentPath) => boolean;
  /** Where the site that the tool builds has an address; null where that is not known. */
  readonly onSite: (from: ContentPath, address: string) => string | null;
  /** An address that begins with a slash, counted from the content folder; null where the site has it beside that. */
  readonly inContent: (address: string) => string | null;
  /** The address of a source, in the form of one that begins with a slash: with an ending where that has one. */
  readonly addressOf: (path: ContentPath, like: string) => string;
}

/** Whether addresses are those of a site: always in another tool's texts, and in ours where the configuration names one. */
export function hasSite({ flavour, base, siteUrl, images }: SiteSettings): boolean {
  return flavour !== 'github' || base !== '/' || siteUrl !== null || (images.roots ?? []).length > 0;
}

type SiteSettings = Pick<Settings, 'flavour' | 'base' | 'siteUrl' | 'content' | 'images' | 'locale' | 'locales'>;

/** Tools that find a page or a picture by its name, wherever it is. */
const byNameAlone: readonly FlavourName[] = ['obsidian', 'hugo'];

/**
 * Gathers the addresses at which another tool has the pages, so that what links to them finds their sources.
 *
 * @param sources every source, those that cannot be read too
 * @param repository with what is no source, images in other folders too
 */
export function sitePaths(
  sources: readonly Page[],
  { files, leftOutByGit = [] }: Pick<Repository, 'files' | 'leftOutByGit'>,
  settings: SiteSettings,
): SitePaths {
  const isMade = madeAtBuild(leftOutByGit);
  const pages = pagesOf(sources, settings);
  const roots = ['', ...(settings.images.roots ?? []).map((root) => posix.relative(settings.content, root))];
  const named = byNameAlone.includes(settings.flavour) ? namesOf([...files.keys()]) : new Map<string, never>();
  const there = (from: ContentPath, path: string) =>
    inLanguage(from, path, settings).find((one) => files.has(one)) ?? null;
  const inRoots = (from: ContentPath, path: string) =>
    roots.map((root) => there(from, posix.join(root, path))).find((one) => one !== null);
  const main = (path: ContentPath): ContentPath => languageFolder(path, settings.locales)?.rest ?? path;
  const mainAddress = (path: string): string =>
    path.startsWith('/') ? `/${main(withoutBase(path, settings))}` : main(path);
  const images = [...files.values()].filter(({ kind }) => kind === 'image').map((file) => file.path);
  const oneOf = settings.flavour === 'obsidian' ? nearest : alone;
  const postAt = settings.flavour === 'jekyll' ? datedPosts(sources.map(({ path }) => path)) : null;
  return {
    isLocal: (address) => !/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(address) || isOnSite(address, settings),
    sourceOf: (from, address) => {
      const { path } = taken(address, settings);
      // What is not translated is shown in the default language.
      for (const candidate of [
        ...candidates(from, path, settings),
        ...candidates(main(from), mainAddress(path), settings),
      ]) {
        const found = lookUp(candidate, pages);
        if (found !== null) return found;
      }
      if (postAt !== null) return postAt(path);
      if (!byNameAlone.includes(settings.flavour)) return null;
      const named = pages.byName.get(nameOf(addressOf(path))) ?? [];
      return oneOf(settings.flavour === 'hugo' ? alike(named, addressOf(path)) : named, from, addressOf(path));
    },
    fileOf: (from, address) => {
      const { path } = taken(address, settings);
      const found = path.startsWith('/')
        ? (inRoots(from, path.slice(1)) ?? inRoots(from, withoutBase(path, settings)))
        : [from, main(from)]
            .flatMap((one) => [posix.join(posix.dirname(one), path), posix.join(withoutSourceEnding(one), path)])
            .map((one) => there(from, one))
            .find((one) => one !== null);
      return (
        found ??
        behindAlias(path, images) ??
        inRoots(from, path.replace(/^(?:\.\.?\/)+/, '')) ??
        oneOf(named.get(posix.basename(path).toLowerCase()) ?? [], from, addressOf(path)) ??
        (settings.flavour === 'hugo' ? besidePage(from, path, images) : null) ??
        (settings.flavour === 'jekyll' ? ofPlugin(path, images) : null)
      );
    },
    showsTitles: ['gitbook', 'hugo'].includes(settings.flavour),
    isInRoots: (path) => roots.some((root) => root !== '' && path.startsWith(`${root}/`)),
    onSite: (from, address) => {
      if (settings.siteUrl === null) return null;
      const { path, rest } = taken(address, settings);
      // GitHub shows these texts too: an address beside the file is that of a file.
      if (settings.flavour === 'github' && !path.startsWith('/')) return null;
      const absolute = path.startsWith('/') ? path : posix.join(settings.base, posix.dirname(main(from)), path);
      const isPage = hasSourceEnding(path);
      if (isPage && !isMade(absolute.slice(settings.base.length))) return null;
      return `${settings.siteUrl}${encodeURI(isPage ? withoutSourceEnding(absolute) : absolute)}${rest}`;
    },
    inContent: (address) => {
      const { path, rest } = taken(address, settings);
      const isBeside = !`${path}/`.startsWith(settings.base) && !hasSourceEnding(path);
      return isBeside ? null : `/${encodeURI(withoutBase(path, settings))}${rest}`;
    },
    addressOf: (path, like) =>
      settings.base + (hasSourceEnding(like.replace(/[?#].*$/, '')) ? path : withoutSourceEnding(path)),
  };
}

/** The picture beside a page whose name begins so: Hugo's themes ask for one without its ending. */
function besidePage(from: ContentPath, start: string, images: readonly ContentPath[]): ContentPath | null {
  if (start === '' || start.includes('/') || posix.extname(start) !== '') return null;
  const folder = posix.dirname(from);
  return images.find((one) => posix.dirname(one) === folder && posix.basename(one).includes(start)) ?? null;
}

/**
 * The picture whose path ends so, the least deep: tags of Jekyll's plug-ins know the folder that pictures are in. By its
 * name alone it is told where no other has that name.
 */
function ofPlugin(end: string, images: readonly ContentPath[]): ContentPath | null {
  if (/^[./]/.test(end)) return null;
  const found = images.filter((one) => one.endsWith(`/${end}`));
  if (!end.includes('/')) return alone(found);
  const depth = Math.min(...found.map((one) => one.split('/').length));
  return alone(found.filter((one) => one.split('/').length === depth));
}

/** A file's own for the language of the page, the one that is written, and that of the first language. */
function inLanguage(
  from: ContentPath,
  path: string,
  { locale, locales }: Pick<Settings, 'locale' | 'locales'>,
): readonly string[] {
  if (locales === 'i18n') return [path];
  if (locales === 'folder') {
    const own = localise(`${path}.md`, locales, locale);
    const isOther = localise(from, locales, locale).locale !== locale;
    return isOther ? [path, `${locale}/${own.stem}`, own.stem] : [path];
  }
  const dot = path.lastIndexOf('.');
  const withSuffix = (suffix: string) => `${path.slice(0, dot)}.${suffix}${path.slice(dot)}`;
  const suffix = localeSuffix(from);
  return [...(suffix === null ? [] : [withSuffix(suffix)]), path, withSuffix(locale)];
}

/** Whether an address of the web is one of the pages: other parts of the site are not built from these sources. */
function isOnSite(address: string, { siteUrl, base }: Pick<Settings, 'siteUrl' | 'base'>): boolean {
  return (
    siteUrl !== null &&
    address
      .replace(/[?#].*$/, '')
      .replace(/\/?$/, '/')
      .startsWith(`${siteUrl}${base}`)
  );
}

/** An address without the site, decoded, and what follows its path. */
function taken(
  address: string,
  { siteUrl, base }: Pick<Settings, 'siteUrl' | 'base'>,
): { readonly path: string; readonly rest: string } {
  const local = isOnSite(address, { siteUrl, base }) ? address.slice(siteUrl?.length) : address;
  const end = local.search(/[?#]/);
  const path = end < 0 ? local : local.slice(0, end);
  return { path: decode(path).normalize('NFC'), rest: end < 0 ? '' : local.slice(end) };
}

/** Paths in the content folder that an address may mean, the likeliest first. */
function candidates(
  from: ContentPath,
  path: string,
  settings: Pick<Settings, 'base' | 'content' | 'flavour'>,
): readonly string[] {
  if (path.startsWith('@site/')) return fromSite(path.slice('@site/'.length), settings.content);
  if (path.startsWith('/')) {
    const whole = path.slice(1);
    const inContent = settings.content === '.' ? [] : [whole.replace(new RegExp(`^${escaped(settings.content)}/`), '')];
    // The top of the site is none of the pages, where they are below it.
    if (whole === '' && settings.base !== '/') return [];
    return [withoutBase(path, settings), whole, ...inContent];
  }
  const folder = posix.dirname(from);
  // A page is served as a folder: what is relative to it is one level deeper than the file.
  const asFolder = withoutSourceEnding(from).replace(/(?:^|\/)_?(?:index|readme)$/i, '');
  // Docusaurus looks for a file that is not there in the content folder, and then in the folder of the site.
  const isFile = settings.flavour === 'docusaurus' && hasSourceEnding(path);
  const beyond = isFile && !path.startsWith('.') ? fromSite(path, settings.content) : [];
  return [posix.join(folder, path), posix.join(asFolder, path), path, ...beyond].filter(
    (one) => from.startsWith('..') || !one.startsWith('..'),
  );
}

/** `@site/docs/a.md` begins at the folder of the site, in which the content folder is, however deep. */
function fromSite(path: string, content: string): readonly string[] {
  const folders = content.split('/');
  const prefixes = folders.map((_, index) => `${folders.slice(index).join('/')}/`);
  return prefixes.filter((prefix) => path.startsWith(prefix)).map((prefix) => path.slice(prefix.length));
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The only one of a name. */
const alone = (paths: readonly ContentPath[]): ContentPath | null => (paths.length === 1 ? (paths[0] ?? null) : null);

/** Pages whose paths end as an address does, or it as they do: it may leave out what stands before, or have a language there. */
function alike(paths: readonly ContentPath[], address: string): readonly ContentPath[] {
  const asked = `/${address.replace(/^(?:\.{0,2}\/)+/, '')}`;
  return paths
    .map((path) => [path, `/${addressOf(path)}`] as const)
    .flatMap(([path, own]) => (own.endsWith(asked) || (asked.endsWith(own) && own.includes('/', 1)) ? [path] : []));
}

/** Of several notes of a name the one that Obsidian takes: in the folder of the link or below it, else the least deep. */
function nearest(paths: readonly ContentPath[], from: ContentPath, address: string): ContentPath | null {
  const folder = `${posix.dirname(from)}/`;
  const meant = paths.filter((path) => `/${addressOf(path)}`.endsWith(`/${address.replace(/^(?:\.\.?\/)+/, '')}`));
  const isNear = (path: ContentPath): number => (path.startsWith(folder) ? 0 : 1);
  const [first] = [...meant].sort((a, b) => isNear(a) - isNear(b) || a.length - b.length || (a < b ? -1 : 1));
  return first ?? null;
}
