import * as z from 'zod';
import { UsageError } from '../../model/usage-error.ts';
import { lineRange } from '../../text/line-range.ts';
import { articleText, findArticle } from '../../use-cases/assist/find-article.ts';
import { readOnlyInputs } from '../desk.ts';
import { mostCharacters, note, noted } from '../note.ts';
import { reads, tool } from '../tool.ts';

/** Lines of one answer. */
const most = 1000;

/** Shows an article's Markdown. */
export const readArticle = tool({
  name: 'read_article',
  description: 'Markdown of an article or snippet, some lines at a time, with the hash that write_article needs.',
  input: z.object({
    article: z.string().describe('Path, Intercom id or URL'),
    from: z.int().min(1).optional().describe('First line'),
    lines: z.int().min(1).max(most).optional(),
  }),
  output: z.object({
    ...noted,
    path: z.string(),
    hash: z.string(),
    title: z.string().optional(),
    id: z.string().optional(),
    url: z.string().optional(),
    languages: z.record(z.string(), z.string()),
    text: z.string(),
    from: z.int(),
    to: z.int(),
    total: z.int(),
    cut: z.boolean().optional(),
  }),
  annotations: reads,
  async run({ article, from = 1, lines = most }, desk, context) {
    const inputs = await readOnlyInputs(desk, context);
    const found = await findArticle(context, inputs, article);
    const { path, id, url, others: languages } = found;
    const { text, blob: hash } = await articleText(found, inputs);
    const { isCut, ...range } = lineRange(text, from, lines, mostCharacters);
    if (from > range.total) {
      const help = `Ask for a line up to ${range.total}.`;
      throw new UsageError('no-such-line', `"${path}" has ${range.total} lines`, help);
    }
    const title = found.source?.fields.title;
    return {
      ...{ note, path, hash, languages, ...range },
      ...(title === undefined ? {} : { title }),
      ...(id === null ? {} : { id }),
      ...(url === null ? {} : { url }),
      ...(isCut ? { cut: true } : {}),
    };
  },
});
