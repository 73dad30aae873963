import type { ContentPath } from '../model/article.ts';
import type { RedirectOutcome } from '../model/outcome.ts';
import type { RedirectChange } from '../model/plan.ts';
import { partsOfRedirectKey, type RedirectGoal, type RedirectTarget } from '../model/redirect.ts';
import { IntercomError } from '../model/workspace.ts';
import type { World } from './world.ts';

/**
 * Makes, replaces and deletes redirects, one after the other, once what they lead to is there. What only the lockfile
 * learns of is noted whatever else happens. A target that failed leaves its redirect for the next run, and so does a run
 * that has to stop.
 *
 * @param failed articles whose change did not take place
 */
export async function publishRedirects(
  world: World,
  failed: ReadonlySet<ContentPath>,
): Promise<readonly RedirectOutcome[]> {
  const outcomes: RedirectOutcome[] = [];
  // An address may be free only once another redirect is gone.
  const order = ({ kind }: RedirectChange): number => (kind === 'remove' || kind === 'forget' ? 0 : 1);
  for (const redirect of [...(world.plan.redirects ?? [])].sort((a, b) => order(a) - order(b))) {
    const message = reasonToWait(world, redirect, failed);
    if (message !== null) {
      outcomes.push({ result: 'left', redirect, message });
      continue;
    }
    try {
      await carryOut(world, redirect);
      if (sends(redirect)) world.breaker.succeeded();
      outcomes.push({ result: 'done', redirect });
    } catch (error) {
      if (!(error instanceof IntercomError)) throw error;
      await world.breaker.failed(error);
      const { code, message: said, requestId } = error;
      const left = { result: 'left', redirect, message: 'the run was stopped before it' } as const;
      outcomes.push(code === 'cancelled' ? left : { result: 'failed', redirect, message: said, requestId });
    }
  }
  return outcomes;
}

const sends = ({ kind }: RedirectChange): boolean => kind !== 'record' && kind !== 'forget';

/** Why a redirect is not begun, in a clause; null where it is. */
function reasonToWait(world: World, redirect: RedirectChange, failed: ReadonlySet<ContentPath>): string | null {
  const { signal, breaker } = world;
  if (sends(redirect) && signal.aborted) return 'the run was stopped before it';
  if (sends(redirect) && breaker.reason() !== null) return 'the run had to stop before it';
  if (redirect.to === null) return null;
  const isFailed = 'article' in redirect.to && failed.has(redirect.to.article);
  return isFailed || goalOf(world, redirect.to) === null ? 'what it leads to was not published' : null;
}

async function carryOut(world: World, redirect: RedirectChange): Promise<void> {
  const { writer } = world;
  const { kind, key, address, id, locale, to } = redirect;
  const { helpCentre } = partsOfRedirectKey(key);
  if ((kind === 'remove' || kind === 'replace') && id !== null) await writer.deleteRedirect(helpCentre, id);
  if (kind !== 'create' && kind !== 'record') await world.record({ of: 'redirect', key, entry: null });
  const goal = to === null ? null : goalOf(world, to);
  if (goal === null) return;
  if (kind === 'record') {
    if (id !== null) await world.record({ of: 'redirect', key, entry: { id, locale, ...goal } });
    return;
  }
  const url = world.remote.helpCentres.find((centre) => centre.id === helpCentre)?.url ?? '';
  const made = await writer.createRedirect({ centre: { id: helpCentre, url }, address, locale, ...goal });
  await world.record({ of: 'redirect', key, entry: { id: made.id, locale, ...goal } });
}

/** What it leads to as Intercom knows it by now; null where it is not there. */
function goalOf({ known, entries, collectionIds }: World, target: RedirectTarget): RedirectGoal | null {
  const isArticle = 'article' in target;
  const targetId = isArticle
    ? (entries.get(target.article)?.id ?? known.get(target.article)?.id)
    : collectionIds.get(target.collection);
  return targetId === undefined ? null : { targetType: isArticle ? 'article' : 'collection', targetId };
}
