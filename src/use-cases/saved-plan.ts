import path from 'node:path';
import { factsOf } from '../disk/links.ts';
import { readOwn } from '../disk/own-file.ts';
import type { Plan } from '../model/plan.ts';
import { UsageError } from '../model/usage-error.ts';
import { comparePlans, type PlanDifference, parsePlan } from '../plan/plan-file.ts';
import { planDifferencesText } from '../report/plan-text.ts';
import type { Context } from './context.ts';

/**
 * Where the plan made now differs from one that was saved.
 *
 * @param file what `plan --out` wrote, from the folder that the person stands in
 * @param current the plan made now
 * @returns null when they are the same plan
 * @throws UsageError when the file is no plan, or one that was made offline
 */
export async function differencesFromSaved(
  context: Context,
  file: string,
  current: Plan,
): Promise<readonly PlanDifference[] | null> {
  const absolute = path.resolve(context.host.cwd, file);
  if ((await factsOf(absolute))?.isDirectory() === true) {
    throw new UsageError('bad-plan', `${file} cannot be used: it is a folder`, planWanted);
  }
  const bytes = await readOwn(absolute, context.host.cwd);
  if (bytes === null) throw noPlan(file, context.host.cwd);
  const parsed = parsePlan(bytes.toString('utf8'));
  if (!parsed.ok) {
    throw new UsageError(
      'bad-plan',
      `${file} cannot be used: ${parsed.message}`,
      'Save it again with "helpcentre plan --out".',
    );
  }
  if (parsed.plan.workspace === null && current.workspace !== null) {
    throw new UsageError(
      'offline-plan',
      `${file} was made without asking Intercom, so it cannot be compared with a new plan`,
      'Save it again with "helpcentre plan --out", without --offline and with a token.',
    );
  }
  const [saved, now] = [parsed.plan.target, current.target].map((target) =>
    target === undefined ? 'no target' : `"${target}"`,
  );
  if (saved !== now) {
    const help = `Name the one that is meant with --target, or save a plan for it with "helpcentre plan --out".`;
    throw new UsageError('other-target', `${file} is a plan for ${saved}, and this run is for ${now}`, help);
  }
  return parsed.plan.digest === current.digest ? null : comparePlans(parsed.plan, current);
}

const planWanted = 'Give the file that "helpcentre plan --out" wrote.';

function noPlan(file: string, folder: string): UsageError {
  return new UsageError('no-plan', `there is no file ${file} in ${folder}`, planWanted);
}

/**
 * Stops unless the plan made now is the one that was reviewed; where they differ is said first.
 *
 * @throws UsageError when the file is no plan, or another one
 */
export async function demandPlan(context: Context, file: string, current: Plan): Promise<void> {
  const differences = await differencesFromSaved(context, file, current);
  if (differences === null) return;
  context.say(planDifferencesText(differences, context.errorPaint));
  throw planDiffers(file, differences);
}

/** What is thrown when the plan made now is not the one that was reviewed. */
export function planDiffers(file: string, differences: readonly PlanDifference[]): UsageError {
  return new UsageError(
    'plan-differs',
    `the plan has changed since ${file} was saved, so nothing was published`,
    'Check what has changed, and save the plan again with "helpcentre plan --out".',
    1,
    { differences },
  );
}
