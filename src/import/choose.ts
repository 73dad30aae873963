import type { State } from '../model/article.ts';
import type { UnlistedType } from '../model/article-type.ts';
import { byId } from '../model/by-id.ts';
import { maxLevels } from '../model/collection.ts';
import type { Remote, RemoteArticle, RemoteCollection, RemoteHelpCentre } from '../model/remote.ts';

/** What a person asked for; nothing means everything. */
export interface Selection {
  /** Names of collections, or names down to one (`Billing > Invoices`). */
  readonly collections: readonly string[];
  readonly ids: readonly string[];
  readonly state: State | null;
  /** Types of articles that no help centre has, besides those whose ids are named; absent for none. */
  readonly types?: readonly UnlistedType[];
}

/** What is to be imported. */
export interface Choice {
  /** With those above them, the outermost first. */
  readonly collections: readonly RemoteCollection[];
  /** By id. */
  readonly articles: readonly RemoteArticle[];
  /** How many articles of other help centres were left out. */
  readonly elsewhere: number;
  /** Names and ids that nothing has. */
  readonly unknown: readonly string[];
}

/**
 * Chooses collections and articles as far as they are asked for. Without a selection that is all of them, collections
 * that hold nothing too.
 *
 * @param centre one help centre, whose are taken, and articles in no collection; null takes those of all
 */
export function choose(remote: Remote, centre: RemoteHelpCentre | null, selection: Selection): Choice {
  const tree = treeOf(remote.collections);
  const isHere = (collection: RemoteCollection): boolean =>
    centre === null || collection.helpCentreId === null || collection.helpCentreId === centre.id;
  const here = remote.collections.filter(isHere);
  const hereIds = new Set(here.map(({ id }) => id));
  const known = new Set(remote.collections.map(({ id }) => id));
  const isOfCentre = ({ parentId }: RemoteArticle): boolean =>
    parentId === null || hereIds.has(parentId) || !known.has(parentId);
  const own = remote.articles.filter(isOfCentre);
  const named = namedCollections(here, tree, selection.collections);
  const isWanted = (article: RemoteArticle): boolean =>
    (selection.collections.length === 0 || tree.above(article.parentId).some(({ id }) => named.ids.has(id))) &&
    (selection.ids.length === 0 || selection.ids.includes(article.id)) &&
    (selection.state === null || article.locales[article.defaultLocale]?.state === selection.state);
  const articles = own.filter(isWanted).sort((a, b) => byId(a.id, b.id));
  const ownIds = new Set(own.map(({ id }) => id));
  return {
    collections: wantedCollections(here, tree, named.ids, articles, selection),
    articles,
    elsewhere: remote.articles.length - own.length,
    unknown: [...named.unknown, ...selection.ids.filter((id) => !ownIds.has(id))],
  };
}

interface Tree {
  /** A collection and those it is in, the outermost first; empty for null, and for an id that nothing has. */
  readonly above: (id: string | null) => readonly RemoteCollection[];
}

/** Collections with those they are in. */
export function treeOf(collections: readonly RemoteCollection[]): Tree {
  const byId = new Map(collections.map((collection) => [collection.id, collection]));
  return {
    above(id) {
      const found: RemoteCollection[] = [];
      let next = id;
      while (next !== null && found.length < maxLevels) {
        const collection = byId.get(next);
        if (collection === undefined || found.includes(collection)) break;
        found.unshift(collection);
        next = collection.parentId;
      }
      return found;
    },
  };
}

function namedCollections(here: readonly RemoteCollection[], tree: Tree, names: readonly string[]) {
  const ids = new Set<string>();
  const unknown: string[] = [];
  const fold = (name: string): string => name.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();
  for (const name of names) {
    const wanted = fold(name);
    const found = here.filter((collection) => {
      const trail = tree.above(collection.id).map((one) => fold(one.name));
      return trail.at(-1) === wanted || trail.join(' > ') === wanted || collection.id === name.trim();
    });
    for (const { id } of found) ids.add(id);
    if (found.length === 0) unknown.push(name);
  }
  return { ids, unknown };
}

function wantedCollections(
  here: readonly RemoteCollection[],
  tree: Tree,
  named: ReadonlySet<string>,
  articles: readonly RemoteArticle[],
  selection: Selection,
): readonly RemoteCollection[] {
  const wanted = new Set<RemoteCollection>();
  const isNarrow = selection.ids.length > 0 || selection.state !== null;
  for (const collection of here) {
    const above = tree.above(collection.id);
    const isNamed = selection.collections.length === 0 || above.some(({ id }) => named.has(id));
    if (!isNarrow && isNamed) for (const one of above) wanted.add(one);
  }
  for (const { parentId } of articles) for (const one of tree.above(parentId)) wanted.add(one);
  const level = (collection: RemoteCollection): number => tree.above(collection.id).length;
  return [...wanted].sort((a, b) => level(a) - level(b) || a.order - b.order || byId(a.id, b.id));
}
