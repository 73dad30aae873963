import type { Job } from './job.ts';
import { keep, preparedBeginning } from './keep.ts';
import { openHome } from './lockfile.ts';

/**
 * At the job's end: where a publish was cut off before the lockfile was kept, does that. Else there is nothing to do.
 *
 * @returns the exit code
 */
export async function finishJob(job: Job): Promise<number> {
  const { env } = job.host;
  if (env.STATE_publishing !== 'true' || env.STATE_kept === 'true') return 0;
  job.context.print('The run was cut off before the lockfile was kept; it is kept now.\n');
  const { isKept, text } = await keep(job, await openHome(job), await preparedBeginning(job));
  if (text !== '') await job.runner.summary(text);
  return isKept ? 0 : 1;
}
