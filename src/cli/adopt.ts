import { lstat } from 'node:fs/promises';
import path from 'node:path';
import { configurationName } from '../config/settings.ts';
import type { FlavourName } from '../model/flavour-name.ts';
import type { Host } from '../model/host.ts';
import { UsageError } from '../model/usage-error.ts';
import { formatDocument } from '../output/format.ts';
import { heldReason } from '../report/held-text.ts';
import { outcomeSummary } from '../report/outcome-text.ts';
import { oneLine } from '../report/paint.ts';
import { type Detected, detect } from '../use-cases/adopt/detect.ts';
import { plainMarkdown } from '../use-cases/adopt/plain.ts';
import { type CommonOptions, type Context, makeContext } from '../use-cases/context.ts';
import { hasFallenShort, publishSources } from '../use-cases/publish.ts';
import { adoptionData, adoptionText } from './adoption-text.ts';
import { furthest } from './furthest.ts';
import { preview } from './preview.ts';
import { refuseConnector } from './refuse-connector.ts';
import { addLine, nothingWritten, writeNew } from './write-new.ts';

/** Options of `adopt`. */
export interface AdoptOptions extends CommonOptions {
  /** The tool, where it is not to be looked for. */
  readonly flavour?: FlavourName;
  /** Folder of the texts, where it is not to be looked for. */
  readonly content?: string;
  readonly yes?: boolean;
}

/**
 * `helpcentre adopt`: finds the tool that a repository is written for, shows what would be published and what not, writes
 * the configuration that gets furthest, proves it on a sandbox, and shows the pages. No file that is there is changed.
 *
 * @returns 0, or what the publish to the sandbox returned
 * @throws UsageError when there is a configuration already, or nothing to adopt
 */
export async function adopt(host: Host, options: AdoptOptions): Promise<number> {
  const context = makeContext(host, options);
  await demandNoConfiguration(context);
  const adoption = await furthest(context, await foundOrThrow(context, options));
  if (options.json === true) context.print(formatDocument('adopt', adoptionData(adoption)));
  else context.print(adoptionText(adoption, context));
  if (!(await agreed(context, options))) {
    if (options.json !== true) context.print('\nNothing was written.\n');
    return 0;
  }
  const written = nothingWritten();
  await writeNew(context, context.cwd, { path: configurationName, text: adoption.text }, written);
  await addLine(context, path.join(context.cwd, '.gitignore'), '.helpcentre/', written);
  for (const file of written.created) context.say(`created ${oneLine(file)}\n`);
  for (const { file, what } of written.added) context.say(`added ${what} to ${oneLine(file)}\n`);
  context.say('"helpcentre init --agents" writes AGENTS.md, for assistants that edit here.\n');
  if (options.json === true) return 0;
  const code = await prove(host, options);
  await showPages(host, options, context);
  return code;
}

/** Articles that are held back, of which so many are named. */
const mostHeld = 10;

/** Publishes to the sandbox. What it plans and why not all of it goes was shown before. */
async function prove(host: Host, options: AdoptOptions): Promise<number> {
  const context = makeContext(host, { ...options, sandbox: true });
  const run = await publishSources(context, {}, async () => 'yes');
  const failures = run.facts.outcomes.flatMap((one) => (one.result === 'failed' ? [one] : []));
  for (const { change, message } of failures) context.print(`failed ${oneLine(change.key)}: ${oneLine(message)}\n`);
  for (const one of run.planned.plan.held.slice(0, mostHeld))
    context.print(`held back ${oneLine(one.key)}: ${oneLine(heldReason(one))}\n`);
  context.print(`\n${outcomeSummary(run.facts)}\n`);
  return hasFallenShort(run) ? 1 : 0;
}

/** On a terminal every page until Ctrl-C, at any port where the usual one is taken; else how to see them. */
async function showPages(host: Host, options: AdoptOptions, context: Context): Promise<void> {
  const where = context.shown === '' ? '' : ` --cwd ${context.shown}`;
  const again = `npx helpcentre preview${where}`;
  if (!host.interactive) {
    context.print(`\nLook at every page beside its source: ${again}\n`);
    return;
  }
  context.print(`\nEvery page beside its source, later again with "${again}".\n`);
  const { cwd } = options;
  const how = { ...(cwd === undefined ? {} : { cwd }), editor: 'none', sandbox: true } as const;
  try {
    await preview(host, how);
  } catch (error) {
    if (!(error instanceof UsageError) || error.code !== 'port-in-use') throw error;
    await preview(host, { ...how, port: 0 });
  }
}

async function demandNoConfiguration({ cwd }: Context): Promise<void> {
  await refuseConnector(cwd);
  const facts = await lstat(path.join(cwd, configurationName)).catch(() => null);
  if (facts === null) return;
  const help = 'Run "helpcentre check" to see what it comes to, or move it away to begin anew.';
  throw new UsageError('already-adopted', `there is a ${configurationName} already`, help, 64);
}

async function foundOrThrow({ cwd }: Context, options: AdoptOptions): Promise<Detected> {
  const found = (await detect(cwd)) ?? (await plainMarkdown(cwd));
  const { flavour = found?.flavour, content = found?.content } = options;
  if (flavour !== undefined && content !== undefined) {
    const isSame = flavour === found?.flavour && content === found.content;
    const unknown = {
      roots: [],
      siteUrl: null,
      base: '/',
      locales: 'suffix',
      locale: null,
      file: null,
      ignored: [],
    } as const;
    return isSame ? found : { ...unknown, ...(flavour === found?.flavour ? found : {}), flavour, content };
  }
  throw new UsageError(
    'nothing-to-adopt',
    'no Markdown was found here',
    'Name the tool with --flavour and the folder with --content, or begin with "helpcentre init".',
    64,
  );
}

async function agreed({ host }: Context, { yes, json }: AdoptOptions): Promise<boolean> {
  if (yes === true) return true;
  if (!host.interactive || json === true) return false;
  return host.confirm(`Write ${configurationName} and publish all of it to a sandbox on this machine?`);
}
