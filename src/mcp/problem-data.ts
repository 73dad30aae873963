import * as z from 'zod';
import type { Problem } from '../model/problem.ts';

/** A problem as tools give it. */
export const problemSchema = z.object({
  severity: z.enum(['error', 'warning']),
  code: z.string(),
  message: z.string(),
  help: z.string(),
  file: z.string().optional(),
  line: z.int().optional(),
  column: z.int().optional(),
  fix: z.string().optional(),
});

/** The same where it is only one part of an answer: as `check` gives it. */
export const someProblems = z.array(z.looseObject({}));

/** Problems that one answer holds. */
export const problemsInOneAnswer = 30;

/** A problem in short: what was found, where, and what to do. */
export function problemData({ severity, code, message, help, place, fix }: Problem): z.output<typeof problemSchema> {
  return {
    ...{ severity, code, message, help },
    ...(place === undefined ? {} : { file: place.file, line: place.line, column: place.column }),
    ...(fix === undefined ? {} : { fix: fix.description }),
  };
}

/** The first problems, errors before warnings: those that keep a text from being written are among them. */
export function worstProblems(problems: readonly Problem[]): z.output<typeof someProblems> {
  const errors = problems.filter(({ severity }) => severity === 'error');
  const warnings = problems.filter(({ severity }) => severity === 'warning');
  return [...errors, ...warnings].slice(0, problemsInOneAnswer).map(problemData);
}
