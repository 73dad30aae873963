import path from 'node:path';
import { collectionName } from '../../import/layout.ts';
import type { ContentPath } from '../../model/article.ts';
import { byId } from '../../model/by-id.ts';
import type { RemoteCollection } from '../../model/remote.ts';
import type { ImportRun } from './run.ts';

/** Where an article stands among others. */
export interface Position {
  /** In its folder, from 1 on. */
  readonly inFolder: number;
  /** Among all of the help centre, from the first collection's first to the last one's last. */
  readonly inAll: number;
  /** Names of the collections that it is in, outermost first; none in another help centre than the configuration's. */
  readonly above: readonly string[];
}

/** Where articles and collections stand in Intercom. */
export interface Positions {
  /** By the path of an article in the default language. */
  readonly articles: ReadonlyMap<ContentPath, Position>;
  /** Of a folder among the articles and folders beside it. */
  readonly folders: ReadonlyMap<ContentPath, number>;
}

const folderOf = (file: ContentPath): ContentPath => {
  const folder = path.posix.dirname(file);
  return folder === '.' ? '' : folder;
};

function byFolderOf(paths: readonly ContentPath[]): ReadonlyMap<ContentPath, readonly ContentPath[]> {
  const found = new Map<ContentPath, ContentPath[]>();
  for (const one of paths) found.set(folderOf(one), [...(found.get(folderOf(one)) ?? []), one]);
  return found;
}

/**
 * Where everything stands, imported or not: what is imported later goes on from there. Intercom's API says the order of
 * collections, and none of articles, which are in the order they were written in.
 */
export function positionsOf({ chosen, remote, centres }: Pick<ImportRun, 'chosen' | 'remote' | 'centres'>): Positions {
  const { folders, keys } = chosen.layout;
  const ordered = [...keys].sort(([a], [b]) => byId(a, b)).map(([, key]) => key);
  const pages = byFolderOf(ordered);
  const collections = [...remote.collections].sort((a, b) => a.order - b.order || byId(a.id, b.id));
  const byFolder = new Map<ContentPath, RemoteCollection>();
  for (const one of collections) {
    const folder = folders.get(one.id);
    if (folder !== undefined && !byFolder.has(folder)) byFolder.set(folder, one);
  }
  const inside = byFolderOf([...byFolder.keys()]);
  const articles = new Map<ContentPath, Position>();
  const places = new Map<ContentPath, number>();
  const walk = (folder: ContentPath, above: readonly string[], isOwn: boolean): void => {
    const own = pages.get(folder) ?? [];
    for (const [at, key] of own.entries())
      articles.set(key, { inFolder: at + 1, inAll: articles.size + 1, above: isOwn ? above : [] });
    for (const [at, below] of (inside.get(folder) ?? []).entries()) {
      const found = byFolder.get(below);
      places.set(below, own.length + at + 1);
      const centre = found?.helpCentreId ?? null;
      const isBelowOwn = isOwn && (centre === null || centres.main === null || centre === centres.main.id);
      walk(below, found === undefined ? above : [...above, collectionName(found)], isBelowOwn);
    }
  };
  walk('', [], true);
  return { articles, folders: places };
}
