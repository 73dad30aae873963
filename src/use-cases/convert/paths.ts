import * as posix from 'node:path/posix';
import { unlistedFolders } from '../../import/layout.ts';
import { localePath } from '../../import/locale-path.ts';
import { folded, freeName, isDevice, slugOf } from '../../import/slug.ts';
import type { ContentPath } from '../../model/article.ts';
import type { FileFacts, Source } from '../../model/repository.ts';

/** Where everything of a managed folder stands in our layout. */
export interface NewPaths {
  /** Of the text of each language, by its path in the managed folder. */
  readonly sources: ReadonlyMap<ContentPath, ContentPath>;
  /** Of pictures and downloads. */
  readonly files: ReadonlyMap<ContentPath, ContentPath>;
  /** Collections' names by folder. */
  readonly collections: ReadonlyMap<ContentPath, string>;
}

/** What no source may be called: the page of a folder, which is none. */
const taken = ['readme', 'index'];

/**
 * Gives every file of a managed folder a path in our layout: an article is called like its folder, and lies in the folders
 * of its collections.
 *
 * @param sources of the articles that are written
 * @param locale the first language
 */
export function newPaths(
  sources: readonly Source[],
  files: ReadonlyMap<ContentPath, FileFacts>,
  locale: string,
): NewPaths {
  const collections = new Map<ContentPath, string>();
  const names = new Map<ContentPath, Set<string>>();
  const articles = new Map<ContentPath, ContentPath>();
  for (const { path, article, fields } of sources) {
    if (path !== article) continue;
    const own = unlistedFolders[fields.type ?? 'public'];
    const folder = own === '' ? folderOf(fields.collection ?? [], collections) : own;
    const used = names.get(folder) ?? new Set(taken.map(folded));
    names.set(folder, used);
    const name = freeName(slugOf(posix.basename(posix.dirname(path)), 'article'), used);
    articles.set(article, posix.join(folder, `${name}.md`));
  }
  return {
    sources: new Map(
      sources.flatMap((source) => {
        const key = articles.get(source.article);
        const settings = { locale, locales: 'suffix' as const };
        return key === undefined ? [] : [[source.path, localePath(key, source.locale, settings)] as const];
      }),
    ),
    files: new Map(
      [...files.values()].flatMap(({ path, kind }) =>
        isCarried(path) && kind !== 'refused' && kind !== 'text' ? [[path, placeOf(path)] as const] : [],
      ),
    ),
    collections,
  };
}

/** The folder of a trail; two trails of other names are never in one. */
function folderOf(trail: readonly string[], collections: Map<ContentPath, string>): ContentPath {
  let folder = '';
  for (const name of trail) {
    const others = [...collections].filter(
      ([known]) => posix.dirname(posix.join('.', known)) === posix.join('.', folder),
    );
    const same = others.find(([, known]) => known === name);
    const used = new Set(others.map(([known]) => folded(posix.basename(known))));
    folder = same?.[0] ?? posix.join(folder, freeName(slugOf(name, 'collection'), used));
    collections.set(folder, name);
  }
  return folder;
}

/** Whether articles may show or link to a file. */
const isCarried = (path: ContentPath): boolean => /^(?:articles|images)\//.test(path);

/** Pictures stay together. Every part of a path is a plain name, on every system. */
function placeOf(path: ContentPath): ContentPath {
  const inside = path.startsWith('images/') ? path.slice('images/'.length) : path;
  return posix.join('images', ...inside.split('/').map(safeName));
}

/** A name of a file that every system takes, and that is not hidden. */
export function safeName(name: string): string {
  const plain = name
    .replace(/[\\:<>"|?*\p{Cc}]/gu, '-')
    .replace(/^\.+/, '-')
    .replace(/[. ]+$/, '-');
  return isDevice(plain) ? `-${plain}` : plain;
}
