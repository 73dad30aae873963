import { graded } from '../compile/grade.ts';
import { versionHas } from '../intercom/versions.ts';
import { timely } from '../plan/timely.ts';
import type { Context } from './context.ts';
import type { Sources } from './sources.ts';
import { changed } from './stale-translations.ts';

/** Sources as they are to be planned now: times that have passed have done what they say. */
export function atThisTime({ host }: Pick<Context, 'host'>, sources: Sources): Sources {
  const { desired, settings, problems } = sources;
  const canSchedule = versionHas(settings.apiVersion, 'schedules');
  const now = timely(desired, Math.floor(host.now() / 1000), settings, canSchedule);
  if (now.desired === desired) return sources;
  return changed(sources, {
    desired: now.desired,
    problems: [...problems, ...graded(now.problems, settings.problems)],
  });
}
