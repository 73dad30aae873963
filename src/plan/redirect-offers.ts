import { soughtIn } from '../body/remains.ts';
import type { ContentPath } from '../model/article.ts';
import { byCodeUnit } from '../model/by-code-unit.ts';
import type { Desired } from '../model/desired.ts';
import type { Plan } from '../model/plan.ts';
import { type Problem, problem } from '../model/problem.ts';
import type { Recorded } from '../model/recorded.ts';
import { addressBelow, wholeAddress } from '../model/redirect.ts';
import type { Remote, RemoteArticle } from '../model/remote.ts';
import { nearestName } from '../text/nearest.ts';

/** What the plan was made from, and when. */
export interface OffersInput {
  readonly desired: Desired;
  readonly recorded: Recorded;
  /** null: Intercom was not asked. */
  readonly remote: Remote | null;
  /** Unix seconds, asked for only where it matters: a run that does not ask comes to the same at any time. */
  readonly now: () => number;
  /** The content folder as problems name it. */
  readonly root: string;
}

const aDay = 24 * 60 * 60;

/**
 * Redirects that a plan would do well to have: for an article that it takes away, that other articles link to or that
 * was there for more than a day, the line to write, as long as no line names its address. It depends on the time, so
 * that it is no part of the plan.
 */
export function redirectOffers(plan: Plan, input: OffersInput): readonly Problem[] {
  const { recorded, remote, root } = input;
  const gone = plan.changes.filter(({ kind }) => kind === 'unpublish' || kind === 'delete');
  const leaving = new Set(gone.map(({ id }) => id));
  return gone.flatMap(({ key, id }) => {
    const entry = recorded.articles[key];
    const theirs = remote?.articles.find((article) => article.id === id);
    const isLinked = remote?.articles.some((other) => !leaving.has(other.id) && linksTo(other, id ?? '')) ?? false;
    const since = theirs?.createdAt ?? theirs?.updatedAt ?? entry?.updatedAt;
    if (!isLinked && (since === undefined || input.now() - since <= aDay)) return [];
    return addressesOf(theirs, entry?.url ?? null, input)
      .filter((address) => !isNamed(address, input))
      .map((address) => {
        const line = `- { from: ${scalar(address)}, redirectTo: ${scalar(placeFor(key, input.desired))} }`;
        const file = root === '.' ? key : `${root}/${key}`;
        return problem('redirect-offer', { key, address, line, isLinked }, { file, line: 1, column: 1 });
      });
  });
}

function linksTo({ locales }: RemoteArticle, id: string): boolean {
  const link = new RegExp(`/articles/${id}(?!\\d)`);
  return Object.values(locales).some((text) => link.test(soughtIn(text)));
}

/** Where readers have an article, below the address of its help centre. */
function addressesOf(
  theirs: RemoteArticle | undefined,
  recordedUrl: string | null,
  { remote }: OffersInput,
): readonly string[] {
  const shown = Object.values(theirs?.locales ?? {}).flatMap(({ state, url }) =>
    state === 'published' && url !== null ? [url] : [],
  );
  const urls = theirs === undefined ? [recordedUrl].flatMap((url) => url ?? []) : shown;
  const homes = remote?.helpCentres.flatMap(({ url }) => url ?? []) ?? [];
  const below = urls.flatMap((url) => {
    const found = homes.flatMap((home) => addressBelow(url, home) ?? []).sort((a, b) => a.length - b.length);
    // Of an address alone only what every help centre's have in them is sure.
    const own = /\/[a-z]{2}(?:-[A-Za-z]+)?\/articles\/\d.*$/.exec(wholeAddress(url))?.[0];
    return found[0] ?? own ?? [];
  });
  return [...new Set(below)].sort(byCodeUnit);
}

/** Whether a source leads on from an address already. */
function isNamed(address: string, { desired, remote }: OffersInput): boolean {
  const homes = remote?.helpCentres.flatMap(({ url }) => url ?? []) ?? [];
  return (desired.redirects ?? []).some(
    ({ from }) => wholeAddress(from).endsWith(address) || homes.some((home) => addressBelow(from, home) === address),
  );
}

/** What a page that is gone may lead to: the folder that it was in, else the source of the nearest name. */
function placeFor(key: ContentPath, { articles, collections }: Desired): string {
  const folders = collections.flatMap(({ folder }) => folder ?? []).filter((folder) => key.startsWith(`${folder}/`));
  const inner = folders.sort((a, b) => b.length - a.length)[0];
  const names = articles.map((article) => article.key);
  return inner ?? nearestName(key, names) ?? 'path/of/another.md';
}

/** A value in a line of YAML in braces. */
const scalar = (value: string): string => (/^[\w./%-]+$/.test(value) ? value : JSON.stringify(value));
