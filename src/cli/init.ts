import { readConfiguration } from '../config/settings.ts';
import { repositoryRoot } from '../git/git-folder.ts';
import { commandsAfter, nextSteps } from '../init/next-steps.ts';
import { usualTokenVariable } from '../intercom/token.ts';
import { forgeNames } from '../model/forge.ts';
import type { Host } from '../model/host.ts';
import { shellArgument } from '../model/shell-argument.ts';
import { type connectLooks, ProblemsError } from '../use-cases/connect.ts';
import { type Context, makeContext, shownPath } from '../use-cases/context.ts';
import { guideFile, makeGuide, writeGuide } from './agents.ts';
import { type Ask, askOnTerminal, type Option } from './ask.ts';
import { looksOf } from './doctor.ts';
import { type Draft, draftFor } from './draft.ts';
import { draftText } from './draft-text.ts';
import { renewSchemas } from './editor-steps.ts';
import { findingsOf, recipeOf } from './found-text.ts';
import { type Answers, change, type InitOptions } from './init-answers.ts';
import { reportBegun, reportWritten } from './report-written.ts';
import { writeVale } from './vale.ts';
import { nothingWritten } from './write-new.ts';

/**
 * `helpcentre init`: finds what is here, shows what it would write, and writes it where nobody says no: the configuration,
 * a first article, the workflows, and what editors and assistants need. What exists is left as it is. In a repository whose
 * root is elsewhere the workflows go to the root and name the folder.
 *
 * @param ask how questions are put, on a terminal only
 * @param open connects to a workspace, where there is a token
 * @returns 0
 * @throws UsageError when an answer cannot be one, or the person leaves; nothing is written then
 */
export async function init(
  host: Host,
  options: InitOptions,
  ask: () => Promise<Ask> = askOnTerminal,
  open?: typeof connectLooks,
): Promise<number> {
  const context = makeContext(host, options);
  if (options.agents === true) return renewGuide(context);
  if (options.vale === true) return writeVale(context);
  if (options.schemas === true) return renewEditorSchemas(context);
  const wantsQuestions = host.interactive && options.yes !== true && options.json !== true;
  const asker = wantsQuestions ? await ask() : null;
  let answers: Answers = answersIn(options);
  let draft = await draftFor(context, answers, options.agents !== false, asker);
  show(context, draft, answers, asker);
  for (;;) {
    const isNothing = draft.steps.every(({ will }) => will === 'leave');
    const said = asker === null || isNothing ? 'yes' : await asker.one('Write this?', writingOptions);
    if (said === 'yes') break;
    if (asker === null || said === 'no') {
      context.print('\nNothing was written.\n');
      return 0;
    }
    answers = { ...answers, ...(await change(draft.choices, draft.found, asker)) };
    draft = await draftFor(context, answers, options.agents !== false, asker);
    show(context, draft, answers, asker);
  }
  await carryOut(context, draft, answers, open);
  return 0;
}

const writingOptions: readonly Option<'yes' | 'change' | 'no'>[] = [
  { value: 'yes', label: 'Yes' },
  { value: 'change', label: 'Change something first' },
  { value: 'no', label: 'No: leave everything as it is' },
];

function answersIn({ content, locale, region, workflow, branch, editors }: InitOptions): Answers {
  return {
    ...(content === undefined ? {} : { content }),
    ...(locale === undefined ? {} : { locale }),
    ...(region === undefined ? {} : { region }),
    ...(workflow === undefined ? {} : { workflow }),
    ...(branch === undefined ? {} : { branch }),
    ...(editors === undefined ? {} : { editors }),
  };
}

function show(context: Context, draft: Draft, answers: Answers, asker: Ask | null): void {
  const { json, quiet } = context.options;
  if (json !== true && quiet !== true) context.print(`${draftText(draft, answers, context, asker !== null)}\n`);
}

/** Writes what was shown, and says what comes next; where there is a token, what `doctor` says of it. */
async function carryOut(context: Context, draft: Draft, answers: Answers, open?: typeof connectLooks): Promise<void> {
  const written = nothingWritten();
  for (const step of draft.steps) await step.write(written);
  const { found, choices, adoption, text, byHand, inTheWay, hasArticles } = draft;
  // A promotion has tokens of its own, and ids that nobody has set yet.
  const hasToken = Boolean(context.host.env[usualTokenVariable]) && !choices.workflows.includes('promote');
  const forge = found.place.forge?.is ?? null;
  const recipe = recipeOf(forge);
  reportBegun(context, {
    written,
    byHand,
    found: findingsOf(found, choices, adoption, answers),
    configuration: text,
    commands: commandsAfter({
      hasArticles,
      hasToken,
      imports: choices.workflows.includes('import'),
      cwd: context.shown === '' ? '' : shellArgument(context.shown),
    }),
    next: nextSteps(choices, {
      inTheWay,
      recipe,
      elsewhere: forge === null || forge === 'github' ? null : forgeNames[forge],
    }),
    looks: hasToken ? await looksOf(context, open) : null,
  });
}

/** `helpcentre init --agents`: our part of AGENTS.md as it has to be now, and nothing else. */
async function renewGuide(context: Context): Promise<number> {
  const guide = await makeGuide(context, await readConfiguration(context.cwd));
  const written = nothingWritten();
  await writeGuide(context, guide, written);
  const isSaid = guide.did === 'nothing' && context.options.json !== true;
  if (isSaid) context.print(`${guideFile} is up to date\n`);
  reportWritten(context, isSaid ? { ...written, left: [] } : written);
  return 0;
}

/** `helpcentre init --schemas`: the schemas for editors as this version has them, and nothing else. */
async function renewEditorSchemas(context: Context): Promise<number> {
  const read = await readConfiguration(context.cwd);
  if (!read.ok) throw new ProblemsError(read.problems);
  const root = (await repositoryRoot(context.cwd)) ?? context.cwd;
  const written = nothingWritten();
  const folder = shownPath(root, context.cwd) || '.';
  await renewSchemas(context, root, { folder, content: read.settings.content }, written);
  reportWritten(context, written);
  return 0;
}
