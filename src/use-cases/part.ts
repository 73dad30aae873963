import type { Desired } from '../model/desired.ts';
import type { Change, CollectionChange, Plan } from '../model/plan.ts';
import { neededCollections } from '../plan/needed-collections.ts';
import { withDigest } from '../plan/plan.ts';
import type { Named } from './paths.ts';

/** Whether a change of an article is in a chosen part: by any file that it has, or the one it had. */
export function isChosenIn(part: Named, desired: Desired): (change: Pick<Change, 'key' | 'from'>) => boolean {
  return isIn(part, chosenKeys(part, desired));
}

function isIn(part: Named, chosen: ReadonlySet<string>): ReturnType<typeof isChosenIn> {
  return ({ key, from }) => chosen.has(key) || part.has(key) || (from !== undefined && part.has(from));
}

/**
 * The part of a plan that concerns some files, and nothing else but what that needs: the collections that its articles
 * are created in. What was decided, and what guards held back, is decided of the whole plan; the digest is the part's.
 *
 * @param part what was chosen
 * @param desired what the whole plan was made of
 */
export function partOf(plan: Plan, part: Named, desired: Desired): Plan {
  if (part.has('')) return plan;
  const { digest: _, ...whole } = plan;
  const chosen = chosenKeys(part, desired);
  const isChosen = isIn(part, chosen);
  const isFileChosen = (key: string): boolean => isChosen({ key });
  const changes = plan.changes.filter(isChosen);
  const collections = collectionsIn(plan, changes, part, desired);
  const named = namedCollections(part, desired);
  const held = plan.held.filter((one) => (one.fields === undefined ? isFileChosen(one.key) : named.has(one.key)));
  const leftOut = plan.leftOut.filter(isFileChosen);
  const busy = new Set([...[...changes, ...held].map(({ key }) => key), ...leftOut]);
  return withDigest({
    ...whole,
    changes,
    held,
    collections,
    unchanged: [...chosen].filter((key) => !busy.has(key)).length,
    notCompiled: plan.notCompiled.filter(isFileChosen),
    leftOut,
    elsewhere: plan.changes.length - changes.length + plan.collections.length - collections.length,
  });
}

function chosenKeys(part: Named, desired: Desired): ReadonlySet<string> {
  const articles = desired.articles.filter(({ key, locales }) =>
    [key, ...Object.values(locales).map(({ path }) => path)].some((file) => part.has(file)),
  );
  return new Set(articles.map(({ key }) => key));
}

function namedCollections(part: Named, desired: Desired): ReadonlySet<string> {
  const found = desired.collections.filter(({ folder }) => folder !== undefined && part.has(folder));
  return new Set(found.map(({ key }) => key));
}

/** Collections by their folders, whatever becomes of them; and those that are made for an article or another collection. */
function collectionsIn(
  { collections }: Plan,
  changes: readonly Change[],
  part: Named,
  desired: Desired,
): readonly CollectionChange[] {
  const named = namedCollections(part, desired);
  const needed = neededCollections(changes, desired, named);
  return collections.filter(({ key, kind }) => named.has(key) || (needed.has(key) && kind !== 'update'));
}
