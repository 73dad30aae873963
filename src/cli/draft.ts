import path from 'node:path';
import { configurationName, readConfiguration } from '../config/settings.ts';
import { factsOf } from '../disk/links.ts';
import type { Choices } from '../init/choices.ts';
import { configurationText, targetsText } from '../init/configuration-text.ts';
import type { EditorName } from '../init/editor-files.ts';
import { firstArticle } from '../init/first-article.ts';
import { imageHostSetting } from '../init/images-setting.ts';
import { workflowFiles } from '../init/workflow-files.ts';
import { lookHere } from '../use-cases/adopt/here.ts';
import { surroundingsOf } from '../use-cases/adopt/surroundings.ts';
import type { Context } from '../use-cases/context.ts';
import { guideFor, withoutGuide } from './agents.ts';
import type { Ask } from './ask.ts';
import { editorSteps } from './editor-steps.ts';
import { type Adoption, furthest } from './furthest.ts';
import { type Answers, choose, type Found } from './init-answers.ts';
import { refuseConnector } from './refuse-connector.ts';
import { guideSteps, lineSteps, newStep, type Step, workflowSteps } from './steps.ts';
import { holdsFiles } from './write-new.ts';

/** Everything that `init` is about to do, before it does anything. */
export interface Draft {
  readonly found: Found;
  readonly choices: Choices;
  /** null: a new help centre, or one that is there already. */
  readonly adoption: Adoption | null;
  /** The configuration that is to be written; null where one is there. */
  readonly text: string | null;
  readonly steps: readonly Step[];
  /** What a person has to do by hand, a sentence each. */
  readonly byHand: readonly string[];
  /** A workflow that is there and keeps one that was chosen from working; null for none. */
  readonly inTheWay: string | null;
  /** Whether there are articles to look at. */
  readonly hasArticles: boolean;
}

/**
 * Looks at a folder, asks what it does not tell, and makes what is to be written. Nothing is written.
 *
 * @param withAgents whether assistants get a guide
 * @throws UsageError for a repository of Intercom's own connector, an answer that cannot be one, or a person who leaves;
 *   LinkedFileError where a link stands in the way
 */
export async function draftFor(
  context: Context,
  answers: Answers,
  withAgents: boolean,
  ask: Ask | null,
): Promise<Draft> {
  const found = await findingsIn(context, answers);
  const choices = await choose(answers, found, ask);
  const adoption = await adoptionFor(context, found, choices, answers, withAgents);
  const text = found.hasConfiguration ? null : configurationFor(choices, found, adoption);
  const isImport = choices.workflows.includes('import');
  const hasContent = await holdsFiles(path.join(context.cwd, choices.content));
  const { steps, byHand, inTheWay } = await stepsFor(
    context,
    { found, choices, adoption, text, hasContent },
    answers,
    withAgents,
  );
  return {
    ...{ found, choices, adoption, text, steps, byHand, inTheWay },
    hasArticles: hasContent || (text !== null && !isImport),
  };
}

async function findingsIn({ cwd }: Context, { content, isNew }: Answers): Promise<Found> {
  await refuseConnector(cwd);
  const place = await surroundingsOf(cwd);
  const hasConfiguration = (await factsOf(path.join(cwd, configurationName))) !== null;
  const read = hasConfiguration ? await readConfiguration(cwd) : null;
  const settings = read?.ok === true ? read.settings : null;
  const nothing = { found: null, texts: 0, language: null, besides: [] };
  const here = hasConfiguration || isNew === true ? nothing : await lookHere(cwd, content);
  return { here, place, settings, hasConfiguration };
}

async function adoptionFor(
  context: Context,
  { here }: Found,
  { locale }: Choices,
  answers: Answers,
  withAgents: boolean,
): Promise<Adoption | null> {
  if (here.found === null) return null;
  const isLater = answers.locale !== undefined || here.found.locale === null;
  const found = { ...here.found, ...(isLater ? { locale } : {}) };
  return furthest(context, withAgents ? withoutGuide(found) : found);
}

function configurationFor(choices: Choices, { place }: Found, adoption: Adoption | null): string {
  if (adoption === null) {
    const { forge, repository } = place;
    const content = path.posix.join(place.folder, choices.content);
    const { host = null, path: at = null } = repository ?? {};
    return configurationText(choices, imageHostSetting({ forge: forge?.is ?? null, host, path: at, content }));
  }
  const { region } = choices;
  return `${adoption.text}${region === 'us' ? '' : `region: ${region}\n`}${targetsText(choices)}`;
}

/** What was decided so far. */
interface Decided extends Pick<Draft, 'found' | 'choices' | 'adoption' | 'text'> {
  /** Whether the content folder has anything in it. */
  readonly hasContent: boolean;
}

async function stepsFor(
  context: Context,
  decided: Decided,
  answers: Answers,
  withAgents: boolean,
): Promise<Pick<Draft, 'steps' | 'byHand' | 'inTheWay'>> {
  const { found, choices, adoption, text } = decided;
  const { cwd } = context;
  const root = found.place.root ?? cwd;
  const guide = withAgents ? await guideFor(context, text ?? '') : null;
  const workflows = await workflowSteps(context, root, workflowFiles(choices));
  const usual: readonly EditorName[] = found.place.hasIdea ? ['vscode', 'jetbrains'] : ['vscode'];
  const isOurs = (adoption?.found.flavour ?? found.settings?.flavour ?? 'github') === 'github';
  const place = { folder: choices.folder, content: choices.content };
  const wiring = await editorSteps(context, root, place, answers.editors ?? usual, isOurs);
  const steps: readonly Step[] = [
    ...(await projectSteps(context, decided)),
    ...(await lineSteps(context, path.join(cwd, '.gitignore'), '.helpcentre/')),
    ...(await guideSteps(context, guide)),
    ...workflows.steps,
    ...wiring.steps,
  ];
  return { steps, byHand: wiring.byHand, inTheWay: workflows.inTheWay };
}

/** The configuration, and what a folder without articles begins with. */
async function projectSteps(context: Context, { choices, text, hasContent }: Decided): Promise<readonly Step[]> {
  const { cwd } = context;
  const configuration = await newStep(context, cwd, { path: configurationName, text: text ?? '' });
  if (text === null || hasContent) return [configuration];
  // Before articles that are imported, an example would be published among them. The first push may run a workflow before
  // anything is imported: the folder has to be there, and git keeps no empty one.
  const files = choices.workflows.includes('import')
    ? [{ path: path.posix.join(choices.content, '.gitkeep'), text: '' }]
    : firstArticle(choices.content);
  return [configuration, ...(await Promise.all(files.map((file) => newStep(context, cwd, file))))];
}
