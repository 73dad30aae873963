import path from 'node:path';
import { replaceFile } from '../disk/replace-file.ts';
import type { Host } from '../model/host.ts';
import { UsageError } from '../model/usage-error.ts';
import { answered } from '../model/workspace-facts.ts';
import { formatDocument } from '../output/format.ts';
import { factsText } from '../report/facts-text.ts';
import { count, oneLine } from '../report/paint.ts';
import { type CommonOptions, type Context, makeContext } from '../use-cases/context.ts';
import {
  demandReportFile,
  mostRequests,
  type ProbeOffer,
  type ProbeRun,
  probeWorkspace,
  remainingText,
  reportFor,
} from '../use-cases/probe.ts';

/** Options of `probe`. */
export interface ProbeCommandOptions extends CommonOptions {
  readonly picture?: readonly string[];
  readonly changingPicture?: string;
  /** File for a report without a word of the workspace. */
  readonly report?: string;
  readonly yes?: boolean;
}

/**
 * `helpcentre probe`: asks a workspace how it stores what is sent to it, and notes the answers in the lockfile.
 *
 * @returns 0, or 1 where nothing was asked or something could not be taken away again
 */
export async function probe(host: Host, options: ProbeCommandOptions): Promise<number> {
  const context = makeContext(host, options);
  const { picture = [], changingPicture } = options;
  const given = { pictures: picture, ...(changingPicture === undefined ? {} : { changingPicture }) };
  const report = options.report === undefined ? null : path.resolve(host.cwd, options.report);
  if (report !== null) await demandReportFile(report);
  const run = await probeWorkspace(context, given, (offer) => agreed(context, options, offer));
  if (options.json === true) printJson(context, run);
  else printText(context, run);
  context.say(remainingText(run.remaining));
  if (run.found !== null && report !== null) {
    await writeReport(context, report, run);
    context.say(`The report is in ${options.report}; nothing in it says whose workspace it is.\n`);
  }
  return run.found === null || run.remaining.length > 0 ? 1 : 0;
}

async function agreed(context: Context, { yes, json }: ProbeCommandOptions, offer: ProbeOffer): Promise<boolean> {
  const { id, name } = offer.workspace;
  const left = offer.before.length;
  const earlier = left === 0 ? '' : `\nFirst it takes away ${count(left, 'thing')} that an earlier probe left.`;
  context.say(
    `This asks workspace ${id} ("${oneLine(name)}") how it stores articles.
It makes one draft, and two collections that no page shows, one in the other;
it writes the draft again and again, and takes everything away. It publishes
nothing, changes nothing that is there, and takes less than ${mostRequests} requests.${earlier}\n`,
  );
  if (yes === true) return true;
  if (!context.host.interactive || json === true)
    throw new UsageError('not-confirmed', 'there is no terminal to ask in', 'Run again with --yes.', 64);
  return context.host.confirm('Ask it now?');
}

function printJson(context: Context, { workspace, found, requests, remaining }: ProbeRun): void {
  const { facts = null, probed } = found ?? {};
  const left = Object.fromEntries(probed?.left ?? []);
  const unknown = Object.fromEntries(probed?.unknown ?? []);
  const things = remaining.map(({ thing, why }) => ({ kind: thing.kind, name: thing.name, id: thing.id, why }));
  const content = { workspace: workspace.id, facts, unknown, notAsked: left, requests, remaining: things };
  context.print(formatDocument('probe', content));
}

function printText(context: Context, { found, requests, workspace }: ProbeRun): void {
  if (found === null) {
    context.print('Nothing was asked.\n');
    return;
  }
  const { facts, probed } = found;
  const width = Math.min(context.host.stdout.columns, 120);
  context.print(factsText({ facts, ...probed }, context.paint, width));
  const known = count(answered(facts).length, 'answer');
  context.print(`\n${known} of workspace ${workspace.id} now in helpcentre.lock.json, from ${requests} requests.\n`);
  for (const title of probed.strangers)
    context.print(
      `An article of another probe is still there: "${oneLine(title)}". If nobody is probing, delete it.\n`,
    );
}

/** A report is written over an earlier one, and nothing else. */
async function writeReport(context: Context, file: string, run: ProbeRun): Promise<void> {
  await demandReportFile(file);
  await replaceFile(file, `${JSON.stringify(reportFor(context, run), null, 2)}\n`, {
    root: path.dirname(file),
    own: path.dirname(file),
  });
}
