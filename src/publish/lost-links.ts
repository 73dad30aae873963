import { listReferences } from '../body/references.ts';
import type { Change } from '../model/plan.ts';
import { isOut, type World } from './world.ts';

/**
 * Takes in what became of articles that were written together: those that could not be, and that no reader can open, are
 * linked to by nothing from now on.
 *
 * @returns those of them that are out, with links to such
 */
export function loseUnwritten(world: World, changes: readonly Change[]): readonly Change[] {
  const lost = changes.filter(({ key }) => world.unwritten.has(key) && !isOut(world, key));
  for (const { key } of lost) world.lost.add(key);
  if (lost.length === 0) return [];
  return changes.filter(({ key }) => !world.unwritten.has(key) && isOut(world, key) && linksToLost(world, key));
}

function linksToLost({ articlesByKey, lost }: World, key: Change['key']): boolean {
  return Object.values(articlesByKey.get(key)?.locales ?? {}).some(({ body }) =>
    listReferences(body).some((reference) => reference.kind === 'article' && lost.has(reference.key)),
  );
}
