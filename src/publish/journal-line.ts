import { z } from 'zod';
import type { ContentPath } from '../model/article.ts';
import type { Recording } from '../model/outcome.ts';

/** A line of the journal. */
export type JournalLine =
  | { readonly workspace: string }
  /** A create is about to be sent. Without a recording after it, nobody knows whether it arrived. */
  | { readonly intent: ContentPath }
  | { readonly done: Recording };

// Only what is needed to take a line for one: the lockfile's own schema judges what becomes of it.
const entry = z.looseObject({ id: z.string().regex(/^\d+$/) });
const article = z.looseObject({
  of: z.literal('article'),
  key: z.string(),
  entry: entry.extend({ locales: z.record(z.string(), z.looseObject({})) }).nullable(),
  images: z.record(z.string(), z.string()),
});
const collection = z.looseObject({ of: z.literal('collection'), key: z.string(), entry });

const schema = z.union([
  z.looseObject({ workspace: z.string() }),
  z.looseObject({ intent: z.string() }),
  z.looseObject({ done: z.discriminatedUnion('of', [article, collection]) }),
]);

/** What a line of text is: one of the journal, one that was cut off, or nothing that we write. */
export type ParsedLine =
  | { readonly is: 'line'; readonly line: JournalLine }
  | { readonly is: 'torn' }
  | { readonly is: 'foreign' };

/** Reads a line. Only what is no JSON was cut off: its effect is found again in Intercom. */
export function parseLine(text: string): ParsedLine {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { is: 'torn' };
  }
  return schema.safeParse(value).success ? { is: 'line', line: value as JournalLine } : { is: 'foreign' };
}
