import * as z from 'zod';
import { scaffoldArticle as scaffold } from '../../use-cases/assist/scaffold.ts';
import { capped, note, noted } from '../note.ts';
import { someProblems, worstProblems } from '../problem-data.ts';
import { tool } from '../tool.ts';

/** Writes a new draft to begin with. */
export const scaffoldArticle = tool({
  name: 'scaffold_article',
  description:
    'Begin a new draft: an article in a folder, or with translates and language a translation that has the text to translate.',
  input: z.object({
    title: z.string(),
    description: z.string().optional(),
    folder: z.string().optional(),
    translates: z.string().optional().describe('Path of the original'),
    language: z.string().optional(),
  }),
  output: z.object({
    ...noted,
    written: z.boolean(),
    path: z.string(),
    hash: z.string().optional(),
    text: z.string(),
    problems: someProblems,
  }),
  annotations: { destructiveHint: false, idempotentHint: false, openWorldHint: false },
  async run(asked, desk, context) {
    const done = await scaffold(context, desk.fresh, asked);
    const { isWritten: written, path, blob, own, elsewhere } = done;
    const problems = worstProblems([...own, ...elsewhere]);
    return { note, written, path, ...(blob === null ? {} : { hash: blob }), text: capped(done.text), problems };
  },
});
