import type { Desired } from '../model/desired.ts';
import type { Plan } from '../model/plan.ts';
import type { Problem } from '../model/problem.ts';
import type { Named } from '../use-cases/paths.ts';
import { allProblems, type Looked } from '../use-cases/plan.ts';

/** The part of a plan that a person asked to see. */
export interface Narrowed {
  readonly plan: Plan;
  /** Of the sources and of the plan. */
  readonly problems: readonly Problem[];
}

/**
 * Keeps of a plan what concerns the paths that a person named: articles by any of their files, and the collections
 * they are in. What was decided, and the digest, are those of the whole plan.
 *
 */
export function narrowed(looked: Looked, named: Named): Narrowed {
  const all = allProblems(looked);
  const problems = all.filter(({ place }) => place === undefined || named.hasFile(place.file));
  const { plan, sources } = looked;
  if (named.has('')) return { plan, problems };
  const isIn = (file: string): boolean => named.has(file);
  const { desired } = sources;
  const shown = new Set(desired.articles.filter((article) => filesOf(article).some(isIn)).map(({ key }) => key));
  const isShown = ({ key, from }: { readonly key: string; readonly from?: string }): boolean =>
    shown.has(key) || isIn(key) || (from !== undefined && isIn(from));
  const isFileShown = (key: string): boolean => isShown({ key });
  const changes = plan.changes.filter(isShown);
  const notCompiled = plan.notCompiled.filter(isFileShown);
  const leftOut = plan.leftOut.filter(isFileShown);
  const collections = collectionsOf(desired, shown, isIn);
  const held = plan.held.filter((one) => (one.fields === undefined ? isShown(one) : collections.has(one.key)));
  const busy = new Set([...[...changes, ...held].map(({ key }) => key), ...leftOut]);
  return {
    plan: {
      ...plan,
      changes,
      held,
      collections: plan.collections.filter(({ key }) => collections.has(key)),
      unchanged: [...shown].filter((key) => !busy.has(key)).length,
      notCompiled,
      leftOut,
    },
    problems,
  };
}

function filesOf({ key, locales }: Desired['articles'][number]): readonly string[] {
  return [key, ...Object.values(locales).map(({ path }) => path)];
}

/** Keys of the collections that lie in a path, or that a shown article is in, with all that they are in. */
function collectionsOf(
  desired: Desired,
  shown: ReadonlySet<string>,
  isIn: (file: string) => boolean,
): ReadonlySet<string> {
  const parents = new Map(desired.collections.map(({ key, parent }) => [key, parent]));
  const found = new Set<string>();
  const add = (key: string | null): void => {
    if (key === null || found.has(key)) return;
    found.add(key);
    add(parents.get(key) ?? null);
  };
  for (const { key, folder } of desired.collections) if (folder !== undefined && isIn(folder)) add(key);
  for (const article of desired.articles) if (shown.has(article.key)) add(article.parent);
  return found;
}
