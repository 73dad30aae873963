import { lstat, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { ZodError } from 'zod';
import type { Remote } from '../model/remote.ts';
import { UsageError } from '../model/usage-error.ts';
import type { WorkspaceFacts } from '../model/workspace-facts.ts';
import { RefusedError } from '../probe/bench.ts';
import { clear, type Remaining } from '../probe/clear.ts';
import { notesName, readNotes } from '../probe/notes.ts';
import { type Probed, probe } from '../probe/probe.ts';
import { readReport, reportOf } from '../probe/report.ts';
import { type Notes, type Thing, thingText } from '../probe/things.ts';
import { recordedOf, withRecorded, writeLockfile } from '../record/lockfile.ts';
import { version } from '../version.ts';
import { type Benches, type Connection, connectBenches, ProblemsError } from './connect.ts';
import type { Context } from './context.ts';
import { holdRunLock } from './hold-run-lock.ts';
import { readKnown, recordedFor, settleRecovery } from './lock.ts';
import { refuseCommitted } from './refuse-committed.ts';
import { demandTarget, readSettings } from './target.ts';

/** What a person gives a probe. */
export interface ProbeOptions {
  readonly pictures: readonly string[];
  readonly changingPicture?: string;
}

/** What is about to be asked of which workspace. */
export interface ProbeOffer {
  readonly workspace: Remote['workspace'];
  /** What an earlier probe left there, which goes first. */
  readonly before: readonly Thing[];
}

/** What a probe came to. */
export interface ProbeRun {
  readonly workspace: Remote['workspace'];
  /** null: whoever was asked did not agree, so nothing was sent. */
  readonly found: { readonly facts: WorkspaceFacts; readonly probed: Probed } | null;
  readonly before: WorkspaceFacts | undefined;
  readonly requests: number;
  /** What could not be taken away again. */
  readonly remaining: readonly Remaining[];
}

/**
 * Asks a workspace for its habits, takes away again what that took, and notes the answers in the lockfile.
 *
 * @param agree told the workspace; whether to go on
 * @throws ProblemsError, UsageError, IntercomError, LockfileError; what was made is taken away then as well, and where
 *   that cannot be, the next probe does it
 */
export async function probeWorkspace(
  context: Context,
  options: ProbeOptions,
  agree: (offer: ProbeOffer) => Promise<boolean>,
): Promise<ProbeRun> {
  const read = await readSettings(context);
  if (!read.ok) throw new ProblemsError(read.problems);
  const { settings, folder } = read;
  demandTarget(settings);
  const connection = await connectBenches(context, settings, folder);
  const release = await holdRunLock(connection, context);
  try {
    const workspace = await connection.client.looks.me();
    const known = await readKnown(context, connection.lockFolder, connection.ownFolder);
    recordedFor(known, { workspace }, settings);
    const section = recordedOf(known.read.lockfile, workspace.id);
    const notes = await readNotes(connection.ownFolder, workspace.id);
    if (notes.things.length > 0) await refuseCommitted(context, connection.ownFolder, notesName);
    const nothing = { workspace, before: section.facts, remaining: [] };
    if (!(await agree({ workspace, before: notes.things }))) return { ...nothing, found: null, requests: 1 };
    const { probed, remaining } = await askAndClear(context, connection, notes, workspace, options);
    const rateLimit = connection.client.asking.rateLimit();
    const doubted = stillDoubted(section.facts, probed);
    const facts: WorkspaceFacts = {
      asked: new Date(context.host.now()).toISOString().slice(0, 10),
      apiVersion: settings.apiVersion,
      answers: { ...kept(section.facts, probed, settings.apiVersion), ...probed.answers },
      ...(rateLimit === null ? {} : { rateLimit }),
      ...(probed.locales.length === 0 ? {} : { locales: probed.locales }),
      ...(Object.keys(doubted).length === 0 ? {} : { doubted }),
    };
    const settled = await settleRecovery(known, connection.ownFolder);
    const { lockfile } = settled.read;
    const after = { ...recordedOf(lockfile, workspace.id), facts };
    await writeLockfile(settled.read, withRecorded(lockfile, workspace.id, after));
    const requests = 1 + connection.client.asking.requests() + connection.client.clearing.requests();
    return { ...nothing, found: { facts, probed }, requests, remaining };
  } finally {
    await release();
    await connection.close();
  }
}

/** Answers to what was not asked this time. Another version of the API may have others. */
function kept(
  before: WorkspaceFacts | undefined,
  { left }: Probed,
  version: WorkspaceFacts['apiVersion'],
): WorkspaceFacts['answers'] {
  if (before?.apiVersion !== version) return {};
  return Object.fromEntries(Object.entries(before.answers).filter(([name]) => left.has(name as never)));
}

/** What is doubted and was not asked this time stays so. */
function stillDoubted(before: WorkspaceFacts | undefined, { left }: Probed): WorkspaceFacts['answers'] {
  return Object.fromEntries(Object.entries(before?.doubted ?? {}).filter(([name]) => left.has(name as never)));
}

async function askAndClear(
  context: Context,
  { client }: Connection<Benches>,
  notes: Notes,
  workspace: Remote['workspace'],
  options: ProbeOptions,
): Promise<{ readonly probed: Probed; readonly remaining: readonly Remaining[] }> {
  const { now, random } = context.host;
  const mark = Array.from({ length: 12 }, () => Math.floor(random() * 16).toString(16)).join('');
  await clear(client.clearing, notes, now() / 1000);
  const input = { workbench: client.asking, notes, owner: workspace.tokenOwnerId, mark, now: Math.floor(now() / 1000) };
  let probed: Probed;
  try {
    probed = await probe({ ...input, ...options });
  } catch (error) {
    const remaining = await clear(client.clearing, notes, now() / 1000).catch(() => notesAsRemaining(notes));
    context.say(remainingText(remaining));
    throw plainly(error);
  }
  const remaining = await clear(client.clearing, notes, now() / 1000).catch(() => notesAsRemaining(notes));
  return { probed, remaining };
}

/** What a probe ended with, as the error of the border that it came from. */
function plainly(error: unknown): unknown {
  if (error instanceof RefusedError) return error.reply.error;
  if (!(error instanceof ZodError)) return error;
  const what = `Intercom’s answer has an unexpected shape (${error.issues[0]?.path.join('.')})`;
  return new UsageError('unexpected-shape', what, 'A newer helpcentre may know it.', 1);
}

function notesAsRemaining({ things }: Notes): readonly Remaining[] {
  return things.map((thing) => ({ thing, why: 'Intercom did not answer' }));
}

/** What is left in a workspace, for a person; nothing where nothing is. */
export function remainingText(remaining: readonly Remaining[]): string {
  if (remaining.length === 0) return '';
  const lines = remaining.map(({ thing, why }) => `  ${thingText(thing)}: ${why}\n`);
  return `Not taken away again (the next "helpcentre probe" does it):\n${lines.join('')}`;
}

export { mostRequests } from '../probe/bench.ts';

/**
 * Makes sure that a report can be written, before anything is asked: over an earlier report alone.
 *
 * @param file absolute
 * @throws UsageError where something of this name is no report, or there is no folder for it
 */
export async function demandReportFile(file: string): Promise<void> {
  const refuse = (why: string): never => {
    throw new UsageError('report-taken', `${file} cannot be written: ${why}`, 'Name another file.', 64);
  };
  const folder = await stat(path.dirname(file)).catch(() => null);
  if (folder?.isDirectory() !== true) refuse('there is no folder for it');
  const before = await lstat(file).catch(() => null);
  if (before === null) return;
  const text = before.isFile() ? await readFile(file, 'utf8').catch(() => null) : null;
  if (text === null || (text !== '' && readReport(text) === null)) refuse('it is there, and no report');
}

/** What a run found, to be attached to an issue. */
export function reportFor(context: Context, { found, workspace }: ProbeRun): object {
  if (found === null) return {};
  const { hostname } = new URL(context.host.env.INTERCOM_BASE_URL || 'https://api.intercom.io');
  return reportOf(found.facts, found.probed, version, [workspace.id, workspace.name, hostname]);
}
