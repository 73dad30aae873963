import { graded } from '../compile/grade.ts';
import { type LookOptions, lookAtAll, withoutFragment } from '../links/look-at-all.ts';
import type { Place } from '../model/place.ts';
import type { Problem } from '../model/problem.ts';
import { problem } from '../model/problem.ts';
import type { Settings } from '../model/settings.ts';
import { oneLine } from '../report/paint.ts';
import { version } from '../version.ts';
import type { Context } from './context.ts';

/** What looking at the addresses on the web came to. */
export interface LinksReport {
  /** How many addresses there are. */
  readonly looked: number;
  /** How many of them are dead. */
  readonly dead: number;
  /** Dead ones, at every place that they are written at. */
  readonly problems: readonly Problem[];
  /** Addresses that may be dead or alive, by address, with the reason. */
  readonly unchecked: readonly { readonly url: string; readonly reason: string }[];
}

/**
 * Looks whether the addresses on the web that bodies link to still exist. With `--verbose` every address that
 * could not be looked at is named along the way.
 *
 * @param links addresses with their places
 * @param looking what tests change
 */
export async function checkLinks(
  links: readonly { readonly url: string; readonly place: Place }[],
  settings: Settings,
  context: Context,
  looking: Pick<LookOptions, 'bounds' | 'web'> = {},
): Promise<LinksReport> {
  const userAgent = `helpcentre/${version} (checks for dead links)`;
  const { signal } = context.host;
  const urls = links.map((link) => link.url);
  const verdicts = await lookAtAll(urls, { userAgent, signal, ...looking });
  const unchecked = [...verdicts].flatMap(([url, verdict]) =>
    verdict.is === 'unknown' ? [{ url, reason: verdict.reason }] : [],
  );
  if (context.options.verbose === true) {
    for (const { url, reason } of unchecked) context.say(`${oneLine(url)} ${oneLine(reason)}\n`);
  }
  const problems = links.flatMap(({ url, place }) => {
    const verdict = verdicts.get(withoutFragment(url));
    return verdict?.is === 'dead' ? [problem('external-link-dead', { url, reason: verdict.reason }, place)] : [];
  });
  const dead = [...verdicts.values()].filter((verdict) => verdict.is === 'dead').length;
  return { looked: verdicts.size, dead, problems: graded(problems, settings.problems), unchecked };
}
