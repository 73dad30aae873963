import * as z from 'zod';
import { hasCarriers } from '../intercom-markdown/carriers.ts';

/*
 * What Intercom sends, as far as it is used. New fields are welcome, absent ones and nulls are told apart nowhere,
 * ids may be text or numbers.
 */

/** An id, as text whatever it came as. */
const id = z.union([z.string().min(1), z.int()]).transform(String);

const text = z.string().nullish();
const seconds = z
  .number()
  .nullish()
  .transform((at) => at ?? 0);
const state = z.string().nullish();
/** Kept only where it says what HTML does not: there is one of every text. */
const markdown = z
  .string()
  .nullish()
  .catch(null)
  .transform((written) => (written && hasCarriers(written) ? written : null));

/** What a delete is answered with, where it is answered. */
export const deleted = z.object({ id });

/** What Fin may do with a text: at the root and in each locale. */
const finFields = {
  ai_chatbot_availability: z.boolean().nullish(),
  ai_copilot_availability: z.boolean().nullish(),
  ai_sales_agent_availability: z.boolean().nullish(),
  audience_ids: z.array(id).nullish(),
};

/** A tag, an audience. */
export const label = z.object({ id, name: text });
/** A tag or an audience as it came. */
export type WireLabel = z.infer<typeof label>;

/** `GET /tags`: never in pages. */
export const tagList = z.object({ data: z.array(label) });

/** One locale of an article inside `translated_content`. */
export const articleContent = z.object({
  title: text,
  description: text,
  body: text,
  body_markdown: markdown,
  author_id: id.nullish(),
  state,
  url: text,
  has_unpublished_changes: z.boolean().nullish(),
  ...finFields,
});

/** An article, from a list or alone. The default locale's text is at the root. */
export const article = z.object({
  id,
  title: text,
  description: text,
  body: text,
  body_markdown: markdown,
  author_id: id.nullish(),
  state,
  created_at: seconds,
  updated_at: seconds,
  url: text,
  /** Up to version 2.15, and often out of step. */
  parent_id: id.nullish(),
  parent_ids: z.array(id).nullish(),
  default_locale: text,
  /** Locale → content, beside a key `type`. Keys come from outside. */
  translated_content: z.record(z.string(), z.unknown()).nullish(),
  has_unpublished_changes: z.boolean().nullish(),
  updated_by_id: id.nullish(),
  scheduled_publish_at: z.number().nullish(),
  scheduled_unpublish_at: z.number().nullish(),
  tags: z.object({ tags: z.array(label).nullish() }).nullish(),
  ...finFields,
});
/** What readers did with an article. Every count may be missing or null, and none is less than nothing. */
const tally = z
  .number()
  .nullish()
  .transform((count) => Math.max(0, count ?? 0));
const perhaps = z
  .number()
  .nullish()
  .transform((count) => (count == null ? undefined : Math.max(0, count)));
/** A share of all reactions is at most all of them. */
const percent = tally.transform((share) => Math.min(100, share));

/** The same article alone, of which only this is looked at. */
export const articleWithStatistics = z.object({
  id,
  statistics: z
    .object({
      views: tally,
      conversations: perhaps,
      conversions: perhaps,
      reactions: tally,
      happy_reaction_percentage: percent,
      neutral_reaction_percentage: percent,
      sad_reaction_percentage: percent,
      fin_involvements: perhaps,
      fin_resolutions: perhaps,
    })
    .nullish(),
});

/** An article as it came. */
export type WireArticle = z.infer<typeof article>;

/** An internal article, or a content snippet: the one text that it has stands at the root. */
export const unlisted = z.object({
  id,
  title: text,
  /** Of an internal article. */
  body: text,
  /** Of a snippet, which has no HTML, and of an internal article from 2.16 on. */
  body_markdown: text,
  author_id: id.nullish(),
  owner_id: id.nullish(),
  created_at: seconds,
  updated_at: seconds,
  ...finFields,
});
/** The same as it came. */
export type WireUnlisted = z.infer<typeof unlisted>;

/** A version of an article, from the list of them. */
export const articleVersion = z.object({ id, created_by_id: id.nullish(), created_at: seconds });

/** A version of an article with its text. */
export const articleVersionText = z.object({
  title: text,
  description: text,
  body: text,
  body_markdown: markdown,
  author_id: id.nullish(),
});

/** One locale of a collection. */
export const groupContent = z.object({ name: text, description: text });

/** A collection, at any level. */
export const collection = z.object({
  id,
  name: text,
  description: text,
  parent_id: id.nullish(),
  help_center_id: id.nullish(),
  order: z.number().nullish(),
  updated_at: seconds,
  url: text,
  icon: text,
  default_locale: text,
  translated_content: z.record(z.string(), z.unknown()).nullish(),
});
/** A collection as it came. */
export type WireCollection = z.infer<typeof collection>;

/** A help centre. */
export const helpCentre = z.object({
  id,
  identifier: text,
  display_name: text,
  url: text,
  custom_domain: text,
  website_turned_on: z.boolean().nullish(),
  default: z.boolean().nullish(),
  locales: z.array(z.string()).nullish(),
});
/** A help centre as it came. */
export type WireHelpCentre = z.infer<typeof helpCentre>;

/** A redirect of a help centre. */
export const redirect = z.object({
  id,
  from_url: z.string(),
  locale: text,
  target_type: z.string(),
  target_id: id,
  updated_at: seconds,
});
/** A redirect as it came. */
export type WireRedirect = z.infer<typeof redirect>;

/** A teammate, or the workspace's bot. */
export const admin = z.object({ id, name: text, email: text });
/** A teammate as they came. */
export type WireAdmin = z.infer<typeof admin>;

/** `GET /me`: the token's owner and the workspace. */
export const me = z.object({
  id,
  app: z.object({ id_code: z.string().min(1), name: text, region: text }),
});
/** `GET /me` as it came. */
export type WireMe = z.infer<typeof me>;

/** `GET /admins`: never in pages. */
export const adminList = z.object({ admins: z.array(admin.nullable()) });

/** `GET /help_center/help_centers`: never in pages. */
export const helpCentreList = z.object({ data: z.array(helpCentre) });

/** One page of a list. `pages.next` is left alone: it is a URL, and following it could carry the token elsewhere. */
export function pageOf<T extends z.ZodType>(row: T) {
  return z.object({
    data: z.array(row),
    total_count: z.int().nonnegative().nullish(),
    /** Of content snippets, beside the rows. */
    per_page: z.int().nullish(),
    total_pages: z.int().nonnegative().nullish(),
    pages: z
      .object({
        page: z.int().nullish(),
        per_page: z.int().nullish(),
        total_pages: z.int().nonnegative().nullish(),
        next: z.unknown().optional(),
      })
      .nullish(),
  });
}
