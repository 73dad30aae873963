import * as z from 'zod';
import type { Plan } from '../../model/plan.ts';
import { heldName, heldReason } from '../../report/held-text.ts';
import { changeWords, collectionWords, planSummary } from '../../report/plan-text.ts';
import { redirectWords } from '../../report/redirect-text.ts';
import { pageOf } from '../../text/page-of.ts';
import { allProblems } from '../../use-cases/plan.ts';
import { demandPage, gather } from '../desk.ts';
import { note, noted } from '../note.ts';
import { planned } from '../planned.ts';
import { someProblems, worstProblems } from '../problem-data.ts';
import { asks, tool } from '../tool.ts';

/** Changes of one answer. */
const most = 50;

/** What `helpcentre plan` says. */
export const plan = tool({
  name: 'plan',
  description:
    'What publishing would do, and why. Offline unless online, which needs a token and sees edits made in Intercom.',
  input: z.object({ online: z.boolean().optional(), cursor: z.string().optional() }),
  output: z.object({
    ...noted,
    digest: z.string(),
    online: z.boolean(),
    summary: z.string(),
    errors: someProblems,
    changes: z.array(
      z.object({
        does: z.string(),
        what: z.string(),
        from: z.string().optional(),
        why: z.string(),
        help: z.string().optional(),
      }),
    ),
    nextCursor: z.string().optional(),
  }),
  annotations: asks,
  async run({ online = false, cursor }, desk, context) {
    const looked = await planned(desk, context, await gather(desk, context), online);
    const { digest } = looked.plan;
    const errors = worstProblems(allProblems(looked).filter(({ severity }) => severity === 'error'));
    const { items: changes, ...next } = demandPage(pageOf(linesOf(looked.plan), cursor, most));
    return { note, digest, online, summary: planSummary(looked.plan), errors, changes: [...changes], ...next };
  },
});

/** All that is done, then what is not and how to go on. */
function linesOf({ collections, changes, redirects = [], held, notCompiled, leftOut }: Plan) {
  const line = ({ word, why }: { readonly word: string; readonly why: string }, what: string) => ({
    ...{ does: word, what, why },
  });
  return [
    ...collections.map((one) => line(collectionWords(one), `collection ${one.key}`)),
    ...changes.map((one) => ({
      ...line(changeWords(one), one.key),
      ...(one.from === undefined ? {} : { from: one.from }),
    })),
    ...redirects.map((one) => line(redirectWords(one), `redirect from ${one.address}`)),
    ...held.map((one) => ({ does: 'hold back', what: heldName(one), why: heldReason(one), help: one.help })),
    ...[...notCompiled, ...leftOut].map((key) => ({ does: 'leave out', what: key, why: 'it has errors' })),
  ];
}
