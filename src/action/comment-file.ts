import * as z from 'zod';
import type { PlanReport } from '../report/plan-markdown.ts';

/** Name of the file that one workflow leaves for another to post. */
export const commentFileName = 'helpcentre-comment.json';

/** Bytes of such a file that are read; it may come from anybody. */
export const mostBytes = 20 * 1024 * 1024;

/** What a pull request's own run found, to be shown by a run that may write comments. */
export interface CommentFile {
  readonly formatVersion: 1;
  /** Commit at the head of the pull request. */
  readonly head: string;
  readonly report: PlanReport;
}

const text = z.string();
/** Unix seconds that a calendar can show. */
const time = z.number().min(0).max(8e9);
const place = z.object({
  file: text,
  line: z.int(),
  column: z.int(),
  endLine: z.int().exactOptional(),
  endColumn: z.int().exactOptional(),
});
const problem = z.object({
  code: text,
  severity: z.enum(['error', 'warning']),
  message: text,
  help: text,
  place: place.exactOptional(),
});
const step = z.object({
  do: z.enum(['write', 'stage', 'withdraw', 'record', 'forget']),
  desired: text.nullable(),
  remote: text.nullable(),
});
const change = z.object({
  kind: z.enum(['create', 'adopt', 'update', 'move', 'unpublish', 'delete', 'recreate', 'record', 'forget']),
  key: text,
  from: text.exactOptional(),
  id: text.nullable(),
  type: z.enum(['internal', 'snippet']).exactOptional(),
  title: text,
  reasons: z.array(
    z.enum([
      'new',
      'title',
      'description',
      'body',
      'source',
      'state',
      'translation-stale',
      'author',
      'owner',
      'fin',
      'audiences',
      'tags',
      'collection',
      'locale-added',
      'locale-removed',
      'path',
      'file-gone',
      'gone-in-intercom',
      'same-in-intercom',
      'named-by-id',
      'overwrite',
      'staged',
      'unstaged',
      'schedule',
    ]),
  ),
  locales: z.record(text, step),
  schedule: z
    .object({ publishAt: time.nullable().exactOptional(), unpublishAt: time.nullable().exactOptional() })
    .exactOptional(),
});
const held = z.object({
  key: text,
  id: text.nullable(),
  title: text,
  why: z.enum([
    'drift',
    'conflict',
    'pending-draft',
    'undisplayed',
    'gone',
    'guard',
    'ambiguous',
    'double',
    'not-promoted',
    'staged-otherwise',
    'other-type',
    'no-state',
  ]),
  on: z.object({ target: text, is: z.enum(['absent', 'other', 'present']) }).exactOptional(),
  by: text.nullable(),
  at: time.nullable(),
  help: text,
});
const collection = z.object({
  kind: z.enum(['create', 'adopt', 'update', 'recreate', 'record']),
  key: text,
  id: text.nullable(),
  reasons: z.array(
    z.enum([
      'new',
      'name',
      'description',
      'translations',
      'place',
      'gone-in-intercom',
      'same-in-intercom',
      'overwrite',
    ]),
  ),
});
const redirect = z.object({
  kind: z.enum(['create', 'replace', 'remove', 'record', 'forget']),
  key: text,
  address: text,
  id: text.nullable(),
  locale: text,
  to: z.union([z.object({ article: text }), z.object({ collection: text })]).nullable(),
});
const plan = z.object({
  formatVersion: z.literal(1),
  workspace: text.nullable(),
  target: text.exactOptional(),
  promotes: text.exactOptional(),
  helpCentre: text.nullable(),
  collections: z.array(collection),
  changes: z.array(change),
  redirects: z.array(redirect).exactOptional(),
  held: z.array(held),
  unchanged: z.int(),
  notCompiled: z.array(text),
  leftOut: z.array(text),
  problems: z.array(problem),
  digest: z.string().regex(/^sha256-[0-9a-f]{64}$/),
});
const field = z.object({ before: text.nullable(), after: text.nullable() });
const segment = z.object({ kind: z.enum(['same', 'added', 'removed']), text });
const hunk = z.object({
  line: z.int(),
  lines: z.array(z.object({ kind: z.enum(['same', 'changed', 'added', 'removed']), segments: z.array(segment) })),
});
const article = z.object({
  key: text,
  fields: z.record(text, field),
  locales: z.record(
    text,
    z.object({ fields: z.record(text, field), body: z.array(hunk), images: z.array(text), unseen: z.boolean() }),
  ),
});
const impact = z.object({
  isRequired: z.boolean(),
  articles: z.array(
    z.object({
      key: text,
      title: text,
      file: text,
      hits: z.array(z.object({ file: text, glob: text })),
    }),
  ),
});

const schema: z.ZodType<CommentFile> = z.object({
  formatVersion: z.literal(1),
  head: z.string().regex(/^[0-9a-f]{40}$|^[0-9a-f]{64}$/),
  report: z.object({
    plan: plan.nullable(),
    articles: z.array(article),
    problems: z.array(problem),
    impact: impact.exactOptional(),
    workspaceName: text.nullable(),
    defaultLocale: text,
  }),
});

/** The text of such a file. */
export function formatCommentFile(file: CommentFile): string {
  return JSON.stringify(file);
}

/**
 * Reads such a file as what anybody may have written: it holds values, never Markdown, and only what a report is made
 * of is taken from it.
 *
 * @returns null when it is none
 */
export function parseCommentFile(content: string): CommentFile | null {
  try {
    const parsed = schema.safeParse(JSON.parse(content));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
