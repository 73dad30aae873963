import { configurationName, parseConfiguration } from '../config/settings.ts';
import type { Choices, WorkflowKind } from '../init/choices.ts';
import type { EditorName } from '../init/editor-files.ts';
import type { Settings } from '../model/settings.ts';
import { UsageError } from '../model/usage-error.ts';
import type { Here } from '../use-cases/adopt/here.ts';
import type { Surroundings } from '../use-cases/adopt/surroundings.ts';
import type { CommonOptions } from '../use-cases/context.ts';
import { version } from '../version.ts';
import { type Ask, elsewhereOptions, moreOptions, type Option, publishingOptions } from './ask.ts';

/** Options of `init`: the answers to its questions. */
export interface InitOptions extends CommonOptions {
  readonly content?: string;
  readonly locale?: string;
  readonly region?: Settings['region'];
  readonly workflow?: readonly WorkflowKind[];
  readonly branch?: string;
  readonly editors?: readonly EditorName[];
  readonly yes?: boolean;
  /** true: only the guide for assistants; false: all but that. */
  readonly agents?: boolean;
  /** Only the configuration of Vale. */
  readonly vale?: boolean;
  /** Only the schemas for editors. */
  readonly schemas?: boolean;
}

/** What was found, as far as it answers a question. */
export interface Found {
  readonly here: Here;
  readonly place: Surroundings;
  /** What the configuration says that is there already; null for none, or one with mistakes. */
  readonly settings: Settings | null;
  /** Whether there is one, readable or not. */
  readonly hasConfiguration: boolean;
}

/** Answers so far: those that were given, and those that a person has changed. */
export type Answers = Pick<InitOptions, 'content' | 'locale' | 'region' | 'workflow' | 'branch' | 'editors'> & {
  /** A new help centre, although there is Markdown. */
  readonly isNew?: boolean;
};

const regions = [
  { value: 'us', label: 'United States' },
  { value: 'eu', label: 'Europe' },
  { value: 'au', label: 'Australia' },
] as const;

/**
 * What is decided: by what was given, else by what was found; a person is asked the rest, and without one the usual is taken.
 *
 * @throws UsageError when an answer cannot be one, or the person leaves
 */
export async function choose(answers: Answers, found: Found, ask: Ask | null): Promise<Choices> {
  const { here, place, settings } = found;
  const text = async (given: string | undefined, question: string, offered: string, key: 'content' | 'locale') =>
    given ?? (ask === null ? offered : await ask.text(question, offered, (answer) => mistakeIn(key, answer)));
  const taken = answers.isNew === true ? undefined : here.found?.content;
  const content = await text(
    settings?.content ?? taken ?? answers.content,
    'Folder of the articles',
    'content',
    'content',
  );
  const told = answers.isNew === true ? undefined : here.language?.locale;
  const locale = await text(settings?.locale ?? answers.locale ?? told, 'Their language', 'en', 'locale');
  const given = settings?.region ?? answers.region;
  const region = given ?? (ask === null ? 'us' : await ask.one('Where is the Intercom workspace?', regions));
  const workflows = answers.workflow ?? (await workflowsFor(place, ask));
  return checked({
    ...{ content, locale, region, workflows, version },
    ...{ branch: answers.branch ?? place.branch, folder: place.folder },
  });
}

/** On another forge than GitHub no workflow of GitHub's is written, and there is no question. */
async function workflowsFor({ forge }: Surroundings, ask: Ask | null): Promise<readonly WorkflowKind[]> {
  if (forge !== null && forge.is !== 'github') return [];
  if (ask === null) return ['pull-request'];
  const publishing = await ask.one(
    'How do you want to publish?',
    forge === null ? [...publishingOptions, ...elsewhereOptions] : publishingOptions,
  );
  if (publishing === 'none' || publishing === 'gitlab' || publishing === 'bitbucket') return [];
  return [publishing, ...(await ask.some('What else? (space chooses, enter goes on)', moreOptions))];
}

/** Asks everything anew, with what is decided so far on offer. */
export async function change(choices: Choices, { here, place, settings }: Found, ask: Ask): Promise<Answers> {
  const branch = async (): Promise<string> =>
    ask.text('Branch that is published', choices.branch, (answer) =>
      isBranch(answer) ? null : `"${answer}" is not the name of a branch`,
    );
  const workflow = async () => workflowsFor({ ...place, forge: null }, ask);
  if (settings !== null) return { workflow: await workflow(), branch: await branch() };
  const isNew = here.found !== null && (await ask.one('Take the Markdown that is here?', takingOptions)) === 'no';
  const offered = isNew ? 'content' : choices.content;
  const content = await ask.text('Folder of the articles', offered, (answer) => mistakeIn('content', answer));
  const locale = await ask.text('Their language', choices.locale, (answer) => mistakeIn('locale', answer));
  const region = await ask.one(
    'Where is the Intercom workspace?',
    [...regions].sort((a) => (a.value === choices.region ? -1 : 0)),
  );
  return { isNew, content, locale, region, workflow: await workflow(), branch: await branch() };
}

const takingOptions: readonly Option<'yes' | 'no'>[] = [
  { value: 'yes', label: 'Yes: the configuration is made for it, and no file is changed' },
  { value: 'no', label: 'No: begin a new help centre' },
];

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

const isBranch = (name: string): boolean => /^\w[\w./+-]*$/.test(name);

function checked(choices: Choices): Choices {
  const [content, locale] = [ruled('content', choices.content), ruled('locale', choices.locale)];
  if (!content.ok) throw badAnswer(content.mistake, 'Give one with --content, such as content.');
  if (!locale.ok) throw badAnswer(locale.mistake, 'Give one with --locale, such as en.');
  if (!isBranch(choices.branch)) {
    throw badAnswer(`"${choices.branch}" is not the name of a branch`, 'Give one with --branch, such as main.');
  }
  return { ...choices, content: content.value, locale: locale.value };
}

function badAnswer(message: string, help: string): UsageError {
  return new UsageError('bad-answer', message, help, 64);
}
