import type { Desired, DesiredArticle } from '../model/desired.ts';
import { minuteText } from '../model/minute-text.ts';
import type { Problem } from '../model/problem.ts';
import { problem } from '../model/problem.ts';
import type { Settings } from '../model/settings.ts';
import { asDraft } from './as-draft.ts';
import { startOf } from './start-of.ts';

/** Moments at which anything is to happen, in Unix seconds: between two of them the time makes no difference. */
export function momentsOf({ articles }: Desired): readonly number[] {
  return articles.flatMap(({ publishAt, unpublishAt }) => [publishAt ?? [], unpublishAt ?? []].flat());
}

const isTimed = ({ publishAt, unpublishAt }: DesiredArticle): boolean =>
  publishAt !== undefined || unpublishAt !== undefined;

/**
 * What the sources ask for at a moment: a time to publish that has passed says nothing any more, and what was to leave by
 * now is a draft.
 *
 * @param now Unix seconds
 * @param canSchedule whether Intercom keeps times itself; else a run after the time does what it says
 */
export function timely(
  desired: Desired,
  now: number,
  settings: Pick<Settings, 'helpCentre' | 'state'>,
  canSchedule: boolean,
): { readonly desired: Desired; readonly problems: readonly Problem[] } {
  if (!desired.articles.some(isTimed)) return { desired, problems: [] };
  const problems: Problem[] = [];
  const isDraftElse = settings.state === 'draft';
  const articles = desired.articles.map((article) => {
    if (!isTimed(article)) return article;
    const { publishAt, unpublishAt, ...rest } = article;
    const place = startOf(article);
    const isPast = (time: number | undefined): time is number => time !== undefined && time <= now;
    const said = (key: string, time: number): void => {
      problems.push(problem('time-passed', { path: article.key, key, when: minuteText(time), isDraftElse }, place));
    };
    if (isPast(publishAt)) said('publishAt', publishAt);
    if (isPast(unpublishAt)) said('unpublishAt', unpublishAt);
    if (isPast(unpublishAt)) {
      // Leaving is nothing that waits for a release.
      const { stage: _, ...left } = rest;
      const drafts = Object.entries(rest.locales).map(([locale, text]) => [locale, asDraft(text, rest, settings)]);
      return { ...left, locales: Object.fromEntries(drafts) };
    }
    const coming = isPast(publishAt) ? [unpublishAt] : [publishAt, unpublishAt];
    const [next, then] = coming.filter((time) => time !== undefined);
    if (next !== undefined && !canSchedule)
      problems.push(problem('schedule-by-run', { path: article.key, when: minuteText(next) }, place));
    else if (then !== undefined)
      problems.push(problem('schedule-in-turn', { path: article.key, when: minuteText(then) }, place));
    return {
      ...rest,
      ...(publishAt === undefined || isPast(publishAt) ? {} : { publishAt }),
      ...(unpublishAt === undefined ? {} : { unpublishAt }),
    };
  });
  return { desired: { ...desired, articles }, problems };
}
