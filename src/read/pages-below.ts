import type { Flavour } from '../flavour/flavour.ts';
import { attributeOfPages, type PageBelow } from '../flavour/pages-below.ts';
import type { ContentPath } from '../model/article.ts';
import { byCodeUnit } from '../model/by-code-unit.ts';
import { relativePath } from '../model/relative-path.ts';
import type { Source } from '../model/repository.ts';

/** Pages that one list names at most: a page of all pages is none that anybody reads. */
const mostPages = 1000;

/**
 * Sources whose tool lists the pages below them by a tag, with those pages in the tag: the site shows that list, and
 * nothing in the text says what is in it.
 *
 * @param sources all articles
 */
export function withPagesBelow(sources: readonly Source[], { listings, files }: Flavour): readonly Source[] {
  if (listings === undefined || !sources.some(({ body }) => body.search(listings) !== -1)) return sources;
  const trees = new Map<string, Tree>();
  return sources.map((source) => {
    if (source.body.search(listings) === -1) return source;
    const tree = trees.get(source.locale) ?? treeOf(sources, source.locale, files.index);
    trees.set(source.locale, tree);
    const body = source.body.replaceAll(listings, (written: string, start: string, name: string, rest: string) => {
      const depth = name === 'children' ? Number(/\bdepth=["']?(\d+)/.exec(rest)?.[1] ?? 1) : Number.POSITIVE_INFINITY;
      const pages = pagesBelow(source, tree, depth);
      return pages.length === 0 ? written : `${start}${name} ${attributeOfPages(pages)}${rest}`;
    });
    return { ...source, body };
  });
}

/** Pages by the folder that they are listed in: that of a folder is in the one above. */
type Tree = ReadonlyMap<string, readonly { readonly source: Source; readonly folder: string | null }[]>;

function treeOf(sources: readonly Source[], locale: string, index: readonly string[]): Tree {
  const tree = new Map<string, { source: Source; folder: string | null }[]>();
  for (const source of sources) {
    if (source.locale !== locale || source.fields.sync === false || source.fields.state === 'draft') continue;
    const folder = folderOfIndex(source.path, index);
    const parent = folder === '' ? null : folderOf(folder ?? source.path);
    if (parent !== null) tree.set(parent, [...(tree.get(parent) ?? []), { source, folder }]);
  }
  for (const pages of tree.values()) pages.sort((a, b) => inOrder(a.source, b.source));
  return tree;
}

function pagesBelow({ path }: Source, tree: Tree, depth: number): readonly PageBelow[] {
  const found: PageBelow[] = [];
  const walk = (folder: string, level: number): void => {
    for (const page of tree.get(folder) ?? []) {
      if (found.length >= mostPages) return;
      found.push({ level, title: titleOf(page.source), path: relativePath(path, page.source.path) });
      if (page.folder !== null && level + 1 < depth) walk(page.folder, level + 1);
    }
  };
  walk(folderOf(path), 0);
  return found;
}

/** The folder whose page it is; null for a page of its own. */
function folderOfIndex(path: ContentPath, index: readonly string[]): string | null {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\..*$/, '');
  return index.includes(name) ? folderOf(path) : null;
}

const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

/** Pages with a number come first, as the tool has it. */
function inOrder(a: Source, b: Source): number {
  const by = (a.order ?? Number.POSITIVE_INFINITY) - (b.order ?? Number.POSITIVE_INFINITY);
  return Number.isNaN(by) || by === 0 ? byCodeUnit(titleOf(a).toLowerCase(), titleOf(b).toLowerCase()) : by;
}

const titleOf = ({ fields, name, body, path }: Source): string =>
  fields.title ?? name ?? /^#[ \t]+(.+?)[ \t]*#*$/m.exec(body)?.[1] ?? path.slice(path.lastIndexOf('/') + 1);
