import type { Plan } from '../model/plan.ts';
import type { Problem } from '../model/problem.ts';
import { withCommas } from '../model/with-commas.ts';
import { count } from './paint.ts';
import { problemsSummary } from './problems-text.ts';

/** What can keep a run from having done everything. */
export interface Shortfall {
  /** Those that count. */
  readonly problems: readonly Problem[];
  readonly plan: Pick<Plan, 'held'>;
  readonly failed?: number;
  readonly notBegun?: number;
}

/**
 * Why a run ends with exit code 1, in one line: `3 errors in 2 files; 2 held back`. It is the last that is printed, so
 * that nobody has to look for it.
 */
export function reasonText({ problems, plan, failed = 0, notBegun = 0 }: Shortfall): string {
  const errors = problems.filter(({ severity }) => severity === 'error');
  const parts = [
    errors.length === 0 ? '' : problemsSummary(errors),
    plan.held.length === 0 ? '' : `${count(plan.held.length, 'change')} held back`,
    failed === 0 ? '' : `${withCommas(failed)} failed`,
    notBegun === 0 ? '' : `${withCommas(notBegun)} not begun`,
  ];
  return `${parts.filter((part) => part !== '').join('; ')}\n`;
}
