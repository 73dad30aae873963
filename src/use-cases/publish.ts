import type { Outcome } from '../model/outcome.ts';
import type { Problem } from '../model/problem.ts';
import { UsageError } from '../model/usage-error.ts';
import type { WorkspaceWriter } from '../model/workspace.ts';
import { doubting } from '../model/workspace-facts.ts';
import { isEmpty } from '../plan/plan.ts';
import { comparePlans } from '../plan/plan-file.ts';
import { startJournal } from '../publish/journal.ts';
import { collectionsToLearn } from '../publish/learn-collections.ts';
import { publish as carryOut, type Published } from '../publish/publish.ts';
import { recordedOf, withRecorded, writeLockfile } from '../record/lockfile.ts';
import { applyRecordings } from '../record/record.ts';
import type { RunFacts } from '../report/outcome-text.ts';
import { planDifferencesText } from '../report/plan-text.ts';
import { undoneRedirects } from '../report/redirect-text.ts';
import { type Begun, helped, readAhead } from './ahead.ts';
import { type Choice, chosenPart, isPart } from './chosen-part.ts';
import { articlesUnderWay, type Connection, connectWriter, type Flights, flightsFor } from './connect.ts';
import type { Context } from './context.ts';
import { desiredBy } from './desired-by.ts';
import { holdRunLock } from './hold-run-lock.ts';
import { imageHostFor } from './image-host-for.ts';
import { type Aimed, asAimed } from './let-go.ts';
import { settleRecovery } from './lock.ts';
import { roomIsMade } from './make-room.ts';
import { refuseManaged } from './managed.ts';
import { pictureCheckFor } from './picture-check-for.ts';
import { allProblems, demandFit, planAgainst, sourcesOrThrow } from './plan.ts';
import type { Planned, PlanOptions } from './plan-of.ts';
import { startProgress } from './progress.ts';
import { doubtsText, watchHabits } from './watch-habits.ts';
import { sourcesAndMore } from './while-compiling.ts';

/** What publishing came to. */
export interface PublishRun {
  readonly planned: Planned;
  readonly facts: RunFacts;
  /** false: whoever was asked did not agree, so nothing was carried out. */
  readonly isCarriedOut: boolean;
  /** Address of the embedded sandbox; null when there is none. */
  readonly sandboxUrl: string | null;
}

/** How the plan is made, which part of it is meant, and how many articles are under way at once. */
type PublishOptions = Omit<PlanOptions, 'part'> &
  Choice & { readonly concurrency?: number; readonly forceManaged?: boolean };

type Result = Pick<Published, 'outcomes' | 'notBegun' | 'stopped' | 'failedCollections' | 'redirects'>;

/** Whether a plan is carried out. `when-unchanged`: somebody took their time to look at it, so it is made again first. */
export type Agreement = 'no' | 'yes' | 'when-unchanged';

/**
 * Makes the plan, asks whether to go on, carries it out and writes the lockfile. Where the run is cut off in between,
 * what took effect is in the journal.
 *
 * @param given how the plan is made, which part of it is meant, and how many articles are under way at once
 * @param agree told the plan, and whether there is nothing in it to do
 * @throws ProblemsError, UsageError, IntercomError, LockfileError
 */
export async function publishSources(
  context: Context,
  given: PublishOptions,
  agree: (planned: Planned, isNothing: boolean) => Promise<Agreement>,
): Promise<PublishRun> {
  const { host } = context;
  const started = host.now();
  const flights = flightsFor(given.concurrency);
  const begin = (inputs: Aimed) => beginPublish(context, inputs, flights, given);
  // Not long before it is needed: what colleagues write after it is read is not seen.
  const whole = isPart(given) ? null : await sourcesAndMore(context, 'nearlyCompiled', begin);
  const sources = whole?.sources ?? (await sourcesOrThrow(context));
  if (whole === null) await refuseManaged(context, sources, given.forceManaged === true);
  const options: PlanOptions = { ...given, ...(await chosenPart(context, sources, given)), imageHost: 'demanded' };
  const { connection, ahead, end } = await (whole === null
    ? begin(asAimed(sources))
    : helped(whole.begun, whole.threads));
  try {
    const shown = await planAgainst(context, sources, connection, options, undefined, ahead);
    demandFit(shown);
    const agreement = await agree(shown, isEmpty(shown.plan));
    const isCarriedOut = agreement !== 'no';
    if (isCarriedOut) roomIsMade();
    const planned = agreement === 'when-unchanged' ? await unchanged(context, shown, connection, options) : shown;
    const result = isCarriedOut ? await carry(context, planned, connection, flights) : nothingDone;
    const facts: RunFacts = {
      ...result,
      collections: isCarriedOut ? planned.plan.collections.filter(({ key }) => !result.failedCollections.has(key)) : [],
      requests: connection.client.requests(),
      seconds: (host.now() - started) / 1000,
      heldBack: planned.plan.held.length,
      notCompiled: planned.plan.notCompiled.length,
      leftOut: planned.plan.leftOut.length,
    };
    return { planned, facts, isCarriedOut, sandboxUrl: connection.sandboxUrl };
  } finally {
    await end();
  }
}

/** Takes the place of the one run that writes, and begins to read what is there. @throws UsageError, ProblemsError */
async function beginPublish(
  context: Context,
  aimed: Aimed,
  flights: Flights,
  { forceManaged, workspace }: PublishOptions,
): Promise<Begun<WorkspaceWriter>> {
  const { settings, folder } = aimed;
  await refuseManaged(context, aimed, forceManaged === true);
  const connection = await connectWriter(context, settings, folder, flights);
  const release = await holdRunLock(connection, context);
  const end = async (): Promise<void> => {
    await release();
    await connection.close();
  };
  try {
    return { connection, ahead: await readAhead(context, settings, connection, workspace, aimed), end };
  } catch (error) {
    await end();
    throw error;
  }
}

/**
 * Whether something failed, was held back or not begun, or has an error: the exit code is 1 then.
 *
 * @param problems those that count; by default all
 */
export function hasFallenShort(
  { planned, facts, isCarriedOut }: PublishRun,
  problems: readonly Problem[] = allProblems(planned),
): boolean {
  const failed = facts.outcomes.some((outcome) => outcome.result === 'failed');
  const errors = problems.some((problem) => problem.severity === 'error');
  const undone = undoneRedirects(facts).length;
  const unfinished = undone > 0 || facts.notBegun.length > 0 || facts.failedCollections.size > 0 || !isCarriedOut;
  return failed || errors || unfinished || planned.plan.held.length > 0;
}

/**
 * Makes the plan again: what was edited in Intercom while it was looked at must not be written over.
 *
 * @throws UsageError when it is another one by now
 */
async function unchanged(
  context: Context,
  shown: Planned,
  connection: Connection<WorkspaceWriter>,
  options: PlanOptions,
): Promise<Planned> {
  const { sources } = shown;
  const ahead = await readAhead(context, sources.settings, connection, options.workspace, asAimed(sources));
  const planned = await planAgainst(context, sources, connection, options, undefined, ahead);
  if (planned.plan.digest === shown.plan.digest) return planned;
  const differences = comparePlans(shown.plan, planned.plan);
  context.say(planDifferencesText(differences, context.errorPaint, 'What changed while you were asked'));
  throw new UsageError(
    'plan-differs',
    'the plan has changed since it was shown, so nothing was published',
    'Run again and check the new plan.',
    1,
    { differences },
  );
}

const nothingDone: Result = {
  ...{ outcomes: [], notBegun: [], redirects: [], stopped: null },
  failedCollections: new Map(),
};

async function carry(
  context: Context,
  planned: Planned,
  connection: Connection<WorkspaceWriter>,
  flights: Flights,
): Promise<Result> {
  const { plan, recorded, remote, sources } = planned;
  const isNothing = isEmpty(plan) && collectionsToLearn(sources.desired, recorded, remote).length === 0;
  const sent = planned.known.sent.get(remote.workspace.id) ?? [];
  // What a run that was cut off sent is known by its journal alone, as long as it is held.
  if (isNothing && sent.some((one) => plan.held.some(({ key, id }) => key === one.key || id === one.id)))
    return nothingDone;
  const known = await settleRecovery(planned.known, connection.ownFolder, isNothing ? remote.workspace.id : null);
  if (isNothing) return nothingDone;
  const pictures = pictureCheckFor(sources.settings, context, connection.loopback);
  const images = await imageHostFor(sources.settings, sources.folder, connection.loopback, context.host.env);
  const journal = await startJournal(connection.ownFolder, remote.workspace.id);
  const progress = startProgress(context, plan.changes.length);
  const { facts } = recordedOf(known.read.lockfile, remote.workspace.id);
  const watched = watchHabits(connection.client, facts);
  try {
    const published = await carryOut({
      plan,
      desired: desiredBy(plan, sources),
      recorded,
      remote,
      origins: sources.translations?.origins ?? new Map(),
      writer: watched.writer,
      images,
      ...(pictures === null ? {} : { pictures }),
      journal,
      concurrency: flights.concurrency,
      underWay: articlesUnderWay(flights),
      signal: context.host.signal,
      onNotice: (notice) => context.say(`${notice}\n`),
      onOutcome: (outcome: Outcome) => progress.step(outcome.change.key),
    });
    const doubted = facts === undefined ? {} : { facts: doubting(facts, [...watched.doubts]) };
    if (facts !== undefined) context.say(doubtsText(facts, watched.doubts));
    const { content } = sources.settings;
    const after = { ...applyRecordings(recorded, published.recordings), content, ...doubted };
    await writeLockfile(known.read, withRecorded(known.read.lockfile, remote.workspace.id, after));
    await journal.finish();
    return published;
  } catch (error) {
    // What took effect is in the journal, from which the next run goes on.
    await journal.leave();
    throw error;
  } finally {
    progress.end();
    await Promise.all([images.close(), pictures?.close()]);
  }
}
