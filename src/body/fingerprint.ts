import { createHash } from 'node:crypto';
import type { Fingerprint, Locale, State, SymbolicHtml } from '../model/article.ts';
import type { UnlistedType } from '../model/article-type.ts';
import type { CollectionKey } from '../model/collection.ts';
import { type Memo, recalledOr } from '../model/memo.ts';
import type { Recorded, RecordedText } from '../model/recorded.ts';
import type { RemoteArticle, RemoteLocale } from '../model/remote.ts';
import { canonical, canonicalWith } from './canonical.ts';

/** What JSON can say. Objects of any type will do, as long as their values are of this kind too. */
export type JsonValue = string | number | boolean | null | object;

/**
 * JSON in its one spelling: keys sorted by code unit, no white space. Equal values give equal text on every machine.
 *
 * @param value keys whose value is undefined are left out
 * @throws TypeError for what JSON cannot say: functions, symbols, big integers, NaN, infinities, undefined in a list
 */
export function canonicalJson(value: JsonValue): string {
  if (Array.isArray(value)) return `[${value.map((item: JsonValue) => canonicalJson(item)).join(',')}]`;
  if (typeof value === 'object' && value !== null) return objectJson(value);
  const isSayable = value === null || ['string', 'boolean'].includes(typeof value) || Number.isFinite(value);
  if (!isSayable) throw new TypeError(`JSON cannot say ${String(value)}`);
  return JSON.stringify(value);
}

function objectJson(value: object): string {
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  const parts = entries
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`);
  return `{${parts.join(',')}}`;
}

/** The sha256 of a value's canonical JSON, in UTF-8. */
export function fingerprint(value: JsonValue): Fingerprint {
  return `sha256-${createHash('sha256').update(canonicalJson(value)).digest('hex')}`;
}

/** What a source says of one locale of an article. */
export interface DesiredContent {
  readonly title: string;
  readonly description: string;
  readonly state: State;
  /** E-mail or id, as in the source. */
  readonly author: string | null;
  readonly parent: CollectionKey | null;
  /** The help centre of `helpcentre.yml`: the same collection is another one in another. null or absent: it names none. */
  readonly helpCentre?: string | null;
  /** Absent: it is for the readers of a help centre. */
  readonly type?: UnlistedType;
  /** Whom it belongs to, as in the source; absent: nobody is named. */
  readonly owner?: string;
  readonly body: SymbolicHtml;
}

/** Fingerprint of what a source asks for. It holds no id and no URL, so it can be told without Intercom. */
export function desiredFingerprint(content: DesiredContent): Fingerprint {
  const { state, author, parent, helpCentre, type, owner } = content;
  const centre = helpCentre == null || parent === null ? {} : { helpCentre };
  return fingerprint({
    ...linesOf(content),
    body: canonical(content.body),
    state,
    author,
    parent,
    ...centre,
    type,
    owner,
  });
}

/** What Intercom has of one locale of an article. */
export interface RemoteContent {
  readonly title: string;
  readonly description: string;
  readonly state: State;
  readonly authorId: string | null;
  readonly parentId: string | null;
  /** Of internal articles alone. */
  readonly ownerId?: string | null;
  readonly body: string;
}

/**
 * Fingerprint of what Intercom has. Another one next time means that somebody changed something. Markup in headings
 * counts here, unlike between source and Intercom: Intercom strips what is sent, so that what it has there was put in
 * by hand, and the next write would take it away.
 */
export function remoteFingerprint(content: RemoteContent): Fingerprint {
  return remoteFingerprintsOf(content)(content);
}

/** The same for texts of which it is not known any more in which state and collection they were: the body is read once. */
export function remoteFingerprintsOf(
  content: Pick<RemoteContent, 'title' | 'description' | 'authorId' | 'ownerId' | 'body'>,
): (place: Pick<RemoteContent, 'state' | 'parentId'>) => Fingerprint {
  const { authorId, ownerId } = content;
  const body = canonicalWith(content.body, { headingMarkup: 'all' });
  return ({ state, parentId }) => fingerprint({ ...linesOf(content), body, state, authorId, parentId, ownerId });
}

/** A heading with an element in it: without one there is no markup to take out, and the body is not read again. */
const tagInHeading = /<h[1-6]\b[^<>]*>[^<]*<(?!\/h)/i;

/**
 * What is recorded of a text of Intercom's: its fingerprint, whether it is a draft, and the fingerprint that it has once
 * a write of ours has sent it along, where that takes markup out of its headings.
 *
 * @param remote its fingerprint, where it is known already
 */
export function recordedText(content: RemoteContent, remote = remoteFingerprint(content)): RecordedText {
  const { state, parentId, authorId, ownerId } = content;
  const draft = state === 'draft' ? ({ draft: true } as const) : {};
  if (!tagInHeading.test(content.body)) return { remote, ...draft };
  const body = canonical(content.body);
  const stripped = fingerprint({ ...linesOf(content), body, state, authorId, parentId, ownerId });
  return stripped === remote ? { remote, ...draft } : { remote, stripped, ...draft };
}

const known = new WeakMap<RemoteArticle, Map<Locale, Fingerprint>>();
const memos = new WeakMap<RemoteArticle, Memo>();

/** Lets the fingerprints of answers be those that earlier runs worked out of the same: reading a body is the costly part. */
export function recallFingerprints(answers: readonly RemoteArticle[], memo: Memo): void {
  for (const answer of answers) memos.set(answer, memo);
}

/**
 * The same as `articleFingerprint`, where it can be told without reading the body.
 *
 * @param memo of earlier runs
 * @returns null where it cannot, or Intercom does not have the locale
 */
export function knownFingerprint(answer: RemoteArticle, locale: Locale, memo: Memo): Fingerprint | null {
  const content = answer.locales[locale];
  if (content === undefined) return null;
  const prints = known.get(answer) ?? new Map<Locale, Fingerprint>();
  const before = prints.get(locale);
  if (before !== undefined) return before;
  const print = memo.recall(keyOf(contentOf(answer, content), memo))?.facts as Fingerprint | undefined;
  if (print !== undefined) known.set(answer, prints.set(locale, print));
  return print ?? null;
}

/** Works those out that a plan compares, in the order in which the bodies lie in memory: see `keepingBody`. */
export function workOutFingerprints(answers: readonly RemoteArticle[], recorded: Pick<Recorded, 'articles'>): void {
  const managed = new Set(Object.values(recorded.articles).map(({ id }) => id));
  for (const answer of answers) {
    if (managed.has(answer.id)) for (const locale of Object.keys(answer.locales)) articleFingerprint(answer, locale);
  }
}

/**
 * Fingerprint of one locale of an article as Intercom answered it, worked out once for each answer.
 *
 * @returns null when it does not have it
 */
export function articleFingerprint(answer: RemoteArticle, locale: Locale): Fingerprint | null {
  const content = answer.locales[locale];
  if (content === undefined) return null;
  const prints = known.get(answer) ?? new Map<Locale, Fingerprint>();
  const print = prints.get(locale) ?? recalledFingerprint(contentOf(answer, content), memos.get(answer));
  known.set(answer, prints.set(locale, print));
  return print;
}

/** One text of an article with what is of the article as a whole. */
export function contentOf({ parentId, ownerId }: RemoteArticle, content: RemoteLocale): RemoteContent {
  return { ...content, parentId, ...(ownerId === undefined ? {} : { ownerId }) };
}

function recalledFingerprint(content: RemoteContent, memo: Memo | undefined): Fingerprint {
  if (memo === undefined) return remoteFingerprint(content);
  return recalledOr(memo, keyOf(content, memo), () => remoteFingerprint(content));
}

function keyOf({ title, description, state, authorId, parentId, ownerId, body }: RemoteContent, memo: Memo): string {
  const owner = ownerId === undefined ? [] : [ownerId];
  return memo.key('remote', title, description, state, authorId, parentId, body, ...owner);
}

/** Titles and descriptions are single lines: white space in them is collapsed. */
function linesOf({ title, description }: Pick<RemoteContent, 'title' | 'description'>): object {
  return { title: singleLine(title), description: singleLine(description) };
}

/** A title, name or description as it counts: one line, whatever white space it was written with. */
export function singleLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
