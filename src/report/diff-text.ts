import type { Locale } from '../model/article.ts';
import type { CollectionChange, Held, HeldWhy, Plan } from '../model/plan.ts';
import { type DiffLine, type Hunk, type Segment, wordSegments } from '../text/diff.ts';
import { oneLine, type Paint } from './paint.ts';
import { changeLine, collectionLine, heldLines, planHead } from './plan-text.ts';
import { redirectLine } from './redirect-text.ts';
import { wrapSegments } from './wrap-segments.ts';

/** A value before and after; null where there is none. */
interface FieldDifference {
  readonly before: string | null;
  readonly after: string | null;
}

type Fields = Readonly<Record<string, FieldDifference>>;

/** What changes in one locale, as the plan's stage tells it. */
export interface LocaleDifference {
  readonly fields: Fields;
  readonly body: readonly Hunk[];
  readonly images: readonly string[];
  readonly unseen: boolean;
}

/** All that is shown. Differences are looked up by key. */
export interface DiffText {
  readonly plan: Plan;
  readonly articles: readonly {
    readonly key: string;
    readonly fields: Fields;
    readonly locales: Readonly<Record<Locale, LocaleDifference>>;
  }[];
  readonly collections: readonly {
    readonly key: string;
    /** Why it is held: what it is compared for then. */
    readonly held?: HeldWhy;
    readonly fields: Fields;
    readonly locales: Readonly<Record<Locale, Fields>>;
  }[];
  /** Name of the workspace; null when Intercom was not asked. */
  readonly name: string | null;
  /** Locale that needs no mention. */
  readonly defaultLocale: Locale;
  /** Width of what is written to. */
  readonly columns: number;
}

/** What is compared where something is held back. */
export const heldNotes: Partial<Readonly<Record<HeldWhy, string>>> = {
  drift: "Intercom's text, and what a publish would put in its place:",
  conflict: "Intercom's text, and what a publish would put in its place; both were changed:",
  'not-promoted': 'What readers see now, and what the file says:',
  'pending-draft': 'What readers see now, and what the source says; Intercom does not show the draft here:',
};

/**
 * The plan with what changes inside each article, for a terminal or a pipe: deleted and inserted words are painted, or
 * marked where there are no colours.
 */
export function diffText(shown: DiffText, paint: Paint): string {
  const { plan, name } = shown;
  const lines = [...planHead(plan, paint, name)];
  if (name === null) lines.push('Texts are not compared: the lockfile has only their fingerprints.');
  const articles = new Map(shown.articles.map((article) => [article.key, article]));
  const inside = (key: string): readonly string[] => articleLines(articles.get(key), shown, paint);
  lines.push(...apart(plan.collections.map((change) => collectionBlock(change, shown, paint))));
  lines.push(...apart(plan.changes.map((change) => [changeLine(change, paint), ...inside(change.key)])));
  lines.push(...apart((plan.redirects ?? []).map((redirect) => [redirectLine(redirect, paint)])));
  if (plan.held.length > 0) lines.push('', paint.bold('Held back'));
  for (const held of plan.held) {
    const within = held.fields === undefined ? inside(held.key) : collectionLines(held.key, true, shown, paint);
    lines.push(...heldBlock(held, within, paint));
  }
  return `${lines.join('\n')}\n`;
}

/** Blocks one below the other, an empty line beside each that has more than one. */
function apart(blocks: readonly (readonly string[])[]): readonly string[] {
  return blocks.flatMap((block, index) => {
    const isApart = index === 0 || block.length > 1 || (blocks[index - 1]?.length ?? 0) > 1;
    return isApart ? ['', ...block] : block;
  });
}

function collectionBlock(change: CollectionChange, shown: DiffText, paint: Paint): readonly string[] {
  return [collectionLine(change, paint), ...collectionLines(change.key, false, shown, paint)];
}

/** What changes in a collection, or, of one that is held, what would. */
function collectionLines(key: string, isHeld: boolean, shown: DiffText, paint: Paint): readonly string[] {
  const found = shown.collections.find((one) => one.key === key && (one.held !== undefined) === isHeld);
  const locales = Object.entries(found?.locales ?? {}).flatMap(([locale, fields]) => [
    `      ${paint.bold(oneLine(locale))}`,
    ...fieldLines(fields, shown.columns, paint),
  ]);
  return [...fieldLines(found?.fields ?? {}, shown.columns, paint), ...locales];
}

function heldBlock(held: Held, inside: readonly string[], paint: Paint): readonly string[] {
  const note = heldNotes[held.why];
  const head = heldLines(held, paint);
  return ['', ...head, ...(note === undefined || inside.length === 0 ? [] : [`    ${note}`, ...inside])];
}

function articleLines(
  article: DiffText['articles'][number] | undefined,
  shown: DiffText,
  paint: Paint,
): readonly string[] {
  if (article === undefined) return [];
  // Where the file was is said in the line of the change.
  const { path: _, ...fields } = article.fields;
  const locales = Object.entries(article.locales);
  const isNamed = locales.length > 1 || locales.some(([locale]) => locale !== shown.defaultLocale);
  return [
    ...fieldLines(fields, shown.columns, paint),
    ...locales.flatMap(([locale, difference]) => [
      ...(isNamed ? [`      ${paint.bold(oneLine(locale))}`] : []),
      ...localeLines(difference, shown.columns, paint),
    ]),
  ];
}

/** The inside of one text: its fields, then the lines of its body that changed. */
export function localeLines(difference: LocaleDifference, columns: number, paint: Paint): readonly string[] {
  const lines = [...fieldLines(difference.fields, columns, paint)];
  for (const image of difference.images) lines.push(`${label('image', paint)}${oneLine(image)} is another image`);
  if (difference.unseen) lines.push(`${label('text', paint)}changes in a way that its Markdown does not show`);
  for (const [index, hunk] of difference.body.entries()) {
    lines.push(index === 0 ? '' : `      ${paint.dim('⋯')}`, ...hunkLines(hunk, columns, paint));
  }
  return lines;
}

const indent = '      ';
const labelWidth = 13;

function label(name: string, paint: Paint): string {
  return indent + paint.dim(name.padEnd(labelWidth));
}

function fieldLines(fields: Fields, columns: number, paint: Paint): readonly string[] {
  return Object.entries(fields).flatMap(([name, { before, after }]) => {
    const segments =
      name === 'title' || name === 'description' || name === 'name' ? wordsOf(before, after) : whole(before, after);
    const [first = '', ...rest] = wrapSegments(segments, widthOf(columns) - labelWidth, paint);
    return [label(name, paint) + first, ...rest.map((line) => `${indent}${' '.repeat(labelWidth)}${line}`)];
  });
}

function wordsOf(before: string | null, after: string | null): readonly Segment[] {
  return wordSegments(flat(before ?? ''), flat(after ?? ''));
}

function whole(before: string | null, after: string | null): readonly Segment[] {
  return [
    ...(before === null ? [] : [{ kind: 'removed' as const, text: flat(before) }]),
    ...(after === null ? [] : [{ kind: 'added' as const, text: flat(after) }]),
  ];
}

const flat = (text: string): string => text.replace(/\s+/g, ' ');

function hunkLines({ lines }: Hunk, columns: number, paint: Paint): readonly string[] {
  const isSeen = lines.some(({ kind, segments }) => kind !== 'same' && segments.length > 0);
  const isEmpty = (line: DiffLine): boolean => (isSeen ? line.segments : withMark(line)).length === 0;
  const from = lines.findIndex((line) => !isEmpty(line));
  const to = lines.findLastIndex((line) => !isEmpty(line)) + 1;
  return lines.slice(Math.max(0, from), to).flatMap((line) => {
    const segments = isSeen ? line.segments : withMark(line);
    if (segments.length === 0) return [''];
    const hang = hangOf(segments);
    const [first = '', ...rest] = wrapSegments(segments, widthOf(columns) - hang, paint);
    return [indent + first, ...rest.map((text) => indent + ' '.repeat(hang) + text)];
  });
}

/** How far the lines of a list item or a callout go in behind its mark. */
function hangOf(segments: readonly Segment[]): number {
  const text = segments.map((segment) => segment.text).join('');
  return Math.min(12, /^(?: |- |> |\d+\. )*/.exec(text)?.[0].length ?? 0);
}

/** An empty line that comes or goes, where nothing else does. */
function withMark({ kind, segments }: DiffLine): readonly Segment[] {
  return kind === 'added' || kind === 'removed' ? [{ kind, text: '¶' }] : segments;
}

/** Columns that are left of the indent; no wider than is good to read. */
function widthOf(columns: number): number {
  return Math.max(30, Math.min(columns, 100) - indent.length);
}
