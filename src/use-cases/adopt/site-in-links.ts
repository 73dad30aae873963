import type { BodyTarget } from '../../compile/body.ts';
import { decode } from '../../compile/paths.ts';
import { sitePaths } from '../../compile/site-paths.ts';
import type { ContentPath } from '../../model/article.ts';
import type { Found } from './tool.ts';
import type { Trial } from './try-out.ts';

/** A site that only the links in the texts tell of. */
export interface SeenSite extends Pick<Found, 'base' | 'siteUrl'> {
  /** Links that have pages at `base`, of all that begin with a slash. */
  readonly seen: { readonly links: number; readonly of: number };
}

/** Links that are no accident. */
const fewest = 3;

/**
 * Finds the path at which a site serves the content folder: the one behind which most of the links that begin with a
 * slash have pages, and without which they have none. Where links name the whole address, it is known too.
 *
 * @param trial with no such path
 * @returns null where there is none
 */
export function siteInLinks({ kept: { read, units }, settings }: Trial): SeenSite | null {
  const site = sitePaths(read.repository.sources, read.repository, { ...settings, siteUrl: null, base: '/' });
  const links = [...units.values()].flatMap(({ body }) => body.targets.filter(({ kind }) => kind === 'link'));
  const isPage = ({ from }: BodyTarget, path: string): boolean => site.sourceOf(from, path) !== null;
  const absolute = links.filter(({ target }) => /^\/(?!\/)/.test(target));
  const [best] = mostOf(absolute.flatMap((link) => startOf(link, isPage) ?? []));
  if (best === undefined || best.count < fewest || best.count * 2 <= absolute.length) return null;
  const origins = links.flatMap((link) => {
    if (!/^https?:/i.test(link.target) || !URL.canParse(link.target)) return [];
    const { origin, pathname } = new URL(link.target);
    const path = decode(pathname);
    return path.startsWith(best.name) && isPage(link, `/${path.slice(best.name.length)}`) ? [origin] : [];
  });
  const [origin] = mostOf(origins);
  const siteUrl = settings.siteUrl ?? (origin !== undefined && origin.count > 1 ? origin.name : null);
  return { base: best.name, siteUrl, seen: { links: best.count, of: absolute.length } };
}

/** What stands before the path of a page in an address: `/docs/`; null where it is a page as it is, or never one. */
function startOf(link: BodyTarget, isPage: (link: BodyTarget, path: ContentPath) => boolean): string | null {
  const parts = link.target.split('/').slice(1);
  const isAt = (start: number): boolean => isPage(link, `/${parts.slice(start).join('/')}`);
  const start = parts.findIndex((part, index) => part !== '' && isAt(index));
  // Addresses are encoded in Markdown: a version in braces is written as `%7B`, and meant as it is.
  return start < 1 ? null : `/${decode(parts.slice(0, start).join('/'))}/`;
}

/** Names by how often they are there, the commonest first. */
function mostOf(names: readonly string[]): readonly { readonly name: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].map(([name, count]) => ({ name, count })).sort((a, b) => b.count - a.count);
}
