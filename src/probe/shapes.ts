import * as z from 'zod';

/*
 * What of Intercom's answers a probe looks at. Everything may be missing: that it is says something.
 */

const id = z.union([z.string(), z.number()]).transform(String);

/** An article as it was answered. */
export const probedArticle = z.looseObject({
  id,
  title: z.string().nullish(),
  body: z
    .string()
    .nullish()
    .transform((body) => body ?? ''),
  body_markdown: z.string().nullish(),
  author_id: id.nullish(),
  state: z.string().nullish(),
  url: z.string().nullish(),
  updated_at: z.number().nullish(),
  parent_id: z.unknown().optional(),
  parent_ids: z
    .array(id)
    .nullish()
    .transform((ids) => ids ?? []),
  default_locale: z.string().nullish(),
  translated_content: z.record(z.string(), z.unknown()).nullish(),
  scheduled_publish_at: z.number().nullish(),
});
/** The same. */
export type ProbedArticle = z.infer<typeof probedArticle>;

/** A collection as it was answered. */
export const probedCollection = z.looseObject({ id, name: z.string().nullish(), help_center_id: id.nullish() });

/** A page of a list. */
export const probedPage = <T extends z.ZodType>(row: T) =>
  z.looseObject({ data: z.array(row), total_count: z.number().nullish() });

/** Help centres. */
export const probedCentres = z.looseObject({
  data: z.array(
    z.looseObject({
      id,
      url: z.string().nullish(),
      default: z.boolean().nullish(),
      website_turned_on: z.boolean().nullish(),
      locales: z.array(z.string()).nullish(),
    }),
  ),
});

/** Teammates; the bot has an address of Intercom's own. */
export const probedAdmins = z.looseObject({
  admins: z.array(z.looseObject({ id, email: z.string().nullish() }).nullable()),
});

/** Anything with an id. */
export const withId = z.looseObject({ id });
