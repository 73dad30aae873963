import { resolveLocal } from './paths.ts';
import type { Unit } from './unit.ts';

/**
 * Whether a link somewhere leads to the heading that a source begins with: without it the link would be dead.
 *
 * @param path of the source
 */
export function isTitleLinked(path: string, units: Iterable<Unit>): boolean {
  const all = [...units];
  const slug = all.find((unit) => unit.source.path === path)?.body.outline.headings[0]?.slug;
  return all.some(({ source, body }) =>
    body.targets.some(({ target, from }) => {
      if (!target.includes('#') || /^[a-z][a-z0-9+.-]*:|^\/\//i.test(target)) return false;
      const { path: goal, anchor } = resolveLocal(from, target);
      // A link to the source in the default locale is one to its translations too: any of them may be meant.
      return anchor === slug && (/^[#?]/.test(target) ? source.path === path : goal !== null);
    }),
  );
}
