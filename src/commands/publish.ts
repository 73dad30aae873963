import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Host } from '../host.ts';
import type { Outcome, Plan } from '../model.ts';
import { isEmpty } from '../plan/plan.ts';
import { comparePlans, parsePlan } from '../plan/plan-file.ts';
import { startJournal } from '../publish/journal.ts';
import { publish as carryOut, type Published } from '../publish/publish.ts';
import { BusyError, takeRunLock } from '../publish/run-lock.ts';
import { withRecorded, writeLockfile } from '../record/lockfile.ts';
import { applyRecordings } from '../record/record.ts';
import { outcomeText, type RunFacts } from '../report/outcome-text.ts';
import { planDifferencesText, planText } from '../report/plan-text.ts';
import { problemsSummary, problemsText } from '../report/problems-text.ts';
import type { WorkspaceWriter } from '../workspace.ts';
import { type Connection, connectWriter, defaultConcurrency } from './connect.ts';
import { type CommonOptions, type Context, makeContext } from './context.ts';
import { imageHostFor } from './image-host-for.ts';
import { settleRecovery } from './lock.ts';
import { allProblems, type Planned, type PlanOptions, planAgainst, sourcesOrThrow } from './planning.ts';
import { startProgress } from './progress.ts';
import { linesOf } from './sources.ts';
import { UsageError } from './usage-error.ts';

/** Options of `publish`. */
export interface PublishOptions extends CommonOptions, PlanOptions {
  readonly yes?: boolean;
  /** A saved plan: exactly it is carried out, or nothing. */
  readonly plan?: string;
  readonly concurrency?: number;
}

/**
 * `helpcentre publish`: makes the plan, shows it, asks, carries it out and records what took effect.
 *
 * @returns 0 when everything wanted was done, 1 when something failed or was held back
 */
export async function publish(host: Host, options: PublishOptions): Promise<number> {
  const context = makeContext(host, options);
  const started = host.now();
  const sources = await sourcesOrThrow(context);
  const concurrency = options.concurrency ?? defaultConcurrency;
  const connection = await connectWriter(context, sources.settings, sources.folder, concurrency);
  const release = await takeRunLock(connection.ownFolder).catch(async (error: unknown) => {
    await connection.close();
    if (!(error instanceof BusyError)) throw error;
    throw new UsageError(error.code, error.message, 'Wait until it has ended, then run again.');
  });
  try {
    const planned = await planAgainst(context, sources, connection, options);
    await show(context, planned);
    if (options.plan !== undefined) await demandPlan(context, options.plan, planned.plan);
    const go = isEmpty(planned.plan) || options.plan !== undefined || (await agreed(context));
    const result = go ? await carry(context, planned, connection, concurrency) : nothingDone;
    const facts: RunFacts = {
      ...result,
      requests: connection.client.requests(),
      seconds: (host.now() - started) / 1000,
      heldBack: planned.plan.held.length,
    };
    report(context, planned, facts, connection, go);
    return exitCode(planned, facts, go);
  } finally {
    await release();
    await connection.close();
  }
}

const nothingDone: Pick<Published, 'outcomes' | 'notBegun' | 'stopped' | 'failedCollections'> = {
  outcomes: [],
  notBegun: [],
  stopped: null,
  failedCollections: new Map(),
};

async function show(context: Context, planned: Planned): Promise<void> {
  const problems = allProblems(planned);
  if (problems.length > 0) {
    const lines = await linesOf(problems, context.host.cwd);
    context.say(`${problemsText(problems, context.errorPaint, lines)}\n${problemsSummary(problems)}\n\n`);
  }
  if (context.options.json !== true)
    context.print(planText(planned.plan, context.paint, planned.remote.workspace.name));
}

async function agreed(context: Context & { readonly options: PublishOptions }): Promise<boolean> {
  if (context.options.yes === true) return true;
  if (!context.host.interactive || context.options.json === true) {
    throw new UsageError(
      'not-confirmed',
      'there is no terminal to ask on',
      'Look at the plan, then run again with --yes.',
      64,
    );
  }
  return context.host.confirm('Publish this?');
}

/** Stops unless the plan made now is the one that was reviewed. */
async function demandPlan(context: Context, file: string, current: Plan): Promise<void> {
  const text = await readFile(path.resolve(context.cwd, file), 'utf8');
  const parsed = parsePlan(text);
  if (!parsed.ok) {
    throw new UsageError(
      'bad-plan',
      `${file} cannot be used: ${parsed.message}`,
      'Make it again with "helpcentre plan --out".',
    );
  }
  if (parsed.plan.digest === current.digest) return;
  const differences = comparePlans(parsed.plan, current);
  context.say(planDifferencesText(differences, context.errorPaint));
  throw new UsageError(
    'plan-differs',
    `the plan made now is not the one in ${file}: nothing was published`,
    'Look at what moved since, and make the plan again with "helpcentre plan --out".',
  );
}

async function carry(
  context: Context,
  planned: Planned,
  connection: Connection<WorkspaceWriter>,
  concurrency: number,
): Promise<Pick<Published, 'outcomes' | 'notBegun' | 'stopped' | 'failedCollections'>> {
  const { plan, recorded, remote, sources } = planned;
  const known = await settleRecovery(planned.known, connection.ownFolder);
  if (isEmpty(plan)) return nothingDone;
  const journal = await startJournal(connection.ownFolder, remote.workspace.id);
  const images = await imageHostFor(sources.settings, sources.folder, connection.loopback, context.host.env);
  const progress = startProgress(context, plan.changes.length);
  try {
    const published = await carryOut({
      plan,
      desired: sources.desired,
      recorded,
      remote,
      writer: connection.client,
      images,
      journal,
      concurrency,
      signal: context.host.signal,
      onNotice: (notice) => context.say(`${notice}\n`),
      onOutcome: (outcome: Outcome) => progress.step(outcome.change.key),
    });
    const after = { ...applyRecordings(recorded, published.recordings), content: sources.settings.content };
    await writeLockfile(known.read, withRecorded(known.read.lockfile, remote.workspace.id, after));
    await journal.finish();
    return published;
  } catch (error) {
    // What took effect is in the journal, from which the next run goes on.
    await journal.leave();
    throw error;
  } finally {
    progress.end();
    await images.close();
  }
}

function report(
  context: Context,
  planned: Planned,
  facts: RunFacts,
  connection: Connection<WorkspaceWriter>,
  go: boolean,
): void {
  if (context.options.json === true) {
    const { outcomes, notBegun, stopped = null, requests, seconds } = facts;
    const failedCollections = Object.fromEntries(facts.failedCollections);
    context.print(
      `${JSON.stringify({ plan: planned.plan, outcomes, notBegun, stopped, failedCollections, requests, seconds }, null, 2)}\n`,
    );
    return;
  }
  if (!go) {
    context.print('Nothing was published.\n');
    return;
  }
  context.print(outcomeText(facts, context.paint));
  if (connection.sandboxUrl !== null) {
    const where = context.shown === '' ? '' : ` --cwd ${context.shown}`;
    context.print(`The pages open while the sandbox runs: helpcentre sandbox${where}\n`);
  }
}

function exitCode(planned: Planned, facts: RunFacts, go: boolean): number {
  const failed = facts.outcomes.some((outcome) => outcome.result === 'failed');
  const errors = allProblems(planned).some((problem) => problem.severity === 'error');
  const unfinished = facts.notBegun.length > 0 || facts.failedCollections.size > 0 || !go;
  return failed || errors || unfinished || planned.plan.held.length > 0 ? 1 : 0;
}
