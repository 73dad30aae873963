import { deflateRawSync, inflateRawSync } from 'node:zlib';
import * as z from 'zod';
import type { Plan } from '../model/plan.ts';
import { type PlanStep, planSteps } from '../plan/plan-file.ts';

/** What a comment keeps of the plan that it shows, so that publishing can say what moved since. */
export interface ShownPlan {
  readonly digest: string;
  /** Made without asking Intercom: another digest than any plan that is published. */
  readonly isOffline: boolean;
  /** null: there were too many to keep. */
  readonly steps: readonly PlanStep[] | null;
}

const schema = z.object({
  digest: z.string().max(100),
  isOffline: z.boolean(),
  steps: z
    .array(z.tuple([z.string().max(1000), z.string().max(20), z.string().max(20)]))
    .max(10_000)
    .nullable(),
});

/** Characters of a comment that the steps may take. */
const mostCharacters = 12_000;
const before = '<!-- helpcentre:data ';
const after = ' -->';

/** What was shown, as a part of a comment that GitHub shows nobody. */
export function planData(plan: Plan): string {
  const { digest, workspace } = plan;
  const steps = planSteps(plan).map(({ key, word, hash }) => [key, word, hash]);
  const whole = packed({ digest, isOffline: workspace === null, steps });
  return whole.length <= mostCharacters ? whole : packed({ digest, isOffline: workspace === null, steps: null });
}

function packed(value: unknown): string {
  return `${before}${deflateRawSync(JSON.stringify(value)).toString('base64')}${after}`;
}

/** Reads it back; null where a comment has none that can be read. Only ever used to tell people something. */
export function readPlanData(comment: string): ShownPlan | null {
  const start = comment.lastIndexOf(before);
  const end = comment.indexOf(after, start);
  if (start === -1 || end === -1) return null;
  try {
    const bytes = Buffer.from(comment.slice(start + before.length, end), 'base64');
    const text = inflateRawSync(bytes, { maxOutputLength: 4_000_000 }).toString('utf8');
    const { digest, isOffline, steps } = schema.parse(JSON.parse(text));
    return { digest, isOffline, steps: steps?.map(([key, word, hash]) => ({ key, word, hash })) ?? null };
  } catch {
    return null;
  }
}
