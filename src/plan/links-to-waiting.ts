import type { ContentPath } from '../model/article.ts';
import type { Desired } from '../model/desired.ts';
import { type Plan, stages } from '../model/plan.ts';
import type { Problem } from '../model/problem.ts';
import { problem } from '../model/problem.ts';
import type { Recorded } from '../model/recorded.ts';
import type { Remote } from '../model/remote.ts';

/**
 * Links in what goes live to articles that readers do not have, because they wait: to be released, or for their time.
 *
 * @param plan with what waits in it
 */
export function linksToWaiting(
  { changes }: Pick<Plan, 'changes'>,
  { articles }: Desired,
  recorded: Recorded,
  remote: Remote | null,
): readonly Problem[] {
  const waits = waitingAmong(changes, recorded, remote);
  if (waits.size === 0) return [];
  const steps = new Map(changes.map(({ key, locales }) => [key, locales]));
  return articles.flatMap(({ key, locales }) =>
    Object.entries(locales).flatMap(([locale, { state, links = [] }]) =>
      steps.get(key)?.[locale]?.do === 'write' && state === 'published'
        ? links.flatMap(({ to, place }) => (waits.has(to) ? [problem('link-to-waiting', { to }, place)] : []))
        : [],
    ),
  );
}

function waitingAmong(
  changes: Plan['changes'],
  { articles }: Recorded,
  remote: Remote | null,
): ReadonlySet<ContentPath> {
  const shown = new Set(
    remote?.articles.flatMap(({ id, locales }) =>
      Object.values(locales).some(({ state }) => state === 'published') ? [id] : [],
    ),
  );
  const written = new Set(
    changes.flatMap(({ key, locales }) => (Object.values(locales).some((step) => step.do === 'write') ? [key] : [])),
  );
  const isShown = (id: string | null, key: ContentPath): boolean =>
    remote === null
      ? Object.values(articles[key]?.locales ?? {}).some(({ draft }) => draft !== true)
      : id !== null && shown.has(id);
  const staged = changes.flatMap((change) => (stages(change) && !isShown(change.id, change.key) ? [change.key] : []));
  const kept = Object.entries(articles).flatMap(([key, { id, locales }]) =>
    Object.values(locales).some((known) => known.staged !== undefined) && !isShown(id, key) ? [key] : [],
  );
  return new Set([...staged, ...kept].filter((key) => !written.has(key)));
}
