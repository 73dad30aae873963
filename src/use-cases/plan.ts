import { recallFingerprints, workOutFingerprints } from '../body/fingerprint.ts';
import { flattenOf } from '../model/flatten.ts';
import type { Problem } from '../model/problem.ts';
import { stopsEverything } from '../model/problem.ts';
import type { Remote } from '../model/remote.ts';
import type { WorkspaceReader } from '../model/workspace.ts';
import type { WorkspaceFacts } from '../model/workspace-facts.ts';
import { withProblems } from '../plan/plan.ts';
import { withSent } from '../plan/sent.ts';
import { withLeft, withReleased } from '../plan/staged.ts';
import { recordedOf } from '../record/lockfile.ts';
import { type Ahead, readAhead } from './ahead.ts';
import { asPlanned } from './as-planned.ts';
import { type Connection, hasLocalTarget, ProblemsError, sandboxFolder } from './connect.ts';
import type { Context } from './context.ts';
import { withDrafts } from './drafts.ts';
import { fingerprintsUntil } from './fingerprints-ahead.ts';
import type { ReadBlob } from './gone-texts.ts';
import { letGoOfUnchanged } from './let-go.ts';
import { listedFor } from './listed.ts';
import { type KnownLockfile, recordedFor } from './lock.ts';
import { memoFor } from './memo-for.ts';
import { missingHistory, recordedNow } from './past.ts';
import {
  contentOf,
  type Looked,
  type Planned,
  type PlanOptions,
  planOf,
  sectionsOf,
  withoutImageHost,
} from './plan-of.ts';
import { planWaking } from './plan-waking.ts';
import { promotedFrom } from './promote.ts';
import { withOffers } from './redirects.ts';
import { gatherSources, type Sources, type SourcesResult } from './sources.ts';
import { withoutTarget } from './target.ts';
import { snapshotOf } from './wrong-region.ts';

/** Sources that are fit to plan with. @throws ProblemsError when the repository cannot be read at all */
export async function sourcesOrThrow(context: Context): Promise<Sources> {
  return sourcesOf(await gatherSources(context));
}

/** The same of sources that were gathered. @throws ProblemsError */
export function sourcesOf(result: SourcesResult): Sources {
  if (!result.ok) throw new ProblemsError(result.problems);
  return result.sources;
}

/**
 * Takes the snapshot and makes the plan. Only reads.
 *
 * @param blob reads a text that was published; by default from the repository that the help centre is in
 * @param ahead what was read already
 * @throws ProblemsError, IntercomError
 */
export async function planAgainst(
  context: Context,
  sources: Sources,
  connection: Connection<WorkspaceReader>,
  options: PlanOptions,
  blob?: ReadBlob,
  ahead?: Ahead,
): Promise<Planned> {
  const { settings, desired } = sources;
  const { known, snapshot, threads, letsGo } =
    ahead ?? (await readAhead(context, settings, connection, options.workspace));
  await fingerprintsUntil(snapshot, desired, threads);
  const { lockFolder, client } = connection;
  const state = async (listing: Remote): Promise<PlanState> => {
    const listed = await listedFor(connection, sources, known, listing);
    return { known, remote: await withDrafts(listed, client, known, desired), lockFolder };
  };
  const planFrom = (from: PlanState): Promise<Looked> => planKnown(context, sources, from, options, blob);
  const first = await state(await snapshot);
  const looked = letsGo ? await planLettingGo(context, sources, first, client, () => planFrom(first)) : null;
  if (looked !== null) return { ...looked, known, remote: first.remote };
  const whole = letsGo ? await state(await snapshotOf(context, connection, settings)) : first;
  return { ...(await planFrom(whole)), known, remote: whole.remote };
}

interface PlanState {
  readonly known: KnownLockfile;
  readonly remote: Remote;
  readonly lockFolder: string;
}

/**
 * The plan that is made with bodies of articles that did not change let go.
 *
 * @returns null where all bodies are to be listed for it; see `planWaking`
 */
async function planLettingGo(
  context: Context,
  { folder, desired }: Sources,
  { known, remote }: PlanState,
  client: Pick<WorkspaceReader, 'article'>,
  make: () => Promise<Looked>,
): Promise<Looked | null> {
  recallFingerprints(remote.articles, await memoFor(context, folder));
  const recorded = recordedOf(known.read.lockfile, remote.workspace.id);
  letGoOfUnchanged(remote, recorded, desired);
  return planWaking(make, { remote, recorded, desired }, client);
}

/**
 * Makes the plan of the sources, the lockfile and its history, and Intercom as it answered.
 *
 * @throws ProblemsError when the workspace is another one than is meant
 */
export async function planKnown(
  context: Context,
  given: Sources,
  { known, remote, lockFolder }: PlanState,
  options: PlanOptions,
  blob?: ReadBlob,
): Promise<Looked> {
  const { id: workspace } = remote.workspace;
  recallFingerprints(remote.articles, await memoFor(context, given.folder));
  const noted = recordedFor(known, remote, given.settings, options.workspace);
  workOutFingerprints(remote.articles, noted);
  const sections = sectionsOf(known, noted);
  const policy = { policy: options.staleTranslations, blob };
  const meant = asMeant(context, given, recordedOf(known.read.lockfile, workspace).facts);
  const sources = await asPlanned(context, meant, sections, policy);
  const before = withLeft(withReleased(withSent(noted, known.sent.get(workspace) ?? [], remote), remote), remote);
  const { recorded, history } = await recordedNow(context, sources, lockFolder, {
    workspace,
    remote,
    recorded: before,
  });
  const fit = hasLocalTarget(context) ? withoutImageHost(options) : options;
  const promoted = await promotedFrom(context, given, known, { from: options.promote, blob });
  const plan = planOf(sources, recorded, remote, contentOf(known, workspace), { ...fit, promoted });
  const more = [...missingHistory(plan, remote, history), ...withoutTarget(known.read.lockfile, sources.settings)];
  const told = withOffers(context, sources, plan, recorded, remote);
  const found = { sources: told, remote, recorded, plan: withProblems(plan, more) };
  return options.part === undefined ? found : { ...found, part: options.part };
}

/**
 * The sources as the workspace that answered takes them: what the lockfile knows of the only one that was asked may be
 * of another. A sandbox is like the one that is meant.
 */
function asMeant(context: Context, given: Sources, facts: WorkspaceFacts | undefined): Sources {
  const { facts: _, ...unasked } = given.settings;
  const settings = facts === undefined ? unasked : { ...unasked, facts };
  const isSame = flattenOf(settings).join() === flattenOf(given.settings).join();
  return isSame || sandboxFolder(context, given.folder) !== null ? given : given.under(settings);
}

/**
 * Stops a command that writes where the configuration or the workspace as a whole is not as it should be.
 *
 * @throws ProblemsError
 */
export function demandFit(planned: Pick<Planned, 'sources' | 'plan'>): void {
  const { sources, plan } = planned;
  const found = [...sources.problems, ...plan.problems].filter(stopsEverything);
  if (found.length > 0) throw new ProblemsError(found);
}

/** Problems of the sources and of the plan, as one list: of the chosen part, where one was chosen. */
export function allProblems({ sources, plan, part }: Pick<Planned, 'sources' | 'plan' | 'part'>): readonly Problem[] {
  const all = [...sources.problems, ...plan.problems];
  return part === undefined ? all : all.filter(({ place }) => place === undefined || part.hasFile(place.file));
}
