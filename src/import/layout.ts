import type { ContentPath } from '../model/article.ts';
import { type ArticleType, typeOfId } from '../model/article-type.ts';
import { byId } from '../model/by-id.ts';
import { centreNamed } from '../model/centre-of.ts';
import type { FolderCollection } from '../model/collection.ts';
import { localeOf } from '../model/help-centre-locales.ts';
import type { RemoteArticle, RemoteCollection, RemoteHelpCentre } from '../model/remote.ts';
import type { Settings } from '../model/settings.ts';
import { withoutSourceEnding } from '../model/source-path.ts';
import { treeOf } from './choose.ts';
import { folded, freeName, slugOf } from './slug.ts';
import { singleLine } from './yaml-text.ts';

/** Folder of the images, in the content folder. */
export const imageFolder = 'images';

/** Folders of the articles that no help centre has, in the content folder. */
export const unlistedFolders: Readonly<Record<ArticleType, ContentPath>> = {
  public: '',
  internal: 'internal',
  snippet: 'snippets',
};

/** Where collections and articles stand in the content folder. */
export interface Layout {
  /** Folder of each collection, by id. Two of the same name in the same place share one. */
  readonly folders: ReadonlyMap<string, ContentPath>;
  /** Path of each article's source in the default locale, by id. */
  readonly keys: ReadonlyMap<string, ContentPath>;
}

/** What decides where things stand. */
export interface LayoutInput {
  /** All of the workspace, chosen or not: so a name does not depend on what else is imported in the same run. */
  readonly collections: readonly RemoteCollection[];
  readonly articles: readonly RemoteArticle[];
  readonly settings: Pick<Settings, 'locale' | 'locales'>;
  /** Folders that are collections already. */
  readonly present: readonly FolderCollection[];
  /** Paths that articles have already, by id: those of the lockfile, of front matter, and of a run that was cut off. */
  readonly knownKeys: ReadonlyMap<string, ContentPath>;
  /** Folders that collections have already, by id. */
  readonly knownFolders: ReadonlyMap<string, ContentPath>;
  /** How names of sources end, and which mean something to the tool that they are written for. */
  readonly naming?: Naming;
  readonly helpCentres: readonly RemoteHelpCentre[];
  /** The help centre of `helpcentre.yml`, which folders do not name. */
  readonly main: RemoteHelpCentre | null;
}

/** What names of files must be like. */
export interface Naming {
  /** With its dot. */
  readonly ending: string;
  /** Whether a file of that name would be no page like the others. */
  readonly isReserved: (path: ContentPath) => boolean;
}

const plainNaming: Naming = { ending: '.md', isReserved: (path) => /^(?:.*\/)?readme\.md$/.test(path) };

/**
 * Gives every collection a folder and every article a path, named after their titles. Names that clash, in upper and
 * lower case or in another Unicode form too, get a number: the older article keeps the plain name.
 */
export function layOut(input: LayoutInput): Layout {
  const folders = placeCollections(input);
  const taken = new Map<ContentPath, Set<string>>();
  for (const key of input.knownKeys.values()) takenIn(taken, folderOf(key)).add(folded(stemOf(key)));
  const keys = new Map<string, ContentPath>();
  for (const article of [...input.articles].sort((a, b) => byId(a.id, b.id))) {
    const known = input.knownKeys.get(article.id);
    if (known !== undefined) {
      keys.set(article.id, known);
      continue;
    }
    const own = unlistedFolders[typeOfId(article.id)];
    const folder = article.parentId === null ? own : (folders.get(article.parentId) ?? '');
    const name = freeName(articleName(article, folder, input), takenIn(taken, folder));
    keys.set(article.id, joined(folder, name + (input.naming ?? plainNaming).ending));
  }
  return { folders, keys };
}

/** `readme.md` is no source, and other tools have more such names. */
function articleName(article: RemoteArticle, folder: ContentPath, input: LayoutInput): string {
  const { locale } = input.settings;
  const { ending, isReserved } = input.naming ?? plainNaming;
  const title = (article.locales[locale] ?? article.locales[article.defaultLocale])?.title ?? '';
  const name = slugOf(title, 'article');
  return isReserved(joined(folder, name + ending)) ? `${name}-article` : name;
}

/** From the top down, so that a section finds the folder it lies in. */
function placeCollections(input: LayoutInput): ReadonlyMap<string, ContentPath> {
  const tree = treeOf(input.collections);
  const level = (id: string): number => tree.above(id).length;
  const isOther = (collection: RemoteCollection): number => (markOf(collection, input) === null ? 0 : 1);
  const sorted = [...input.collections].sort(
    (a, b) => level(a.id) - level(b.id) || isOther(a) - isOther(b) || byId(a.id, b.id),
  );
  const folders = new Map<string, ContentPath>();
  const centreOfFolder = folderCentres(input);
  const here = new Set(input.present.map(({ folder }) => folder));
  const byTrail = presentByTrail(input, centreOfFolder);
  const taken = new Map<ContentPath, Set<string>>();
  for (const folder of [...input.present.map((one) => one.folder), ...input.knownFolders.values()]) {
    takenIn(taken, folderOf(folder)).add(folded(folder.split('/').at(-1) ?? ''));
  }
  const types = new Set(input.articles.map(({ id }) => typeOfId(id)));
  for (const name of [imageFolder, ...[...types].map((type) => unlistedFolders[type])])
    takenIn(taken, '').add(folded(name));
  for (const collection of sorted) {
    const above = tree.above(collection.id).slice(0, -1).at(-1);
    const parent = above === undefined ? '' : (folders.get(above.id) ?? '');
    const names = tree.above(collection.id).map(collectionName);
    const trail = trailKey(centreIdOf(collection, input), names);
    const own = input.knownFolders.get(collection.id);
    // Its folder may have gone to another help centre, without it.
    const isLeft = own !== undefined && here.has(own) && centreOfFolder(own) !== centreIdOf(collection, input);
    const known = (isLeft ? undefined : own) ?? byTrail.get(trail);
    const folder = known ?? joined(parent, freeFolder(collection, parent, takenIn(taken, parent), input));
    folders.set(collection.id, folder);
    byTrail.set(trail, folder);
  }
  return folders;
}

/** Where another help centre has a collection of the same name, its own name follows. */
function freeFolder(collection: RemoteCollection, parent: ContentPath, taken: Set<string>, input: LayoutInput): string {
  const name = folderName(collection, parent, input);
  const mark = parent === '' ? markOf(collection, input) : null;
  const isTaken = mark !== null && taken.has(folded(name));
  return freeName(isTaken ? `${name}-${slugOf(mark, 'help-centre')}` : name, taken);
}

/**
 * What the folder of a top collection has to say of its help centre: the name that other folders give it, since one
 * help centre may not have two; null for nothing.
 */
export function markOf(
  { helpCentreId, parentId }: Pick<RemoteCollection, 'helpCentreId' | 'parentId'>,
  { helpCentres, main, present }: Pick<LayoutInput, 'helpCentres' | 'main' | 'present'>,
): string | null {
  const centre = helpCentres.find(({ id }) => id === helpCentreId);
  if (parentId !== null || centre === undefined || centre.id === main?.id) return null;
  const names = present.flatMap(({ helpCentre }) => helpCentre ?? []);
  return names.find((name) => centreNamed(helpCentres, name)?.id === centre.id) ?? (centre.identifier || centre.id);
}

/** A collection of a help centre that is not listed counts as one of the main one. */
function centreIdOf({ helpCentreId }: RemoteCollection, { helpCentres, main }: LayoutInput): string | undefined {
  return (helpCentres.find(({ id }) => id === helpCentreId) ?? main)?.id;
}

function folderName(collection: RemoteCollection, parent: ContentPath, { settings }: LayoutInput): string {
  const name = slugOf(collection.name, 'collection');
  // With a folder for each locale, a collection "IT" would be Italian.
  return settings.locales === 'folder' && parent === '' && localeOf(name) !== null ? `${name}-collection` : name;
}

/** A collection's name as a source says it; never empty. */
export function collectionName({ name, id }: Pick<RemoteCollection, 'name' | 'id'>): string {
  const written = name
    .replace(/\s*[\r\n]\s*/g, ' ')
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .trim();
  return singleLine(written) === '' ? `Collection ${id}` : written;
}

/** Id of the help centre that a folder is in, as its top folder says; undefined where the workspace has it not. */
function folderCentres({ present, helpCentres, main }: LayoutInput): (folder: ContentPath) => string | undefined {
  const marks = new Map(present.map((one) => [one.folder, one.helpCentre]));
  return (folder) => {
    const mark = marks.get(folder.split('/')[0] ?? '');
    return mark === undefined ? main?.id : centreNamed(helpCentres, mark)?.id;
  };
}

function presentByTrail(
  { present }: LayoutInput,
  centreOf: ReturnType<typeof folderCentres>,
): Map<string, ContentPath> {
  const names = new Map(present.map((one) => [one.folder, one.name]));
  const byTrail = new Map<string, ContentPath>();
  for (const { folder } of present) {
    const parts = folder.split('/');
    const path = parts.map((part, index) => names.get(parts.slice(0, index + 1).join('/')) ?? part);
    const trail = trailKey(centreOf(folder), path);
    if (!byTrail.has(trail)) byTrail.set(trail, folder);
  }
  return byTrail;
}

/** One string for names in a help centre; of a centre that is not there, nothing is the same. */
const trailKey = (centre: string | undefined, names: readonly string[]): string =>
  JSON.stringify([centre ?? null, ...names]);

function takenIn(taken: Map<ContentPath, Set<string>>, folder: ContentPath): Set<string> {
  const names = taken.get(folded(folder)) ?? new Set();
  taken.set(folded(folder), names);
  return names;
}

const folderOf = (path: ContentPath): ContentPath => path.split('/').slice(0, -1).join('/');

const stemOf = (path: ContentPath): string => withoutSourceEnding(path.split('/').at(-1) ?? '');

const joined = (folder: ContentPath, name: string): ContentPath => (folder === '' ? name : `${folder}/${name}`);
