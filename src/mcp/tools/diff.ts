import * as z from 'zod';
import { heldReason } from '../../report/held-text.ts';
import { changeWords } from '../../report/plan-text.ts';
import { differenceOf } from '../../use-cases/assist/difference.ts';
import { findArticle } from '../../use-cases/assist/find-article.ts';
import { gather, readOnlyInputs } from '../desk.ts';
import { capped, note, noted } from '../note.ts';
import { planned } from '../planned.ts';
import { asks, tool } from '../tool.ts';

/** What changes in one article. */
export const diff = tool({
  name: 'diff',
  description:
    'What publishing would change inside one article: against the text last published, or online against Intercom.',
  input: z.object({ article: z.string(), online: z.boolean().optional() }),
  output: z.object({
    ...noted,
    path: z.string(),
    does: z.string(),
    why: z.string(),
    diffs: z.array(z.object({ language: z.string(), diff: z.string() })),
    missing: z.string().optional(),
  }),
  annotations: asks,
  async run({ article, online = false }, desk, context) {
    const { path, source } = await findArticle(context, await readOnlyInputs(desk, context), article);
    const looked = await planned(desk, context, await gather(desk, context), online);
    const key = source?.article ?? path;
    const { changes, held, notCompiled, leftOut } = looked.plan;
    const change = changes.find((one) => one.key === key);
    const stopped = held.find((one) => one.key === key && one.fields === undefined);
    const one = change ?? stopped;
    if (one === undefined) {
      const isBroken = notCompiled.includes(key) || leftOut.includes(key);
      const [does, why] = isBroken
        ? ['leave out', 'it has errors: see plan']
        : ['nothing', 'it is as it was published'];
      return { note, path: key, does, why, diffs: [] };
    }
    const { texts, isMissing } = await differenceOf(context, looked, one);
    const words = change === undefined ? null : changeWords(change);
    return {
      ...{ note, path: key, does: words?.word ?? 'hold back' },
      why: words?.why ?? (stopped === undefined ? '' : heldReason(stopped)),
      diffs: texts.map((text) => ({ language: text.locale, diff: capped(text.diff) })),
      ...(isMissing ? { missing: 'git does not have the text that was last published' } : {}),
    };
  },
});
