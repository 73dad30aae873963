import type { Flavour } from '../flavour/flavour.ts';
import { isCode } from './code-globs.ts';
import { meansType } from './means-type.ts';
import { timeWithZone } from './time-with-zone.ts';

/** Front matter of another tool, in our keys. */
export interface FlavouredKeys {
  /** What our own front matter would say. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** Our key → the one that it was written under. */
  readonly written: ReadonlyMap<string, string>;
  /** Addresses at which the tool has the page. */
  readonly addresses: readonly string[];
  /** What else it gives the page an address or a place by. */
  readonly given: {
    readonly order?: number;
    readonly date?: string;
    readonly slug?: string;
    readonly leadsTo?: string;
  };
}

/** Keys of ours that no tool means something else by; what does not fit them is theirs. */
const ours: Readonly<Record<string, (value: unknown, given: Readonly<Record<string, unknown>>) => boolean>> = {
  collection: (value) => typeof value === 'string' || Array.isArray(value),
  section: (value) => typeof value === 'string',
  state: (value) => value === 'published' || value === 'draft',
  sync: (value) => typeof value === 'boolean',
  stage: (value) => typeof value === 'boolean',
  // `tags` is a key of nearly every tool: there they are the tool's own.
  fin: (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
  audiences: (value) => Array.isArray(value),
  // Other tools have old addresses of their own site under such a name.
  redirectFrom: (value) => Array.isArray(value) && value.every(isIntercoms),
  publishAt: (value) => timeWithZone(String(value)) !== null,
  unpublishAt: (value) => timeWithZone(String(value)) !== null,
  translated: (value) => /^[0-9a-f]{7,64}$/.test(String(value)),
  spacing: (value) => value === 'normal' || value === 'airy' || value === 'tight',
  sources: (value) => isCode('sources', value),
  shots: (value) => isCode('shots', value),
  id: (value) => /^(?:ia_|snip_)?[1-9]\d*$/.test(String(value)),
  // Other tools have types of their own.
  type: meansType,
  owner: (value, { type }) => meansType(type) && typeof value === 'string' && /^[^\s@]+@[^\s@]+$/.test(value),
  author: (value) => typeof value === 'string' && /^[^\s@]+@[^\s@]+$/.test(value),
};

/** Whether an address is made like one of Intercom's, or names its host. */
function isIntercoms(address: unknown): boolean {
  return typeof address === 'string' && /^https?:\/\/|\/(?:articles|collections)\/\d/i.test(address);
}

/**
 * Keys of front matter that was never ours which our own dialect would take for its own. No author is a teammate there,
 * no number that of an article, and no tag one of the workspace.
 */
export function foreignKeysIn(given: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.entries(given).flatMap(([key, value]) => {
    const isForeign =
      key === 'author' ||
      key === 'id' ||
      key === 'tags' ||
      key === 'redirectFrom' ||
      (key === 'draft' && typeof value !== 'boolean') ||
      (Object.hasOwn(ours, key) && ours[key]?.(value, given) === false);
    return isForeign ? [key] : [];
  });
}

/** Reads another tool's front matter by the meaning of its keys; all that means nothing to us is left out. */
export function flavouredKeys(given: Readonly<Record<string, unknown>>, { keys }: Flavour): FlavouredKeys {
  const fields: Record<string, unknown> = {};
  const written = new Map<string, string>();
  const take = (key: string, from: string, value: unknown): void => {
    fields[key] = value;
    written.set(key, from);
  };
  for (const [key, fits] of Object.entries(ours)) {
    if (Object.hasOwn(given, key) && fits(given[key], given)) take(key, key, given[key]);
  }
  for (const key of ['title', 'description'] as const) {
    const found = keys[key].find((name) => isText(given[name]));
    if (found !== undefined) take(key, found, given[found]);
  }
  const hidden =
    keys.draft.find((name) => given[name] === true) ?? keys.published.find((name) => given[name] === false) ?? null;
  if (hidden !== null && fields.state === undefined) take('state', hidden, 'draft');
  const trail = trailOf(given, keys, fields.title);
  if (fields.collection === undefined && trail.length > 0) take('collection', keys.parents?.above.at(-1) ?? '', trail);
  const addresses = keys.addresses.flatMap((name) => [given[name] ?? []].flat().filter(isText).map(String));
  const order = (keys.order ?? []).map((name) => String(given[name])).find((value) => /^-?\d{1,9}$/.test(value));
  const date = /^\d{4}-\d{2}-\d{2}/.exec(asText(given[keys.dated?.date ?? '']))?.[0];
  const slug = given[keys.dated?.slug ?? ''];
  const leadsTo = (keys.leads ?? []).map((name) => given[name]).find((value) => typeof value === 'string');
  return {
    fields,
    written,
    addresses,
    given: {
      ...(order === undefined ? {} : { order: Number(order) }),
      ...(date === undefined ? {} : { date }),
      ...(typeof slug === 'string' && slug !== '' ? { slug } : {}),
      ...(typeof leadsTo === 'string' && leadsTo !== '' ? { leadsTo } : {}),
    },
  };
}

/** The pages above as collections; a page with others below it is the first in their section. */
function trailOf(
  given: Readonly<Record<string, unknown>>,
  { parents }: Flavour['keys'],
  title: unknown,
): readonly string[] {
  if (parents === undefined) return [];
  const above = parents.above.flatMap((name) => (isText(given[name]) ? [String(given[name])] : []));
  return given[parents.hasBelow] === true && isText(title) ? [...above, String(title)] : above;
}

const asText = (value: unknown): string => (value instanceof Date ? value.toISOString() : String(value));

/** Text that says something; a number is one. */
function isText(value: unknown): value is string | number {
  return (typeof value === 'string' && value.trim() !== '') || typeof value === 'number';
}
