import path from 'node:path';
import { configurationName, parseConfiguration, readConfiguration } from '../config/settings.ts';
import { factsOf } from '../disk/links.ts';
import { readOwn } from '../disk/own-file.ts';
import { mainBranch, repositoryRoot } from '../git/git-folder.ts';
import type { Choices, WorkflowKind } from '../init/choices.ts';
import { configurationText, targetsText } from '../init/configuration-text.ts';
import type { NewFile } from '../init/file.ts';
import { firstArticle } from '../init/first-article.ts';
import { nextSteps } from '../init/next-steps.ts';
import { workflowFiles } from '../init/workflow-files.ts';
import type { Host } from '../model/host.ts';
import type { Settings } from '../model/settings.ts';
import { UsageError } from '../model/usage-error.ts';
import { oneLine } from '../report/paint.ts';
import { detect } from '../use-cases/adopt/detect.ts';
import { type CommonOptions, type Context, makeContext, shownPath } from '../use-cases/context.ts';
import { version } from '../version.ts';
import { adoptionText, toldBy } from './adoption-text.ts';
import { guideFor, makeGuide, withoutGuide, writeGuide } from './agents.ts';
import { type Ask, askOnTerminal, moreOptions, publishingOptions } from './ask.ts';
import { type Adoption, furthest } from './furthest.ts';
import { reportWritten } from './report-written.ts';
import { writeVale } from './vale.ts';
import { addLine, holdsFiles, nothingWritten, type Written, writeNew } from './write-new.ts';

/** Options of `init`: the answers to its questions. */
export interface InitOptions extends CommonOptions {
  readonly content?: string;
  readonly locale?: string;
  readonly region?: Settings['region'];
  readonly workflow?: readonly WorkflowKind[];
  readonly branch?: string;
  readonly yes?: boolean;
  /** true: only the guide for assistants; false: all but that. */
  readonly agents?: boolean;
  /** Only the configuration of Vale. */
  readonly vale?: boolean;
}

/**
 * `helpcentre init`: writes the configuration, a first article and the workflows; what exists is left as it is. In a
 * repository whose root is elsewhere the workflows go to the root and name the folder.
 *
 * @param ask how questions are put, on a terminal only
 * @returns 0
 * @throws UsageError when an answer cannot be one, or the person leaves; nothing is written then
 */
export async function init(host: Host, options: InitOptions, ask: () => Promise<Ask> = askOnTerminal): Promise<number> {
  const context = makeContext(host, options);
  if (options.agents === true) return renewGuide(context);
  if (options.vale === true) return writeVale(context);
  const root = await repositoryRoot(context.cwd);
  const offered = { branch: await mainBranch(root), folder: root === null ? '.' : shownPath(root, context.cwd) || '.' };
  const wantsQuestions = host.interactive && options.yes !== true && options.json !== true;
  const asker = wantsQuestions ? await ask() : null;
  const adoption = await adoptionFor(context, options, asker);
  const choices = checked(await choose(withFound(options, adoption), offered, asker));
  const written = nothingWritten();
  const text = configurationFor(choices, adoption);
  const guide = options.agents === false ? null : await guideFor(context, text);
  const hadConfiguration = await writeProject(context, choices, text, written);
  if (guide !== null) await writeGuide(context, guide, written);
  const inTheWay = await writeWorkflows(context, root ?? context.cwd, workflowFiles(choices), written);
  const firstArticle = !hadConfiguration && !choices.workflows.includes('import');
  if (adoption !== null && options.json !== true && options.quiet !== true)
    context.print(`${adoptionText(adoption, context)}\n`);
  reportWritten(context, written, nextSteps(choices, { firstArticle, inTheWay }));
  return 0;
}

/**
 * What is here already, for another tool, where nobody says what the content folder is: it is taken as `adopt` takes it.
 * A person is asked.
 */
async function adoptionFor(
  context: Context,
  { content, agents }: InitOptions,
  ask: Ask | null,
): Promise<Adoption | null> {
  if (content !== undefined || (await factsOf(path.join(context.cwd, configurationName))) !== null) return null;
  const found = await detect(context.cwd);
  if (found === null) return null;
  const where = found.content === '.' ? 'this folder' : oneLine(found.content);
  const answer = await ask?.one(`${toldBy(found)}, with its texts in ${where}. Take them as they are?`, adoptOptions);
  return answer === 'no' ? null : await furthest(context, agents === false ? found : withoutGuide(found));
}

const adoptOptions = [
  { value: 'yes', label: 'Yes: the configuration is made for them, and no file is changed' },
  { value: 'no', label: 'No: begin a new help centre' },
] as const;

/** What was found needs no question. */
function withFound(options: InitOptions, adoption: Adoption | null): InitOptions {
  if (adoption === null) return options;
  return { ...options, content: adoption.found.content, locale: options.locale ?? adoption.found.locale ?? 'en' };
}

async function choose(
  options: InitOptions,
  { branch, folder }: Pick<Choices, 'branch' | 'folder'>,
  ask: Ask | null,
): Promise<Choices> {
  const text = async (given: string | undefined, question: string, offered: string, key: 'content' | 'locale') =>
    given ?? (ask === null ? offered : await ask.text(question, offered, (answer) => mistakeIn(key, answer)));
  const content = await text(options.content, 'Folder of the articles', 'content', 'content');
  const locale = await text(options.locale, 'Their language', 'en', 'locale');
  const region = options.region ?? (ask === null ? 'us' : await ask.one('Where is the Intercom workspace?', regions));
  const workflows = options.workflow ?? (ask === null ? (['pull-request'] as const) : await askWorkflows(ask));
  return { content, locale, region, workflows, branch: options.branch ?? branch, folder, version };
}

const regions = [
  { value: 'us', label: 'United States' },
  { value: 'eu', label: 'Europe' },
  { value: 'au', label: 'Australia' },
] as const;

async function askWorkflows(ask: Ask): Promise<readonly WorkflowKind[]> {
  const publishing = await ask.one('How do you want to publish?', publishingOptions);
  if (publishing === 'none') return [];
  return [publishing, ...(await ask.some('What else? (space chooses, enter goes on)', moreOptions))];
}

/** An answer under the configuration's own rules: in its normal form, or what is wrong with it. */
function ruled(key: 'content' | 'locale', answer: string) {
  const read = parseConfiguration(`${key}: ${JSON.stringify(answer)}\n`, configurationName, '.');
  if (read.ok) return { ok: true, value: read.settings[key] } as const;
  return { ok: false, mistake: read.problems[0]?.message ?? '' } as const;
}

function mistakeIn(key: 'content' | 'locale', answer: string): string | null {
  const result = ruled(key, answer);
  return result.ok ? null : result.mistake;
}

function checked(choices: Choices): Choices {
  const [content, locale] = [ruled('content', choices.content), ruled('locale', choices.locale)];
  if (!content.ok) throw badAnswer(content.mistake, 'Give one with --content, such as content.');
  if (!locale.ok) throw badAnswer(locale.mistake, 'Give one with --locale, such as en.');
  if (!/^\w[\w./+-]*$/.test(choices.branch)) {
    throw badAnswer(`"${choices.branch}" is not the name of a branch`, 'Give one with --branch, such as main.');
  }
  return { ...choices, content: content.value, locale: locale.value };
}

function badAnswer(message: string, help: string): UsageError {
  return new UsageError('bad-answer', message, help, 64);
}

/**
 * Writes the workflows; one that is of no use without another only where that one is as we write it.
 *
 * @returns the file that kept one from being written; null for none
 */
async function writeWorkflows(
  context: Context,
  root: string,
  files: readonly NewFile[],
  written: Written,
): Promise<string | null> {
  const others = new Set<string>();
  for (const file of files) {
    if (file.needs !== undefined && others.has(file.needs)) return file.needs;
    const isOurs =
      (await writeNew(context, root, file, written)) || (await isSame(path.join(root, file.path), root, file.text));
    if (!isOurs) others.add(file.path);
  }
  return null;
}

/** What is no plain file, or cannot be read, is not as we write it. */
async function isSame(file: string, root: string, text: string): Promise<boolean> {
  const bytes = await readOwn(file, root).catch(() => null);
  return bytes?.toString('utf8').replaceAll('\r\n', '\n') === text;
}

function configurationFor(choices: Choices, adoption: Adoption | null): string {
  if (adoption === null) return configurationText(choices);
  const { region } = choices;
  return `${adoption.text}${region === 'us' ? '' : `region: ${region}\n`}${targetsText(choices)}`;
}

/** `helpcentre init --agents`: our part of AGENTS.md as it has to be now, and nothing else. */
async function renewGuide(context: Context): Promise<number> {
  const guide = await makeGuide(context, await readConfiguration(context.cwd));
  const written = nothingWritten();
  await writeGuide(context, guide, written);
  const isSaid = guide.did === 'nothing' && context.options.json !== true;
  if (isSaid) context.print('AGENTS.md is up to date\n');
  reportWritten(context, isSaid ? { ...written, left: [] } : written, []);
  return 0;
}

/** Writes what stands beside the configuration. @returns whether there was a configuration already */
async function writeProject(
  context: Context,
  choices: Choices,
  configuration: string,
  written: Written,
): Promise<boolean> {
  const { cwd } = context;
  const hasContent = await holdsFiles(path.join(cwd, choices.content));
  const isNew = await writeNew(context, cwd, { path: configurationName, text: configuration }, written);
  // Beside the articles of others, or before those that are imported, an example would be published among them.
  if (isNew && !hasContent && !choices.workflows.includes('import')) {
    for (const file of firstArticle(choices.content)) await writeNew(context, cwd, file, written);
  }
  // The first push may run a workflow before anything is imported: the folder has to be there, and git keeps no empty one.
  if (isNew && !hasContent && choices.workflows.includes('import')) {
    await writeNew(context, cwd, { path: path.posix.join(choices.content, '.gitkeep'), text: '' }, written);
  }
  await addLine(context, path.join(cwd, '.gitignore'), '.helpcentre/', written);
  return !isNew;
}
