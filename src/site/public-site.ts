import type { ContentPath } from '../model/article.ts';
import type { Problem } from '../model/problem.ts';
import { shownFile } from '../model/shown-file.ts';
import type { ChangesView } from './changes/view.ts';
import { imagesIn } from './readers-site.ts';
import type { Site } from './site.ts';

/**
 * The site without what no help centre has: internal articles and snippets, whatever is found in them or would become of
 * them, and the pictures that only they show.
 *
 * @param suspects keys of sources that cannot be read, and that may be such articles
 * @param folders of the content folder in which nothing else is, whatever can be read of it
 */
export function publicSite(site: Site, suspects: ReadonlySet<ContentPath>, folders: readonly ContentPath[] = []): Site {
  const gone = site.changes?.entries.flatMap(({ key, type }) => (type === undefined ? [] : [key])) ?? [];
  const unlisted = [...site.articles.values()].flatMap(({ key, type }) => (type === undefined ? [] : [key]));
  const inFolders = [...site.articles.keys()].filter((key) => folders.some((folder) => key.startsWith(`${folder}/`)));
  const hidden = new Set([...unlisted, ...gone, ...suspects, ...inFolders]);
  if (hidden.size + folders.length === 0) return site;
  const articles = new Map([...site.articles].filter(([key]) => !hidden.has(key)));
  const files = new Set([...hidden].map((key) => shownFile(site.root, key)));
  const starts = folders.map((folder) => `${shownFile(site.root, folder)}/`);
  const isShown = ({ place }: Problem): boolean =>
    place === undefined || !(files.has(place.file) || starts.some((start) => place.file.startsWith(start)));
  return {
    ...site,
    articles,
    images: imagesIn(site, articles.values()),
    problems: site.problems.flatMap(({ problem, keys }) => {
      const left = keys.filter((key) => !hidden.has(key));
      const isTheirs = keys.length > 0 && left.length === 0;
      return isTheirs || !isShown(problem) ? [] : [{ problem, keys: left }];
    }),
    moved: new Map([...site.moved].filter(([from, to]) => !hidden.has(from) && !hidden.has(to))),
    changes: site.changes === null ? null : withoutHidden(site.changes, hidden, isShown),
  };
}

function withoutHidden(
  view: ChangesView,
  hidden: ReadonlySet<ContentPath>,
  isShown: (problem: Problem) => boolean,
): ChangesView {
  return {
    ...view,
    badges: new Map([...view.badges].filter(([key]) => !hidden.has(key))),
    keys: view.keys.filter((key) => !hidden.has(key)),
    entries: view.entries.filter(({ key }) => !hidden.has(key)),
    problems: view.problems.filter(isShown),
  };
}
