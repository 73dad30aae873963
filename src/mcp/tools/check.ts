import * as z from 'zod';
import { saidOnce } from '../../report/once.ts';
import { sortProblems } from '../../report/sort-problems.ts';
import { pageOf } from '../../text/page-of.ts';
import { imagesFound, problemsOf } from '../../use-cases/found-problems.ts';
import { withTranslationsChecked } from '../../use-cases/stale-translations.ts';
import { demandPage, gather } from '../desk.ts';
import { namedIn } from '../named-in.ts';
import { note, noted } from '../note.ts';
import { problemData, problemSchema, problemsInOneAnswer } from '../problem-data.ts';
import { reads, tool } from '../tool.ts';

/** What `helpcentre check` says. */
export const check = tool({
  name: 'check',
  description: 'Compile everything and list every problem with its place and what to do.',
  input: z.object({ paths: z.array(z.string()).optional(), cursor: z.string().optional() }),
  output: z.object({
    ...noted,
    ok: z.boolean(),
    errors: z.int(),
    warnings: z.int(),
    problems: z.array(problemSchema),
    nextCursor: z.string().optional(),
  }),
  annotations: reads,
  async run({ paths = [], cursor }, desk, context) {
    const gathered = await gather(desk, context);
    const named = await namedIn(paths, gathered, context);
    const sources = await withTranslationsChecked(context, gathered);
    const found = [...problemsOf({ ok: true, sources }, named), ...(await imagesFound(context, sources, named))];
    const all = sortProblems(saidOnce(found));
    const errors = all.filter(({ severity }) => severity === 'error').length;
    const { items, ...next } = demandPage(pageOf(all, cursor, problemsInOneAnswer));
    const problems = items.map(problemData);
    return { note, ok: errors === 0, errors, warnings: all.length - errors, problems, ...next };
  },
});
