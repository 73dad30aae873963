import { typeNames } from '../model/article-type.ts';
import { minuteText } from '../model/minute-text.ts';
import type { Change, CollectionChange, Held, Plan, Reason, ScheduleChange } from '../model/plan.ts';
import { type Deed, deedOf } from './deed.ts';
import { heldName, heldReason } from './held-text.ts';
import { count, oneLine, type Paint } from './paint.ts';
import { redirectCounts, redirectLine } from './redirect-text.ts';
import { type Most, someOf, someOfEachKind } from './some-of.ts';

/** How each kind of change is marked and named, in the order of the summary. */
const kinds: Readonly<Record<Deed, { readonly mark: string; readonly colour: keyof Paint; readonly word: string }>> = {
  create: { mark: '+', colour: 'green', word: 'create' },
  adopt: { mark: '=', colour: 'cyan', word: 'adopt' },
  recreate: { mark: '+', colour: 'green', word: 'recreate' },
  update: { mark: '~', colour: 'yellow', word: 'update' },
  stage: { mark: '~', colour: 'cyan', word: 'stage' },
  release: { mark: '>', colour: 'green', word: 'release' },
  move: { mark: '>', colour: 'blue', word: 'move' },
  unpublish: { mark: '-', colour: 'red', word: 'unpublish' },
  delete: { mark: '-', colour: 'red', word: 'delete' },
  record: { mark: '.', colour: 'dim', word: 'record' },
  forget: { mark: '.', colour: 'dim', word: 'forget' },
};

const reasons: Readonly<Record<Reason, string>> = {
  new: 'new',
  title: 'title changed',
  description: 'description changed',
  body: 'text changed',
  source: 'source changed',
  state: 'state changed',
  'translation-stale': 'a translation is behind its original',
  author: 'author changed',
  owner: 'owner changed',
  fin: "Fin's use of it changed",
  audiences: 'audiences changed',
  tags: 'tags changed',
  collection: 'collection changed',
  'locale-added': 'language added',
  'locale-removed': 'language removed',
  path: 'file moved',
  'file-gone': 'file gone',
  'gone-in-intercom': 'deleted in Intercom',
  'same-in-intercom': 'Intercom has the same',
  'named-by-id': 'its id is in the front matter',
  overwrite: 'writes over an edit made in Intercom',
  staged: 'staged before',
  unstaged: 'readers have this text, and what was staged goes',
  schedule: '',
};

/** Why a collection is written, in words. */
const collectionReasons: Readonly<Record<CollectionChange['reasons'][number], string>> = {
  new: 'new',
  name: 'name changed',
  description: 'description changed',
  translations: 'translations changed',
  place: 'moved to another collection',
  'gone-in-intercom': 'deleted in Intercom',
  'same-in-intercom': 'Intercom has it already',
  overwrite: 'writes over an edit made in Intercom',
};

/** What of a plan is counted. */
export type PlanCounts = Pick<
  Plan,
  'changes' | 'collections' | 'redirects' | 'held' | 'notCompiled' | 'leftOut' | 'unchanged'
>;

/** The plan in one line: `3 to create, 1 to update; 1 held back; 2 not compiled; 16 unchanged`. */
export function planSummary(plan: PlanCounts): string {
  const articles = (Object.keys(kinds) as Deed[]).flatMap((kind) => {
    const number = plan.changes.filter((change) => deedOf(change) === kind).length;
    return number === 0 ? [] : [`${number} to ${kinds[kind].word}`];
  });
  const notes = plan.collections.filter(({ kind }) => kind === 'record').length;
  const writes = plan.collections.length - notes;
  const collections = [
    ...(writes === 0 ? [] : [`${count(writes, 'collection')} to write`]),
    ...(notes === 0 ? [] : [`${count(notes, 'collection')} to record`]),
  ];
  const steps = [...articles, ...collections, ...redirectCounts(plan.redirects ?? [])];
  const others = [
    [plan.held.length, 'held back'],
    [plan.notCompiled.length, 'not compiled'],
    [plan.leftOut.length, 'left out for errors'],
  ] as const;
  const rest = others.map(([number, words]) => (number === 0 ? '' : `; ${number} ${words}`)).join('');
  return `${steps.length === 0 ? 'No changes' : steps.join(', ')}${rest}; ${plan.unchanged} unchanged`;
}

/**
 * The plan for a terminal: the summary, one line a change with its reason, then what is held and how to go on.
 *
 * @param name of the workspace, when Intercom was asked
 * @param most `some`: of very many changes of a kind only the first, so that a question below them is read
 */
export function planText(plan: Plan, paint: Paint, name: string | null, most: Most = 'all'): string {
  const { collections, changes, redirects = [], held } = plan;
  const lines = [...planHead(plan, paint, name)];
  const toDo = (before: string) => (kind: Deed) => `${before}to ${kinds[kind].word}`;
  const collectionLines = (one: CollectionChange) => [collectionLine(one, paint)];
  if (collections.length > 0)
    lines.push('', ...someOfEachKind(collections, most, toDo('collections '), collectionLines));
  if (changes.length > 0)
    lines.push('', ...someOfEachKind(changes, most, toDo(''), (change) => [changeLine(change, paint)]));
  if (redirects.length > 0) {
    lines.push('', ...someOf(redirects, most, 'redirects', (one) => [redirectLine(one, paint)]));
  }
  if (held.length > 0) {
    const shown = someOf(held, most, 'held back', (one) => heldLines(one, paint));
    lines.push('', paint.bold('Held back'), ...shown);
  }
  return `${lines.join('\n')}\n`;
}

/** What a plan is for, and its summary. */
export function planHead(plan: Plan, paint: Paint, name: string | null): readonly string[] {
  const { target, promotes } = plan;
  const asked = name === null ? null : `${oneLine(name)} (${oneLine(plan.workspace ?? '')})`;
  const goal = [...(target === undefined ? [] : [`the target ${target}`]), ...(asked === null ? [] : [asked])].join(
    ', ',
  );
  const source = promotes === undefined ? '' : `, of what is on ${promotes}`;
  const where = `${name === null ? 'Offline plan' : 'Plan'}${goal === '' ? '' : ` for ${goal}`}${source}`;
  const { elsewhere = 0 } = plan;
  const left = elsewhere === 0 ? '' : `; ${count(elsewhere, 'change')} of the rest left alone`;
  const head = `${paint.bold(where)}: ${planSummary(plan)}${left}`;
  return name === null ? [head, 'Intercom was not asked: edits made there are not in this plan.'] : [head];
}

/** What becomes of a collection, and why. */
export function collectionWords({ kind, reasons: why }: CollectionChange): ChangeWords {
  const words = why.filter((reason) => reason !== 'new').map((reason) => collectionReasons[reason]);
  return { word: kinds[kind].word, why: words.join(', ') };
}

/** A change in words: what is done, and why; the reasons are empty where the deed says it all. */
export interface ChangeWords {
  readonly word: string;
  readonly why: string;
}

/** What becomes of an article's times. */
function scheduleWords({ publishAt, unpublishAt }: ScheduleChange): string {
  const words = [
    publishAt == null ? '' : `goes live on ${minuteText(publishAt)}`,
    unpublishAt == null ? '' : `leaves on ${minuteText(unpublishAt)}`,
  ].filter((text) => text !== '');
  return words.length === 0 ? 'no longer scheduled' : words.join('; ');
}

/** Whether the deed says a reason already. */
function isSaid(reason: Reason, change: Change): boolean {
  const deed = deedOf(change);
  return reason === 'new' ? deed !== 'stage' && deed !== 'release' : reason === 'staged';
}

/** What becomes of an article, and why. */
export function changeWords(change: Change): ChangeWords {
  const words = change.reasons
    .filter((reason) => !isSaid(reason, change) && (reason !== 'path' || change.from === undefined))
    .map((reason) => (reason === 'schedule' ? scheduleWords(change.schedule ?? {}) : reasons[reason]));
  const from = change.from === undefined ? [] : [`from ${change.from}`];
  const locales = Object.keys(change.locales);
  const tongues = locales.length > 1 ? [`in ${locales.join(', ')}`] : [];
  const type = change.type === undefined ? [] : [typeNames[change.type]];
  return { word: kinds[deedOf(change)].word, why: [...type, ...from, ...words, ...tongues].join('; ') };
}

/** One collection in one line. */
export function collectionLine(change: CollectionChange, paint: Paint): string {
  const { mark, colour } = kinds[deedOf(change)];
  const { word, why } = collectionWords(change);
  const behind = why === '' ? '' : paint.dim(`  ${why}`);
  return `  ${paint[colour](`${mark} ${word.padEnd(9)}`)} collection ${oneLine(change.key)}${behind}`;
}

/** One change in one line. */
export function changeLine(change: Change, paint: Paint): string {
  const { mark, colour } = kinds[deedOf(change)];
  const { word, why } = changeWords(change);
  const behind = why === '' ? '' : paint.dim(`  ${oneLine(why)}`);
  return `  ${paint[colour](`${mark} ${word.padEnd(9)}`)} ${oneLine(change.key)}${behind}`;
}

/** What is held, and how to go on. */
export function heldLines(held: Held, paint: Paint): readonly string[] {
  return [
    `  ${paint.yellow('!')} ${oneLine(heldName(held))}  ${oneLine(heldReason(held))}`,
    `    ${paint.dim('→')} ${oneLine(held.help)}`,
  ];
}

/** Where two plans differ on one article. */
interface Difference {
  readonly key: string;
  readonly before: string;
  readonly after: string;
}

/** What one plan did with an article, and what the other does. */
export function differenceWords({ before, after }: Difference): string {
  return before === after ? `${before}, for other reasons or with another text` : `${before} then, ${after} now`;
}

/** Where two plans differ, one line an article. */
export function planDifferencesText(
  differences: readonly Difference[],
  paint: Paint,
  head = 'What differs from the saved plan',
): string {
  const lines = differences.map((one) => `  ${paint.yellow('!')} ${oneLine(one.key)}  ${differenceWords(one)}`);
  return `${paint.bold(head)}\n${lines.join('\n')}\n`;
}
