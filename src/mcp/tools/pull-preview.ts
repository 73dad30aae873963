import * as z from 'zod';
import type { ContentPath } from '../../model/article.ts';
import { wordDiff } from '../../text/diff.ts';
import { markedDiff } from '../../text/marked-diff.ts';
import { pageOf } from '../../text/page-of.ts';
import { contentPath } from '../../use-cases/assist/content-file.ts';
import { pullArticles } from '../../use-cases/pull/pull.ts';
import { demandPage, gather } from '../desk.ts';
import { capped, note, noted } from '../note.ts';
import { asks, tool } from '../tool.ts';

/** Edits of one answer, and characters of each. */
const most = 5;
const longest = 10_000;

/** What `helpcentre pull` would write. */
export const pullPreview = tool({
  name: 'pull_preview',
  description:
    'Edits made in Intercom, as the merges into the files that helpcentre pull would make. Writes nothing; needs a token.',
  input: z.object({ paths: z.array(z.string()).optional(), cursor: z.string().optional() }),
  output: z.object({
    ...noted,
    edits: z.array(
      z.object({
        path: z.string(),
        result: z.string(),
        by: z.string().optional(),
        conflicts: z.int(),
        diff: z.string(),
      }),
    ),
    left: z.array(z.object({ path: z.string(), why: z.string(), help: z.string() })),
    nextCursor: z.string().optional(),
  }),
  annotations: asks,
  async run({ paths = [], cursor }, desk, context) {
    const sources = await gather(desk, context);
    const names = await Promise.all(paths.map((name) => contentPath(name, sources)));
    const merged = new Map<ContentPath, string>();
    const { pulled, left } = await pullArticles(context, names, {
      check: true,
      onMerged: (path, before, after) => merged.set(path, markedDiff(wordDiff(before, after))),
    });
    const { items, ...next } = demandPage(pageOf(pulled, cursor, most));
    return {
      note,
      edits: items.map(({ path, result, by, conflicts, notes, changed }) => ({
        ...{ path, result, conflicts },
        ...(by === null ? {} : { by }),
        diff: capped([merged.get(path) ?? `${changed.join(', ')}: edited`, ...notes].join('\n'), longest),
      })),
      left: cursor === undefined ? left.slice(0, 50).map(({ key, why, help }) => ({ path: key, why, help })) : [],
      ...next,
    };
  },
});
