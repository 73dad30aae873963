import { lstat } from 'node:fs/promises';
import path from 'node:path';
import { configurationName } from '../config/settings.ts';
import { adoptedConfiguration } from '../init/adopted-configuration.ts';
import type { FlavourName } from '../model/flavour-name.ts';
import type { Host } from '../model/host.ts';
import type { Problem } from '../model/problem.ts';
import { UsageError } from '../model/usage-error.ts';
import { count, oneLine } from '../report/paint.ts';
import { type Detected, detect } from '../use-cases/adopt/detect.ts';
import { toolNames } from '../use-cases/adopt/tool-names.ts';
import { loweredBy, type Trial, tryOut } from '../use-cases/adopt/try-out.ts';
import { type CommonOptions, type Context, makeContext } from '../use-cases/context.ts';
import { publish } from './publish.ts';
import { addLine, type Written, writeNew } from './write-new.ts';

/** Options of `adopt`. */
export interface AdoptOptions extends CommonOptions {
  /** The tool, where it is not to be looked for. */
  readonly flavour?: FlavourName;
  /** Folder of the texts, where it is not to be looked for. */
  readonly content?: string;
  readonly yes?: boolean;
}

/** What `adopt` would write, and what comes of it. */
interface Adoption {
  readonly found: Detected;
  readonly text: string;
  readonly trial: Trial;
  readonly lowered: readonly string[];
}

/**
 * `helpcentre adopt`: finds the tool that a repository is written for, shows what would be published and what not, writes
 * the configuration that gets furthest, and proves it on a sandbox. No file that is there is changed.
 *
 * @returns 0, or what the publish to the sandbox returned
 * @throws UsageError when there is a configuration already, or nothing to adopt
 */
export async function adopt(host: Host, options: AdoptOptions): Promise<number> {
  const context = makeContext(host, options);
  await demandNoConfiguration(context);
  const adoption = await furthest(context, await foundOrThrow(context, options));
  if (options.json === true) context.print(`${JSON.stringify(asData(adoption), null, 2)}\n`);
  else context.print(asText(adoption, context));
  if (!(await agreed(context, options))) {
    if (options.json !== true) context.print('\nNothing was written.\n');
    return 0;
  }
  const written: Written = { created: [], added: [], left: [] };
  await writeNew(context, context.cwd, { path: configurationName, text: adoption.text }, written);
  await addLine(context, path.join(context.cwd, '.gitignore'), '.helpcentre/', written);
  for (const file of written.created) context.say(`created ${oneLine(file)}\n`);
  for (const file of written.added) context.say(`added .helpcentre/ to ${oneLine(file)}\n`);
  if (options.json === true) return 0;
  const code = await publish(host, { ...options, sandbox: true, yes: true });
  context.print('\nLook at every page beside its source with "npx helpcentre preview".\n');
  return code;
}

async function demandNoConfiguration({ cwd }: Context): Promise<void> {
  const facts = await lstat(path.join(cwd, configurationName)).catch(() => null);
  if (facts === null) return;
  const help = 'Run "helpcentre check" to see what it comes to, or move it away to begin anew.';
  throw new UsageError('already-adopted', `there is a ${configurationName} already`, help, 64);
}

async function foundOrThrow({ cwd }: Context, options: AdoptOptions): Promise<Detected> {
  const found = await detect(cwd);
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
    'no Markdown of a tool that is known was found here',
    'Name the tool with --flavour and the folder with --content, or begin with "helpcentre init".',
    64,
  );
}

/** The configuration that publishes most: errors that readers can live with become warnings where they keep articles out. */
async function furthest(context: Context, found: Detected): Promise<Adoption> {
  context.say(`Reading ${found.content} …\n`);
  const first = await tryOut(context, adoptedConfiguration({ ...found, lowered: [], hasPictures: true }));
  const lowered = loweredBy(first);
  const text = adoptedConfiguration({ ...found, lowered, hasPictures: first.images > 0 });
  if (lowered.length === 0) return { found, text, trial: first, lowered };
  return { found, text, trial: await tryOut(context, text), lowered };
}

async function agreed({ host }: Context, { yes, json }: AdoptOptions): Promise<boolean> {
  if (yes === true) return true;
  if (!host.interactive || json === true) return false;
  return host.confirm(`Write ${configurationName} and publish all of it to a sandbox on this machine?`);
}

function asData({ found, text, trial, lowered }: Adoption) {
  const { problems, ...counts } = trial;
  return { ...found, configuration: text, lowered, ...counts, problems: byCode(problems) };
}

function asText({ found, text, trial, lowered }: Adoption, { paint }: Context): string {
  const from = found.file === null ? 'by its signs in the texts' : `by ${oneLine(found.file)}`;
  const rows: readonly (readonly [string, string])[] = [
    ['articles', `${trial.ready} would be published`],
    ...(trial.failed === 0 ? [] : [['', `${trial.failed} would not, for errors`] as const]),
    ['languages', trial.languages.join(', ')],
    ['collections', String(trial.collections)],
    ['images', String(trial.images)],
  ];
  const table = rows.map(([name, value]) => `  ${name.padEnd(13)}${value}`).join('\n');
  const parts = [
    `${paint.bold(toolNames[found.flavour])}, told ${from}`,
    table,
    ...problemLines('Errors', trial, 'error', paint.red),
    ...problemLines('Shown otherwise than in the tool', trial, 'warning', paint.yellow),
    ...(found.left === undefined ? [] : [`Left alone: older versions in ${found.left.map(oneLine).join(', ')}.`]),
    ...(lowered.length === 0 ? [] : [`${lowered.join(', ')}: warnings here, so that they keep no article out.`]),
    `${paint.bold(configurationName)}\n${text.trimEnd().replace(/^/gm, '  ')}`,
  ];
  return `${parts.join('\n\n')}\n`;
}

/** Codes that are listed. */
const mostCodes = 8;

function problemLines(
  title: string,
  { problems }: Trial,
  severity: Problem['severity'],
  colour: (text: string) => string,
): readonly string[] {
  const counted = Object.entries(byCode(problems.filter((found) => found.severity === severity)));
  if (counted.length === 0) return [];
  const shown = counted.slice(0, mostCodes).map(([code, number]) => `  ${String(number).padStart(5)}  ${code}`);
  const left = counted.length - shown.length;
  const more = left > 0 ? [`         and ${count(left, 'kind')} more: helpcentre check shows all`] : [];
  return [[colour(title), ...shown, ...more].join('\n')];
}

function byCode(problems: readonly Problem[]): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const { code } of problems) counts.set(code, (counts.get(code) ?? 0) + 1);
  return Object.fromEntries([...counts].sort((a, b) => b[1] - a[1]));
}
