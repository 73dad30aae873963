import type { ContentPath } from './article.ts';
import type { CollectionKey } from './collection.ts';
import type { Desired } from './desired.ts';
import type { Remote, RemoteArticle, RemoteHelpCentre } from './remote.ts';

/** The help centre of an identifier or id; null where the workspace has none of that name. */
export function centreNamed(centres: readonly RemoteHelpCentre[], name: string): RemoteHelpCentre | null {
  return centres.find(({ identifier, id }) => identifier === name || id === name) ?? null;
}

/**
 * The help centre that each of the sources' collections and articles is in; null for an article that none has.
 *
 * @param mainId id of the help centre of `helpcentre.yml`: articles in no collection count as its own
 */
export function desiredCentres(
  desired: Pick<Desired, 'articles' | 'collections'>,
  centres: readonly RemoteHelpCentre[],
  mainId: string | null,
): {
  readonly ofCollection: (key: CollectionKey | null) => RemoteHelpCentre | null;
  readonly ofArticle: (key: ContentPath) => RemoteHelpCentre | null;
} {
  const main = centres.find(({ id }) => id === mainId) ?? null;
  const marks = new Map(desired.collections.map(({ key, helpCentre }) => [key, helpCentre]));
  const parents = new Map(desired.articles.map(({ key, parent }) => [key, parent]));
  const ofCollection = (key: CollectionKey | null): RemoteHelpCentre | null => {
    const mark = key === null ? undefined : marks.get(key);
    return mark === undefined ? main : centreNamed(centres, mark);
  };
  const unlisted = new Set(desired.articles.flatMap(({ key, type }) => (type === undefined ? [] : [key])));
  return {
    ofCollection,
    ofArticle: (key) => (unlisted.has(key) ? null : ofCollection(parents.get(key) ?? null)),
  };
}

/**
 * The help centre that readers find an article of Intercom's in: that of its collection.
 *
 * @param main what counts for an article in no collection
 */
export function remoteCentres(
  { collections, helpCentres }: Pick<Remote, 'collections' | 'helpCentres'>,
  main: RemoteHelpCentre | null,
): (article: Pick<RemoteArticle, 'parentId'>) => RemoteHelpCentre | null {
  const ids = new Map(collections.map(({ id, helpCentreId }) => [id, helpCentreId]));
  return ({ parentId }) => {
    const id = parentId === null ? null : (ids.get(parentId) ?? null);
    return helpCentres.find((centre) => centre.id === id) ?? main;
  };
}

/** The same for every article of Intercom's, by its id. */
export function remoteCentresById(
  remote: Pick<Remote, 'articles' | 'collections' | 'helpCentres'>,
  main: RemoteHelpCentre | null,
): (id: string) => RemoteHelpCentre | null {
  const centreOf = remoteCentres(remote, main);
  const parents = new Map(remote.articles.map(({ id, parentId }) => [id, parentId]));
  return (id) => centreOf({ parentId: parents.get(id) ?? null });
}
