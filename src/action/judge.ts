import path from 'node:path';
import { baselineJudge, type Judge } from '../use-cases/baseline.ts';
import { shownPath } from '../use-cases/context.ts';
import type { Job } from './job.ts';

/**
 * Tells problems that the input `baseline` accepts from new ones.
 *
 * @throws UsageError when there is no such file, or it is no baseline
 */
export function judgeOf({ context, inputs }: Job): Promise<Judge> {
  const { baseline } = inputs;
  const file = baseline === null ? undefined : shownPath(context.host.cwd, path.resolve(context.cwd, baseline));
  return baselineJudge(context, file);
}
