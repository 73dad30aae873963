import * as z from 'zod';
import { pageOf } from '../../text/page-of.ts';
import { demandPage, readOnlyInputs } from '../desk.ts';
import { note, noted } from '../note.ts';
import { reads, tool } from '../tool.ts';

/** Results of one answer. */
const most = 20;

/** Finds sources by their words. */
export const search = tool({
  name: 'search',
  description: 'Find articles by words, best first.',
  input: z.object({
    query: z.string(),
    folder: z.string().optional(),
    language: z.string().optional(),
    cursor: z.string().optional(),
  }),
  output: z.object({
    ...noted,
    total: z.int(),
    results: z.array(z.object({ path: z.string(), title: z.string(), excerpt: z.string() })),
    nextCursor: z.string().optional(),
  }),
  annotations: reads,
  async run({ query, folder, language, cursor }, desk, context) {
    const inputs = await readOnlyInputs(desk, context);
    const found = await desk.search.find(inputs, { words: query, folder, locale: language });
    const { items, ...next } = demandPage(pageOf(found, cursor, most));
    return { note, total: found.length, results: items.map((hit) => hit()), ...next };
  },
});
