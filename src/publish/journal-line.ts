import * as z from 'zod';
import { articleIdPattern } from '../model/article-type.ts';
import type { Recording, Sent } from '../model/outcome.ts';

/** A line of the journal. */
export type JournalLine =
  | { readonly workspace: string }
  /** About to be sent: whether it arrived is seen in Intercom. */
  | { readonly sending: Sent }
  | { readonly done: Recording };

// Only what is needed to take a line for one: the lockfile's own schema judges what becomes of it.
const entry = z.looseObject({ id: z.string().regex(articleIdPattern) });
const article = z.looseObject({
  of: z.literal('article'),
  key: z.string(),
  entry: entry.extend({ locales: z.record(z.string(), z.looseObject({})) }).nullable(),
  images: z.record(z.string(), z.string()),
});
const collection = z.looseObject({ of: z.literal('collection'), key: z.string(), entry });
const redirect = z.looseObject({
  of: z.literal('redirect'),
  key: z.string(),
  entry: entry.extend({ targetType: z.string(), targetId: z.string() }).nullable(),
});
const text = z.object({
  source: z.string(),
  title: z.string(),
  description: z.string(),
  state: z.enum(['published', 'draft']),
  body: z.string(),
});
const sending = z.object({
  key: z.string(),
  id: z.string().regex(articleIdPattern).nullable(),
  type: z.enum(['internal', 'snippet']).optional(),
  staged: z.literal(true).optional(),
  parentId: z.string().nullable(),
  locales: z.record(z.string(), text),
});

const line = z.union([
  z.looseObject({ workspace: z.string() }),
  z.looseObject({ sending }),
  z.looseObject({ done: z.discriminatedUnion('of', [article, collection, redirect]) }),
]);
/** What earlier versions wrote before each create. Whether the create arrived is seen in Intercom. */
const intent = z.looseObject({ intent: z.string() });

/** What a line of text is: one of the journal, one that tells nothing (cut off, or an intent), or nothing that we write. */
export type ParsedLine =
  | { readonly is: 'line'; readonly line: JournalLine }
  | { readonly is: 'empty' }
  | { readonly is: 'foreign' };

/** Reads a line. Only what is no JSON was cut off: its effect is found again in Intercom. */
export function parseLine(text: string): ParsedLine {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { is: 'empty' };
  }
  if (line.safeParse(value).success) return { is: 'line', line: value as JournalLine };
  return { is: intent.safeParse(value).success ? 'empty' : 'foreign' };
}
