import type { PlanMode } from '../model/plan.ts';

/** What `--stage` and `--release` ask for; they exclude each other. */
export function modeOf(options: { readonly stage?: boolean; readonly release?: boolean }): {
  readonly mode?: PlanMode;
} {
  if (options.stage === true) return { mode: 'stage' };
  return options.release === true ? { mode: 'release' } : {};
}
