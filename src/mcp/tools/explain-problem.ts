import * as z from 'zod';
import { problemCodes } from '../../model/problem.ts';
import { UsageError } from '../../model/usage-error.ts';
import { nearestName } from '../../text/nearest.ts';
import { reads, tool } from '../tool.ts';

/** What docs/reference/problems.md says of a code. */
export const explainProblem = tool({
  name: 'explain_problem',
  description: 'Why a problem of check matters, with an example of it and of the text put right.',
  input: z.object({ code: z.string() }),
  output: z.object({
    code: z.string(),
    severity: z.string(),
    message: z.string(),
    help: z.string(),
    why: z.string(),
    bad: z.string(),
    good: z.string(),
  }),
  annotations: reads,
  async run({ code }) {
    const all = problemCodes();
    const found = all.find((one) => one.code === code);
    if (found === undefined) {
      const near = nearestName(
        code,
        all.map((one) => one.code),
      );
      const help = near === null ? 'Give the code of a problem that check listed.' : `Did you mean "${near}"?`;
      throw new UsageError('no-such-code', `there is no problem "${code}"`, help);
    }
    const { severity, message, help, why, bad, good } = found;
    return { code, severity, message, help, why, bad: asText(bad), good: asText(good) };
  },
});

/** Several files one below the other, each below its path. */
function asText(example: string | Readonly<Record<string, string>>): string {
  if (typeof example === 'string') return example;
  return Object.entries(example)
    .map(([file, text]) => `${file}:\n${text}`)
    .join('\n');
}
