import { recallFingerprints, workOutFingerprints } from '../body/fingerprint.ts';
import { LetGoError } from '../memory/kept-text.ts';
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
import { letGoIn, letGoOfUnchanged, woken } from './let-go.ts';
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
  const planFrom = async (listing: Remote, make: typeof planKnown): Promise<Planned> => {
    const listed = await listedFor(connection, sources, known, listing);
    const remote = await withDrafts(listed, client, known, desired);
    return { ...(await make(context, sources, { known, remote, lockFolder }, options, blob)), known, remote };
  };
  if (!letsGo) return planFrom(await snapshot, planKnown);
  const make: typeof planKnown = (...given) => planLettingGo(client, ...given);
  try {
    return await planFrom(await snapshot, make);
  } catch (error) {
    if (!(error instanceof LetGoError)) throw error;
    return planFrom(await snapshotOf(context, connection, settings), planKnown);
  }
}

/**
 * The same as `planKnown`, with bodies of articles that did not change let go. Those that the plan has to do with all the
 * same are asked for again.
 *
 * @throws LetGoError where so many are that all are better listed once more, or one changed meanwhile
 */
async function planLettingGo(
  client: Pick<WorkspaceReader, 'article'>,
  ...[context, sources, state, ...how]: Parameters<typeof planKnown>
): Promise<Looked> {
  const { known, remote } = state;
  const wake = async (ids: readonly string[]): Promise<void> => {
    if (!(await woken(ids, remote, client, sources.settings.locale))) throw new LetGoError();
  };
  recallFingerprints(remote.articles, await memoFor(context, sources.folder));
  const recorded = recordedOf(known.read.lockfile, remote.workspace.id);
  await wake(letGoOfUnchanged(remote, recorded, sources.desired));
  for (;;) {
    const looked = await planKnown(context, sources, state, ...how);
    const missing = letGoIn(looked.plan, remote);
    if (missing.length === 0) return looked;
    await wake(missing);
  }
}

/**
 * Makes the plan of the sources, the lockfile and its history, and Intercom as it answered.
 *
 * @throws ProblemsError when the workspace is another one than is meant
 */
export async function planKnown(
  context: Context,
  given: Sources,
  {
    known,
    remote,
    lockFolder,
  }: { readonly known: KnownLockfile; readonly remote: Remote; readonly lockFolder: string },
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
