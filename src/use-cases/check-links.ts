import { keepsNothing } from '../cache/home.ts';
import { readLinkMemory, saveLinkMemory } from '../cache/link-memory.ts';
import { graded } from '../compile/grade.ts';
import { type LookOptions, lookAtAll, withoutFragment } from '../links/look-at-all.ts';
import { isBelieved, judgedLink, type LinkVerdict, worthRemembering } from '../links/remember.ts';
import type { LinkMemory, RememberedLink } from '../model/link-memory.ts';
import type { Place } from '../model/place.ts';
import type { Problem } from '../model/problem.ts';
import { problem } from '../model/problem.ts';
import { oneLine } from '../report/paint.ts';
import { version } from '../version.ts';
import type { Context } from './context.ts';
import type { Sources } from './sources.ts';

/** An address, why it is where it is, and where it is written. */
export interface FoundLink {
  readonly url: string;
  readonly reason: string;
  readonly places: readonly Place[];
}

/** What looking at the addresses on the web came to. */
export interface LinksReport {
  /** How many addresses there are. */
  readonly looked: number;
  /** Those that failed on two days, the first of which was `since` (Unix milliseconds). */
  readonly dead: readonly (FoundLink & { readonly since: number })[];
  /** Those that failed today for the first time: the next look on another day tells. */
  readonly failedOnce: readonly FoundLink[];
  /** Dead ones, at every place that they are written at. */
  readonly problems: readonly Problem[];
  /** Addresses that may be dead or alive, by address, with the reason. */
  readonly unchecked: readonly { readonly url: string; readonly reason: string }[];
  /** Whether earlier runs left anything: without it every failure is the first. */
  readonly isRemembered: boolean;
}

/**
 * Looks whether the addresses on the web that bodies link to still exist. Those that were alive lately are not asked for
 * again, and dead is what failed on two days: servers have bad ones. With `--verbose` every address that could not be
 * looked at is named along the way.
 *
 * @param links addresses with their places
 * @param looking what tests change
 */
export async function checkLinks(
  links: readonly { readonly url: string; readonly place: Place }[],
  { settings, folder }: Pick<Sources, 'settings' | 'folder'>,
  context: Context,
  looking: Pick<LookOptions, 'bounds' | 'web'> = {},
): Promise<LinksReport> {
  const { host } = context;
  const places = placesOf(links);
  const urls = [...places.keys()];
  const keeps = !keepsNothing(host.env);
  const memory = keeps ? await readLinkMemory(folder) : null;
  const now = host.now();
  const states = await lookAtAll(
    urls.filter((url) => !isBelieved(memory?.get(url), now)),
    {
      userAgent: `helpcentre/${version} (checks for dead links)`,
      signal: host.signal,
      sleep: (milliseconds, signal) => host.sleep(milliseconds, signal),
      ...looking,
    },
  );
  const verdicts = new Map<string, LinkVerdict>();
  const fresh = new Map<string, RememberedLink>();
  for (const url of urls) {
    const { verdict, remember } = judgedLink(states.get(url), memory?.get(url), now);
    verdicts.set(url, verdict);
    if (remember !== null) fresh.set(url, remember);
  }
  // What another run found meanwhile is newer than the beginning of this one.
  if (keeps && fresh.size > 0) await saveLinkMemory(folder, (old) => worthRemembering(old, fresh, host.now()));
  const report = reportOf(verdicts, places, memory);
  if (context.options.verbose === true) {
    for (const { url, reason } of report.unchecked) context.say(`${oneLine(url)} ${oneLine(reason)}\n`);
  }
  const problems = links.flatMap(({ url, place }) => {
    const verdict = verdicts.get(withoutFragment(url));
    return verdict?.is === 'dead' ? [problem('external-link-dead', { url, reason: verdict.reason }, place)] : [];
  });
  return { ...report, problems: graded(problems, settings.problems) };
}

function placesOf(
  links: readonly { readonly url: string; readonly place: Place }[],
): ReadonlyMap<string, readonly Place[]> {
  const places = new Map<string, Place[]>();
  for (const { url, place } of links) {
    const key = withoutFragment(url);
    const found = places.get(key) ?? [];
    found.push(place);
    places.set(key, found);
  }
  return places;
}

function reportOf(
  verdicts: ReadonlyMap<string, LinkVerdict>,
  places: ReadonlyMap<string, readonly Place[]>,
  memory: LinkMemory | null,
): Omit<LinksReport, 'problems'> {
  const all = [...verdicts].map(([url, verdict]) => ({ url, verdict, places: places.get(url) ?? [] }));
  return {
    looked: all.length,
    dead: all.flatMap(({ verdict, ...link }) =>
      verdict.is === 'dead' ? [{ ...link, reason: verdict.reason, since: verdict.since }] : [],
    ),
    failedOnce: all.flatMap(({ verdict, ...link }) =>
      verdict.is === 'failed-once' ? [{ ...link, reason: verdict.reason }] : [],
    ),
    unchecked: all.flatMap(({ url, verdict }) => (verdict.is === 'unknown' ? [{ url, reason: verdict.reason }] : [])),
    isRemembered: memory !== null,
  };
}
