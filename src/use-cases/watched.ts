import path from 'node:path';
import { resolveLocal } from '../compile/paths.ts';
import { foldersAround, pathOf } from '../compile/spacing-of.ts';
import { configurationName } from '../config/settings.ts';
import { ownFolderName } from '../disk/own-folder.ts';
import { repositoryRoot } from '../git/git-folder.ts';
import type { ContentPath } from '../model/article.ts';
import type { Picture, WatchedArticle } from '../model/impact.ts';
import type { Place } from '../model/place.ts';
import type { Shots, Source } from '../model/repository.ts';
import type { IsDocs } from '../plan/impact.ts';
import { lockfileName } from '../record/lockfile.ts';
import { globsOf } from '../text/globs.ts';
import { shownPath } from './context.ts';
import type { Sources } from './sources.ts';

/** The articles that name code, in the git repository that they are in. */
export interface Watching {
  /** Absolute root of the repository. */
  readonly root: string;
  readonly articles: readonly WatchedArticle[];
  readonly isDocs: IsDocs;
}

/** The globs of an article, and where they stand. */
export interface NamedCode {
  readonly globs: readonly string[];
  /** The folder that they are the globs of; null: the article's own. */
  readonly from: ContentPath | null;
  placeOf(glob: string): Place | undefined;
}

/** Images that may be screenshots: what is drawn does not change with the product. */
const shotTypes: readonly string[] = ['image/png', 'image/jpeg', 'image/gif'];

/**
 * The articles that say which code they are about, or which images show it. An article's own `sources` stand for
 * themselves; without any, those of the nearest folder around count.
 *
 * @returns null where no article does, or the folder is in no git repository
 */
export async function watchedArticles(sources: Sources): Promise<Watching | null> {
  const texts = new Map<ContentPath, Source[]>();
  for (const source of sources.repository.sources) {
    const all = texts.get(source.article) ?? [];
    if (all.push(source) === 1) texts.set(source.article, all);
  }
  const named = [...texts].flatMap(([key, all]) => {
    const main = all.find(({ path: own }) => own === key);
    if (main === undefined || main.fields.sync === false) return [];
    const code = codeOf(main, sources);
    const shots = all.some(({ fields }) => fields.shots !== undefined);
    return code === null && !shots ? [] : [{ main, all, code }];
  });
  const root = named.length === 0 ? null : await repositoryRoot(sources.folder);
  if (root === null) return null;
  const within = pathsIn(root, sources);
  const articles = named.map(({ main, all, code }) => watchedOf(main, all, code, within));
  return { root, articles, isDocs: docsIn(root, within) };
}

/** What an article, or the nearest folder around, says; null where neither does. */
export function codeOf(main: Source, { repository }: Pick<Sources, 'repository'>): NamedCode | null {
  const { fields, places } = main;
  const own = fields.sources;
  if (own !== undefined) {
    const placeOf = (glob: string): Place | undefined => places[`sources.${own.indexOf(glob)}`] ?? places.sources;
    return own.length === 0 ? null : { globs: own, from: null, placeOf };
  }
  const folder = foldersAround(pathOf(main, repository), repository.collections).find((one) => one.sources);
  if (folder?.sources === undefined || folder.sources.length === 0) return null;
  return { globs: folder.sources, from: folder.folder, placeOf: () => folder.places?.sources };
}

/** Paths in the content folder as git has them. */
interface Within {
  readonly sources: Sources;
  /** The content folder from the root; empty where it is the root. */
  readonly content: string;
  of(path: ContentPath): string;
}

function pathsIn(root: string, sources: Sources): Within {
  const content = shownPath(root, path.join(sources.folder, sources.settings.content));
  return { sources, content, of: (file) => path.posix.join(content, file) };
}

function watchedOf(
  main: Source,
  all: readonly Source[],
  code: NamedCode | null,
  { sources, content, of }: Within,
): WatchedArticle {
  const paths = all.map((one) => one.path);
  const files = paths.map(of);
  const images = new Map(all.map((one) => [one, imagesIn(one, sources)]));
  const snippets = paths.flatMap((one) => sources.units.get(one)?.body.uses ?? []);
  const globs = code?.globs ?? [];
  const pictures = all.flatMap((text) =>
    picturesOf(text, images.get(text) ?? [], text.fields.shots ?? main.fields.shots, globs, sources),
  );
  return {
    key: main.article,
    title: main.fields.title ?? sources.units.get(main.path)?.title ?? main.article,
    file: of(main.path),
    names: [...files, ...paths, ...foldersOf(of(main.path), content), ...foldersOf(main.path, '')],
    globs,
    from: code?.from ?? null,
    parts: [...new Set([...files, ...[...snippets, ...[...images.values()].flat()].map(of)])],
    pictures: [...new Map(pictures.map((one) => [one.image, { ...one, image: of(one.image) }])).values()],
  };
}

/** Folders that a file is in, nearest first, down from one. */
function foldersOf(file: string, from: string): readonly string[] {
  const folder = path.posix.dirname(file);
  if (folder === '.' || folder.startsWith('..')) return [];
  return folder === from ? [folder] : [folder, ...foldersOf(folder, from)];
}

/** Files that a text shows, by their paths in the content folder. */
function imagesIn({ path: own }: Source, { units, repository, settings }: Sources): readonly ContentPath[] {
  const roots = (settings.images.roots ?? []).map((root) => path.posix.relative(settings.content, root));
  const targets = units.get(own)?.body.targets ?? [];
  return targets.flatMap(({ kind, from, target }) => {
    if (kind !== 'image') return [];
    const { path: local } = resolveLocal(from, target);
    const inRoots = target.startsWith('/') && local !== null ? roots.map((root) => path.posix.join(root, local)) : [];
    const found = [...(local === null ? [] : [local]), ...inRoots].find((one) => repository.files.has(one));
    return found === undefined ? [] : [found];
  });
}

/** Images of a text, and what they show: as `shots` says, else what the article is about. */
function picturesOf(
  text: Source,
  images: readonly ContentPath[],
  shots: readonly Shots[] | undefined,
  globs: readonly string[],
  { repository }: Sources,
): readonly Picture[] {
  if (shots === undefined) {
    const isShot = (image: ContentPath): boolean => {
      const facts = repository.files.get(image);
      return facts?.kind === 'image' && shotTypes.includes(facts.mediaType);
    };
    return globs.length === 0 ? [] : images.filter(isShot).map((image) => ({ image, of: globs }));
  }
  const folder = path.posix.dirname(text.path);
  return shots.flatMap(({ of, images: only }) => {
    const named = only === undefined ? null : globsOf(only.map((glob) => path.posix.join(folder, glob)));
    return images.filter((image) => named === null || named.caughtBy(image) !== null).map((image) => ({ image, of }));
  });
}

/** What is the help centre's own: its content folder and what lies beside the configuration. */
function docsIn(root: string, { sources, content, of }: Within): IsDocs {
  const beside = shownPath(root, sources.folder);
  const own = new Set([configurationName, lockfileName, 'redirects.yml'].map((name) => path.posix.join(beside, name)));
  const texts = new Set(sources.repository.sources.map((source) => of(source.path)));
  const kept = `${path.posix.join(beside, ownFolderName)}/`;
  return (file) =>
    (content !== '' && file.startsWith(`${content}/`)) ||
    path.posix.basename(file) === '_collection.yml' ||
    own.has(file) ||
    texts.has(file) ||
    file.startsWith(kept);
}
