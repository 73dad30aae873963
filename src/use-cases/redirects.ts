import { graded } from '../compile/grade.ts';
import { versionHas } from '../intercom/versions.ts';
import type { Plan } from '../model/plan.ts';
import { problem } from '../model/problem.ts';
import type { Recorded } from '../model/recorded.ts';
import type { Remote } from '../model/remote.ts';
import type { WorkspaceReader } from '../model/workspace.ts';
import { redirectOffers } from '../plan/redirect-offers.ts';
import { type RedirectsInput, redirectedPlan } from '../plan/redirects.ts';
import type { Context } from './context.ts';
import type { Sources } from './sources.ts';
import { changed } from './stale-translations.ts';

/** Sources as the version of the API can take them: before 2.16 no redirect is made, and that is said once. */
export function withinRedirects(sources: Sources): Sources {
  const { desired, settings, problems } = sources;
  const { redirects = [], ...rest } = desired;
  if (redirects.length === 0 || versionHas(settings.apiVersion, 'redirects')) return sources;
  const place = redirects.find((one) => one.place !== undefined)?.place;
  const found = problem('redirects-unsupported', { count: redirects.length, version: settings.apiVersion }, place);
  return changed(sources, { desired: rest, problems: [...problems, ...graded([found], settings.problems)] });
}

/**
 * The redirects of a workspace, where sources or the lockfile name any: each help centre's are a listing of its own.
 *
 * @throws IntercomError
 */
export async function redirectsFor(
  client: Pick<WorkspaceReader, 'redirects'>,
  remote: Pick<Remote, 'helpCentres'>,
  { desired, settings }: Pick<Sources, 'desired' | 'settings'>,
  recorded: Pick<Recorded, 'redirects'>,
): Promise<Pick<Remote, 'redirects'>> {
  const isNamed = desired.redirects !== undefined || Object.keys(recorded.redirects ?? {}).length > 0;
  if (!isNamed || !versionHas(settings.apiVersion, 'redirects')) return {};
  return { redirects: await allRedirects(remote, client) };
}

/** The redirects of all help centres. @throws IntercomError */
export async function allRedirects(
  { helpCentres }: Pick<Remote, 'helpCentres'>,
  client: Pick<WorkspaceReader, 'redirects'>,
): Promise<NonNullable<Remote['redirects']>> {
  return (await Promise.all(helpCentres.map((centre) => client.redirects(centre)))).flat();
}

/** The plan with what becomes of old addresses, where the version of the API knows redirects. */
export function withRedirects(plan: Plan, { settings }: Pick<Sources, 'settings'>, input: RedirectsInput): Plan {
  const isAsked = input.remote === null || input.remote.redirects !== undefined;
  return isAsked && versionHas(settings.apiVersion, 'redirects') ? redirectedPlan(plan, input) : plan;
}

/** Sources with the redirects that the plan offers, as problems of the files that are gone. */
export function withOffers(
  { host }: Pick<Context, 'host'>,
  sources: Sources,
  plan: Plan,
  recorded: Recorded,
  remote: Remote | null,
): Sources {
  const { settings, desired, repository, problems } = sources;
  if (!versionHas(settings.apiVersion, 'redirects')) return sources;
  const now = (): number => Math.floor(host.now() / 1000);
  const found = redirectOffers(plan, { desired, recorded, remote, now, root: repository.root });
  return found.length === 0
    ? sources
    : changed(sources, { problems: [...problems, ...graded(found, settings.problems)] });
}
