import * as z from 'zod';
import { type Fin, finAgents } from '../../model/reach.ts';

const text = z.string({ error: 'expected text' });
const line = text.transform((value) => value.trim().replace(/\s*\n\s*/g, ' '));
const isTrue = z.boolean({ error: 'expected true or false' });
const aNumber = text.regex(/^[1-9]\d*$/, 'expected a number');

/** An id of the connector, by its prefix; left blank for what is new. */
const id = (prefix: string) =>
  z
    .union([text.regex(new RegExp(`^${prefix}_[1-9]\\d*$`)), text.regex(/^\s*$/)], {
      error: `expected ${prefix}_ and a number, or nothing for what is new`,
    })
    .nullish()
    .transform((value) => (value ?? '').trim().slice(prefix.length + 1) || null);

const language = text.regex(/^\s*[A-Za-z]{2,3}(?:[-_][A-Za-z]{2,8})?\s*$/, 'expected a language, such as en');
const path = text.regex(
  /^\s*[^/\s][^/]*(?:\/[^/]+)*\s*$/,
  "expected the names of collections' folders, such as billing/invoices",
);

/** `meta.yaml` of an article. Numbers are read as text. */
export const articleMeta = z.strictObject({
  id: id('art'),
  default_locale: language.nullish(),
  collection: path.nullish(),
  collections: z
    .array(
      z.strictObject(
        { help_center: text.nullish(), path: path.nullish() },
        { error: 'expected "help_center" and "path"' },
      ),
      { error: 'expected a list' },
    )
    .nullish(),
  target_user_type: z
    .enum(['user', 'lead', 'both', 'everyone'], { error: 'expected user, lead, both or everyone' })
    .nullish(),
  help_centers: z.array(text, { error: 'expected a list' }).nullish(),
  exclude_from_home_screen_suggestions: isTrue.nullish(),
  show_related_articles: isTrue.nullish(),
});

export const internalMeta = z.strictObject({
  id: id('ia'),
  locale: language,
  audience: z.array(aNumber, { error: 'expected a list of numbers' }).nullish(),
  owner_id: aNumber.nullish(),
});

export const snippetMeta = z.strictObject({ id: id('snip'), locale: language });

/** What stands above the text of one language. */
export const textFields = z.strictObject({
  locale: language.nullish(),
  title: line.refine((value) => value !== '', 'expected text'),
  summary: line.nullish(),
  author_id: aNumber.nullish(),
  published: isTrue.nullish(),
  chatbot_availability: isTrue.nullish(),
  copilot_availability: isTrue.nullish(),
  sales_agent_availability: isTrue.nullish(),
  with_table_of_contents: isTrue.nullish(),
});

export type ArticleMeta = z.output<typeof articleMeta>;
export type InternalMeta = z.output<typeof internalMeta>;
export type TextFields = z.output<typeof textFields>;

/** Keys of what Fin's agents may answer with, by the agents as sources of ours name them. */
export const finKeys = {
  chatbot: 'chatbot_availability',
  copilot: 'copilot_availability',
  sales: 'sales_agent_availability',
} as const;

/** What the text of a language says of Fin. */
export function finOf(fields: TextFields): Fin {
  const said = finAgents.flatMap((agent) => {
    const value = fields[finKeys[agent]];
    return typeof value === 'boolean' ? [[agent, value] as const] : [];
  });
  return Object.fromEntries(said);
}
