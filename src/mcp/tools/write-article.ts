import * as z from 'zod';
import { writeContentFile } from '../../use-cases/assist/write-file.ts';
import { note, noted } from '../note.ts';
import { someProblems, worstProblems } from '../problem-data.ts';
import { tool } from '../tool.ts';

/** Writes one file of the content folder. */
export const writeArticle = tool({
  name: 'write_article',
  description:
    'Replace a file of the content folder, or write a new one without basedOn. Refused with problems when it does not compile, and when the file has changed. Publishes nothing.',
  input: z.object({
    path: z.string(),
    text: z.string().describe('All of it, front matter too'),
    basedOn: z.string().optional().describe('hash of read_article'),
  }),
  output: z.object({
    ...noted,
    written: z.boolean(),
    path: z.string(),
    hash: z.string().optional(),
    problems: someProblems,
  }),
  annotations: { destructiveHint: true, idempotentHint: false, openWorldHint: false },
  async run(writing, desk, context) {
    const { isWritten: written, path, blob, own, elsewhere } = await writeContentFile(context, desk.fresh, writing);
    const problems = worstProblems([...own, ...elsewhere]);
    return { note, written, path, ...(blob === null ? {} : { hash: blob }), problems };
  },
});
