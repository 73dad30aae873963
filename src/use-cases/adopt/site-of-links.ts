import { sitePaths } from '../../compile/site-paths.ts';
import type { Trial } from './try-out.ts';

/** Links that are no accident. */
const fewest = 3;

/**
 * Finds the site that is built of the texts where no file of its tool names it: the one whose addresses in them have pages
 * here. Links to what is built of no text here then lead there.
 *
 * @returns null where there is none
 */
export function siteOfLinks({ kept: { read, units }, settings }: Trial): string | null {
  // No page is told by its name alone: other sites have pages of the same names.
  const flavour = settings.flavour === 'jekyll' ? 'jekyll' : 'github';
  const site = sitePaths(read.repository.sources, read.repository, { ...settings, flavour });
  const counts = new Map<string, { pages: number; all: number }>();
  const seen = new Set<string>();
  for (const { body } of units.values()) {
    for (const { kind, target, from } of body.targets) {
      if (kind !== 'link' || !/^https?:/i.test(target) || !URL.canParse(target)) continue;
      const { host, pathname } = new URL(target);
      const origin = `https://${host}`;
      // Many links to one page, at other headings of it or not, are one accident.
      if (seen.has(origin + pathname) || pathname === '/' || !pathname.startsWith(settings.base)) continue;
      seen.add(origin + pathname);
      const count = counts.get(origin) ?? { pages: 0, all: 0 };
      counts.set(origin, count);
      count.all += 1;
      if (site.sourceOf(from, pathname) !== null) count.pages += 1;
    }
  }
  const [best, next] = [...counts].sort(([, a], [, b]) => b.pages - a.pages);
  if (best === undefined) return null;
  const [origin, { pages, all }] = best;
  // Part of a site may be built of what is elsewhere.
  return pages >= fewest && pages * 4 > all && pages >= (next?.[1].pages ?? 0) * 2 ? origin : null;
}
