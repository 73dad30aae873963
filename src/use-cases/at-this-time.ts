import { graded } from '../compile/grade.ts';
import { versionHas } from '../intercom/versions.ts';
import { momentsOf, timely } from '../plan/timely.ts';
import type { Context } from './context.ts';
import type { Sources } from './sources.ts';
import { changed } from './stale-translations.ts';

/** Sources as they are to be planned now: times that have passed have done what they say. */
export function atThisTime({ host }: Pick<Context, 'host'>, sources: Sources): Sources {
  const { desired, settings, problems } = sources;
  const moments = momentsOf(desired).map((seconds) => seconds * 1000);
  if (moments.length === 0) return sources;
  const canSchedule = versionHas(settings.apiVersion, 'schedules');
  const now = timely(desired, Math.floor((host.nowAmong?.(moments) ?? host.now()) / 1000), settings, canSchedule);
  return changed(sources, {
    desired: now.desired,
    problems: [...problems, ...graded(now.problems, settings.problems)],
  });
}
