import { ownHeading } from '../body/link-targets.ts';
import { listReferences } from '../body/references.ts';
import type { ContentPath } from '../model/article.ts';
import type { Desired } from '../model/desired.ts';
import type { Change } from '../model/plan.ts';
import { isOut, type World } from './world.ts';

/**
 * Which articles of a run link to which others that readers cannot open yet.
 *
 * @param writes changes that send something
 * @returns links among them to articles that are new or not published, and those without an id
 */
export function linksBetween(
  writes: readonly Change[],
  desired: Desired,
  world: World,
): {
  readonly links: ReadonlyMap<ContentPath, ReadonlySet<ContentPath>>;
  readonly withoutId: ReadonlySet<ContentPath>;
} {
  const withoutId = new Set(writes.filter((change) => !world.known.has(change.key)).map((change) => change.key));
  const notOut = new Set(writes.map((change) => change.key).filter((key) => withoutId.has(key) || !isOut(world, key)));
  const written = new Set(writes.map((change) => change.key));
  const articles = new Map(desired.articles.map((article) => [article.key, article]));
  const links = new Map<ContentPath, ReadonlySet<ContentPath>>();
  for (const { key } of writes) {
    const targets = new Set<ContentPath>();
    for (const [locale, { body }] of Object.entries(articles.get(key)?.locales ?? {})) {
      for (const reference of listReferences(body)) {
        if (reference.kind !== 'article' || ownHeading(reference, key, locale) !== null) continue;
        // A link to a heading waits for the heading's id, which may be another one after the write.
        if (notOut.has(reference.key) || (reference.anchor !== null && written.has(reference.key))) {
          targets.add(reference.key);
        }
      }
    }
    links.set(key, targets);
  }
  return { links, withoutId };
}
