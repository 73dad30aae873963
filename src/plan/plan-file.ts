import * as z from 'zod';
import { fingerprint } from '../body/fingerprint.ts';
import type { Plan } from '../model/plan.ts';
import { withDigest } from './plan.ts';

/** Format version of plans that this program reads and writes. */
const formatVersion = 1;

const step = z.strictObject({
  do: z.enum(['write', 'stage', 'withdraw', 'record', 'forget']),
  desired: z.string().nullable(),
  remote: z.string().nullable(),
});
const change = z.looseObject({
  kind: z.enum(['create', 'adopt', 'update', 'move', 'unpublish', 'delete', 'recreate', 'record', 'forget']),
  key: z.string(),
  from: z.string().optional(),
  id: z.string().nullable(),
  title: z.string(),
  reasons: z.array(z.string()),
  locales: z.record(z.string(), step),
  schedule: z
    .object({ publishAt: z.int().nullable().optional(), unpublishAt: z.int().nullable().optional() })
    .optional(),
});
const planSchema = z.looseObject({
  formatVersion: z.literal(formatVersion),
  workspace: z.string().nullable(),
  target: z.string().optional(),
  promotes: z.string().optional(),
  helpCentre: z.string().nullable(),
  collections: z.array(z.looseObject({ kind: z.string(), key: z.string() })),
  changes: z.array(change),
  redirects: z
    .array(z.looseObject({ kind: z.string(), key: z.string(), address: z.string(), locale: z.string() }))
    .optional(),
  held: z.array(z.looseObject({ key: z.string(), why: z.string() })),
  unchanged: z.number(),
  notCompiled: z.array(z.string()),
  leftOut: z.array(z.string()),
  unlinked: z.array(z.string()).optional(),
  elsewhere: z.number().optional(),
  mode: z.enum(['stage', 'release']).optional(),
  problems: z.array(z.unknown()),
  digest: z.string(),
});

/** A saved plan, or a sentence that says why it is none. */
export type ParsedPlan = { readonly ok: true; readonly plan: Plan } | { readonly ok: false; readonly message: string };

/** The text of a saved plan. It holds fingerprints and paths, and no secret. */
export function formatPlan(plan: Plan): string {
  return `${JSON.stringify(plan, null, 2)}\n`;
}

/** Whether a file is a saved plan of any version, whole or not: what may be written over. */
export function isSavedPlan(text: string): boolean {
  try {
    return z.looseObject({ formatVersion: z.number(), digest: z.string() }).safeParse(JSON.parse(text)).success;
  } catch {
    return false;
  }
}

/**
 * Parses a saved plan and checks that it still has the digest it was saved with.
 *
 * @param text what `plan --out` wrote
 */
export function parsePlan(text: string): ParsedPlan {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { ok: false, message: 'it is not valid JSON' };
  }
  const version = (value as { formatVersion?: unknown } | null)?.formatVersion;
  if (typeof version === 'number' && version > formatVersion) {
    return { ok: false, message: `it has format ${version}, which this version cannot read` };
  }
  const parsed = planSchema.safeParse(value);
  if (!parsed.success) return { ok: false, message: 'it was not written by "helpcentre plan --out"' };
  const { digest, ...rest } = parsed.data as unknown as Plan;
  const plan = withDigest(rest);
  return plan.digest === digest ? { ok: true, plan } : { ok: false, message: 'it was changed after it was saved' };
}

/** One article on which two plans disagree. */
export interface PlanDifference {
  readonly key: string;
  /** What the saved plan does with it: a kind of change, `held`, or `nothing`. */
  readonly before: string;
  readonly after: string;
}

/** What a plan does with one article or collection, short enough to be kept beside a comment. */
export interface PlanStep {
  readonly key: string;
  /** A kind of change, or `held`. */
  readonly word: string;
  /** Of everything that the plan says about it. */
  readonly hash: string;
}

/**
 * Where a plan differs from one that was saved: what a person has to look at before anything is published. Plans with
 * other digests differ somewhere, so where they do the same, what they were made for is named.
 */
export function comparePlans(saved: Plan, current: Plan): readonly PlanDifference[] {
  const steps = compareSteps(planSteps(saved), planSteps(current));
  return steps.length > 0 ? steps : compareSteps(surroundings(saved), surroundings(current));
}

/** What else a digest is made of, in words. */
function surroundings({
  workspace,
  promotes,
  helpCentre,
  unchanged,
  notCompiled,
  leftOut,
  problems,
}: Plan): readonly PlanStep[] {
  const step = (key: string, word: string, value: unknown = word): PlanStep => ({ key, word, hash: hashOf(value) });
  return [
    step('the workspace', workspace ?? 'none'),
    step('the help centre', helpCentre ?? 'none'),
    step('what is promoted', promotes ?? 'nothing'),
    step('unchanged articles', String(unchanged)),
    step('articles that do not compile', String(notCompiled.length), notCompiled),
    step('articles left out for errors', String(leftOut.length), leftOut),
    step('problems', String(problems.length), problems),
  ];
}

const hashOf = (value: unknown): string =>
  fingerprint(JSON.stringify(value)).slice('sha256-'.length, 'sha256-'.length + 16);

/** The same for steps alone. */
export function compareSteps(saved: readonly PlanStep[], current: readonly PlanStep[]): readonly PlanDifference[] {
  const before = new Map(saved.map((step) => [step.key, step]));
  const after = new Map(current.map((step) => [step.key, step]));
  const keys = [...new Set([...before.keys(), ...after.keys()])].sort();
  return keys.flatMap((key) => {
    const then = before.get(key);
    const now = after.get(key);
    if (then?.word === now?.word && then?.hash === now?.hash) return [];
    return [{ key, before: then?.word ?? 'nothing', after: now?.word ?? 'nothing' }];
  });
}

/** All that a plan does and holds back, one step an article or collection. */
export function planSteps(plan: Plan): readonly PlanStep[] {
  const step = (key: string, word: string, value: unknown): PlanStep => ({ key, word, hash: hashOf(value) });
  return [
    ...plan.collections.map((one) => step(`collection ${one.key}`, one.kind, one)),
    ...plan.held.map((one) => step(one.fields === undefined ? one.key : `edits of collection ${one.key}`, 'held', one)),
    ...plan.changes.map((one) => step(one.key, one.kind, one)),
    ...(plan.redirects ?? []).map((one) => step(`redirect from ${one.address}`, one.kind, one)),
  ];
}
