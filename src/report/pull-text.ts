import { dayText } from '../model/minute-text.ts';
import type { Pull, PulledPart, PulledSource, PullLeft, PullOffer } from '../model/pulled.ts';
import { count, oneLine, type Paint } from './paint.ts';

/** How each result is marked and named. */
const results: Readonly<
  Record<PulledSource['result'], { readonly mark: string; readonly colour: keyof Paint; readonly word: string }>
> = {
  merged: { mark: '~', colour: 'yellow', word: 'merge' },
  conflict: { mark: '!', colour: 'red', word: 'conflict' },
  created: { mark: '+', colour: 'green', word: 'create' },
  noted: { mark: '.', colour: 'dim', word: 'note' },
};

const parts: Readonly<Record<PulledPart, string>> = {
  title: 'title',
  description: 'description',
  body: 'text',
  state: 'state',
  author: 'author',
  owner: 'owner',
  collection: 'collection',
  fin: "Fin's use of it",
  audiences: 'audiences',
  tags: 'tags',
  name: 'name',
  translations: 'translations',
};

const whys: Readonly<Record<PullLeft['why'], (who: string) => string>> = {
  gone: () => 'deleted in Intercom; the file stays',
  'pending-draft': () => 'has an unpublished draft in Intercom',
  'file-gone': (who) => `edited in Intercom${who}, and the file is gone here`,
  'file-there': () => 'new in Intercom, and a file is in its place',
  'not-compiled': (who) => `edited in Intercom${who}, and its source has errors`,
  place: () => 'moved to another collection in Intercom',
  'front-matter': (who) => `edited in Intercom${who}, and no folder is this collection`,
  'changed-on-disk': (who) => `edited in Intercom${who}, and changed here meanwhile`,
};

/** What a pull came to, in one line: `2 merged, 1 conflict; 1 left alone`. */
export function pullSummary({ pulled, left, isCheck }: Pull): string {
  const number = (result: PulledSource['result']): number => pulled.filter((one) => one.result === result).length;
  const steps = [
    [number('merged'), isCheck ? 'to merge' : 'merged'],
    [number('conflict'), number('conflict') === 1 ? 'conflict' : 'conflicts'],
    [number('created'), 'created'],
    [number('noted'), 'the same already'],
  ].flatMap(([many, word]) => (many === 0 ? [] : [`${many} ${word}`]));
  const rest = left.length === 0 ? '' : `; ${left.length} left alone`;
  return `${steps.length === 0 ? 'nothing to pull' : steps.join(', ')}${rest}`;
}

/**
 * What a pull came to for a terminal: the summary, one line a file with what was taken, what was left alone, and what
 * is new in Intercom.
 */
export function pullText(pull: Pull, paint: Paint): string {
  const { workspace, pulled, left, offers, images, isCheck } = pull;
  const from = `${isCheck ? 'Edits in' : 'Pulled from'} ${oneLine(workspace.name)} (${oneLine(workspace.id)})`;
  const lines = [`${paint.bold(from)}: ${pullSummary(pull)}`];
  if (pulled.length > 0) lines.push('', ...pulled.flatMap((one) => pulledLines(one, isCheck, paint)));
  if (images.length > 0)
    lines.push('', `${count(images.length, 'image')} downloaded: ${images.map(oneLine).join(', ')}`);
  if (left.length > 0) lines.push('', paint.bold('Left alone'), ...left.flatMap((one) => leftLines(one, paint)));
  if (offers.length > 0) lines.push('', paint.bold('New in Intercom'), ...offerLines(offers, paint));
  const foot = footOf(pull);
  if (foot !== null) lines.push('', foot);
  return `${lines.join('\n')}\n`;
}

function pulledLines(pulled: PulledSource, isCheck: boolean, paint: Paint): readonly string[] {
  const { mark, colour, word } = results[pulled.result];
  const what = pulledWords(pulled);
  const head = `  ${paint[colour](`${mark} ${word.padEnd(9)}`)} ${oneLine(pulled.path)}${what === '' ? '' : paint.dim(`  ${what}`)}`;
  const notes = pulled.notes.map((note) => `    ${paint.dim('·')} ${oneLine(note)}`);
  if (pulled.result !== 'conflict') return [head, ...notes];
  const places = count(pulled.conflicts, 'place');
  const help = isCheck
    ? `Both sides changed the same ${pulled.conflicts === 1 ? 'place' : places}: a pull puts conflict markers there.`
    : `Settle ${places} between conflict markers, then look at "helpcentre plan".`;
  return [head, ...notes, `    ${paint.dim('→')} ${help}`];
}

/** What was taken of a source, from whom and when: `title, text; by Ana on 20 November 2026`. */
export function pulledWords({ result, changed, by, at }: PulledSource): string {
  const what = result === 'noted' ? 'says it already' : changed.map((part) => parts[part]).join(', ');
  const who = whoAndWhen(by, at).trim();
  return [what, who].filter((text) => text !== '').join('; ');
}

function whoAndWhen(by: string | null, at: number | null): string {
  return `${by === null ? '' : ` by ${oneLine(by)}`}${at === null || at === 0 ? '' : ` on ${dayText(at)}`}`;
}

/** Why something was left alone, in words. */
export function leftWords({ why, by, at }: PullLeft): string {
  return whys[why](whoAndWhen(by, at));
}

function leftLines(left: PullLeft, paint: Paint): readonly string[] {
  return [
    `  ${paint.yellow('!')} ${oneLine(left.key)}  ${leftWords(left)}`,
    `    ${paint.dim('→')} ${oneLine(left.help)}`,
  ];
}

/** What is new in Intercom, in words: `article "Refunds" in Billing, a draft`. */
export function offerWords({ kind, title, state, collection, locale, key }: PullOffer): string {
  if (kind === 'collection')
    return `${locale} name of the collection ${oneLine(collection ?? '')}, "${oneLine(title)}"`;
  if (kind === 'locale') return `${locale} text of ${oneLine(key ?? '')}, "${oneLine(title)}"`;
  const draft = state === 'draft' ? ', a draft' : '';
  return `article "${oneLine(title)}" in ${oneLine(collection ?? 'no collection')}${draft}`;
}

function offerLines(offers: readonly PullOffer[], paint: Paint): readonly string[] {
  return [
    ...offers.map((offer) => `  ${paint.green('+')} ${offerWords(offer)}`),
    `    ${paint.dim('→')} "helpcentre pull --new" writes files for them.`,
  ];
}

function footOf({ pulled, isCheck }: Pull): string | null {
  if (pulled.length === 0) return null;
  if (isCheck) return 'Nothing was written. "helpcentre pull" takes the edits into the files.';
  const isSettled = pulled.every(({ result }) => result !== 'conflict');
  return `${isSettled ? 'Commit' : 'Settle the conflicts, then commit'} the files and the lockfile together.`;
}
