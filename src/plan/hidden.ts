import type { Desired } from '../model/desired.ts';
import type { Change } from '../model/plan.ts';
import type { Remote } from '../model/remote.ts';

/** Tells which writes make a draft of a text that readers have. Without Intercom nobody knows what readers have. */
export function hidden(desired: Desired, remote: Remote | null): (change: Change) => boolean {
  const wanted = new Map(desired.articles.map(({ key, locales }) => [key, locales]));
  const there = new Map(remote?.articles.map(({ id, locales }) => [id, locales]));
  return ({ key, id, locales }) =>
    Object.entries(locales).some(
      ([locale, step]) =>
        step.do === 'write' &&
        wanted.get(key)?.[locale]?.state === 'draft' &&
        there.get(id ?? '')?.[locale]?.state === 'published',
    );
}
