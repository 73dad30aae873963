import * as z from 'zod';
import { moveArticle as move } from '../../use-cases/assist/move-article.ts';
import { note, noted } from '../note.ts';
import { someProblems, worstProblems } from '../problem-data.ts';
import { tool } from '../tool.ts';

/** Moves an article with all its languages. */
export const moveArticle = tool({
  name: 'move_article',
  description:
    'Move or rename an article with its translations. It keeps its id and address, and links to it are put right.',
  input: z.object({ from: z.string(), to: z.string() }),
  output: z.object({
    ...noted,
    moved: z.boolean(),
    paths: z.record(z.string(), z.string()).describe('old: new'),
    relinked: z.array(z.string()),
    problems: someProblems,
  }),
  annotations: { destructiveHint: true, idempotentHint: false, openWorldHint: false },
  async run(asked, desk, context) {
    const done = await move(context, desk.fresh, { ...asked, workspace: desk.workspace });
    const { isMoved: moved, relinked } = done;
    const paths = Object.fromEntries(done.moved);
    return { note, moved, paths, relinked: [...relinked], problems: worstProblems(done.problems) };
  },
});
