import { escapeValue, unescapeValue } from './escape.ts';
import { type Heading, headings } from './headings.ts';
import { keptIds } from './kept-ids.ts';
import { soughtIn, type WithRemains } from './remains.ts';

/** Something with a body, whose identity stands for it: bodies of thousands of articles are read only when they are asked for. */
type WithBody = Readonly<{ body: string }>;

/** What was asked: every link to a heading asks again, and each answer reads two bodies. */
const known = new WeakMap<WithBody, { readonly ours: WithBody; readonly ids: ReadonlyMap<string, string> }>();

/**
 * The same as `pairedIds` for the bodies of two records. What one record has once, it has always.
 *
 * @param ours has the body as it was compiled
 * @param stored has the body as Intercom answered it
 */
export function headingIds(ours: WithBody, stored: WithRemains): ReadonlyMap<string, string> {
  const before = known.get(stored);
  if (before?.ours === ours) return before.ids;
  const ids = pairedIds(ours.body, soughtIn(stored));
  known.set(stored, { ours, ids });
  return ids;
}

/**
 * Which id each of our headings has in Intercom. Our own slugs are sent as ids; they were seen to be kept, and seen
 * to be replaced by ids of Intercom's own, so what came back is looked at. An article that was imported has ids that
 * nobody sees in its source.
 *
 * @param ours the body as it was compiled, slugs as ids
 * @param stored the body as Intercom answered it
 * @returns slug → id; slugs that stand where no heading came back are left out. Headings are paired by their ids, else
 *   by their text, else by their order among the headings that were paired
 */
export function pairedIds(ours: string, stored: string): ReadonlyMap<string, string> {
  const kept = keptIds(ours, stored);
  if (kept !== null) return kept;
  const sent = headings(ours);
  const found = headings(stored);
  const pairs = new Map<number, number>();
  pairAlike(sent, found, pairs, ({ id }) => id);
  pairAlike(sent, found, pairs, ({ text }) => text);
  const gapOfSent = gapsOf(sent.length, (index) => pairs.get(index));
  const paired = new Set(pairs.values());
  const gapOfFound = gapsOf(found.length, (index) => (paired.has(index) ? index : undefined));
  for (const [gap, indices] of gapOfSent) {
    const there = gapOfFound.get(gap) ?? [];
    if (there.length === indices.length) for (const [at, index] of indices.entries()) pairs.set(index, there[at] ?? -1);
  }
  const ids = new Map<string, string>();
  for (const [index, { id: slug }] of sent.entries()) {
    const id = found[pairs.get(index) ?? -1]?.id ?? null;
    if (slug !== null && id !== null && !ids.has(slug)) ids.set(slug, id);
  }
  return ids;
}

/** Pairs the headings that have the same name, the first with the first. */
function pairAlike(
  sent: readonly Heading[],
  found: readonly Heading[],
  pairs: Map<number, number>,
  nameOf: (heading: Heading) => string | null,
): void {
  const paired = new Set(pairs.values());
  const free = new Map<string, number[]>();
  for (const [index, heading] of found.entries()) {
    const name = nameOf(heading);
    if (name !== null && !paired.has(index)) free.set(name, [...(free.get(name) ?? []), index]);
  }
  for (const [index, heading] of sent.entries()) {
    const at = pairs.has(index) ? undefined : free.get(nameOf(heading) ?? '')?.shift();
    if (at !== undefined) pairs.set(index, at);
  }
}

/** The headings that are not paired, by the paired one above them in what Intercom has; -1 for none. */
function gapsOf(count: number, pairedAt: (index: number) => number | undefined): ReadonlyMap<number, number[]> {
  const gaps = new Map<number, number[]>();
  let above = -1;
  for (let index = 0; index < count; index += 1) {
    const at = pairedAt(index);
    if (at === undefined) gaps.set(above, [...(gaps.get(above) ?? []), index]);
    else above = at;
  }
  return gaps;
}

/** A heading's tag in the stable serialisation, up to the value of its id. */
const headingId = /(<h[1-6](?: [a-z-]+="[^"]*")*? id=")([^"]*)(")/g;

/**
 * Gives headings other ids: those that Intercom gave them, so that it keeps them.
 *
 * @param html in the stable serialisation, slugs as ids
 * @param idOf id for a slug; null leaves the slug
 */
export function withHeadingIds(html: string, idOf: (slug: string) => string | null): string {
  return html.replace(headingId, (whole, before: string, value: string, after: string) => {
    const id = idOf(unescapeValue(value));
    return id === null ? whole : `${before}${escapeValue(id)}${after}`;
  });
}
