import type { ApiVersion } from './api-version.ts';
import { largestAsked, type QuirkName, type Quirks, quirkNames } from './quirks.ts';
import { withCommas } from './with-commas.ts';

/** What a workspace answered, by question. */
export type Answers = { readonly [Name in QuirkName]?: Quirks[Name] };

/** What is known of a workspace because it was asked. */
export interface WorkspaceFacts {
  /** The day: `2026-11-27`. */
  readonly asked: string;
  readonly apiVersion: ApiVersion;
  readonly answers: Answers;
  /** Requests in ten seconds. */
  readonly rateLimit?: number;
  /** Languages of its first help centre. */
  readonly locales?: readonly string[];
  /** Answers that a publish saw contradicted since: they count no more, and are to be asked again. */
  readonly doubted?: Answers;
}

/** The same facts without some answers, which are to be asked again. */
export function doubting(facts: WorkspaceFacts, names: readonly QuirkName[]): WorkspaceFacts {
  if (names.length === 0) return facts;
  const of = (keep: (name: QuirkName) => boolean): Answers =>
    Object.fromEntries(Object.entries(facts.answers).filter(([name]) => keep(name as QuirkName)));
  const doubted = { ...facts.doubted, ...of((name) => names.includes(name)) };
  return { ...facts, answers: of((name) => !names.includes(name)), doubted };
}

/** Questions that a workspace gave an answer to. */
export function answered({ answers }: WorkspaceFacts): readonly QuirkName[] {
  return quirkNames.filter((name) => answers[name] !== undefined);
}

/** An answer as a person reads it. */
export function answerText(value: string | number | readonly string[]): string {
  if (typeof value === 'number') return value >= largestAsked ? 'at least 1,048,576' : withCommas(value);
  return typeof value === 'string' ? value : value.length === 0 ? 'none' : value.join(', ');
}
