import { z } from 'zod';

const text = z.string({ error: 'expected text' });
const contentPath = text.regex(/^(?!\/)(?!.*(^|\/)\.\.(\/|$)).+/, 'expected a path inside the content folder');

/** Words for a choice that is none of the allowed ones. */
function oneOf<const T extends readonly [string, ...string[]]>(...values: T) {
  return z.enum(values, { error: `expected one of: ${values.join(', ')}` });
}

const images = z.discriminatedUnion(
  'host',
  [
    z.strictObject({ host: z.literal('none') }),
    z.strictObject({ host: z.literal('github') }),
    z.strictObject({
      host: z.literal('url'),
      template: text
        .regex(/^https?:\/\//, 'expected a URL that starts with https://')
        .refine((value) => value.includes('{path}') || value.includes('{sha}'), 'expected {path} or {sha} in it'),
    }),
    z.strictObject({
      host: z.literal('s3'),
      bucket: text,
      region: text.default('us-east-1'),
      endpoint: text.nullable().default(null),
      prefix: text.default(''),
    }),
  ],
  { error: 'expected host: one of none, github, url, s3' },
);

const percent = z.union(
  [
    text
      .regex(/^\d{1,3}(\.\d+)?\s*%$/)
      .transform((value) => Number.parseFloat(value) / 100)
      .refine((share) => share <= 1, 'expected at most 100%'),
    z.number().min(0).max(1),
  ],
  { error: 'expected a share such as 30%' },
);

/** `helpcentre.yml`: every field optional, unknown keys are errors. */
export const configurationSchema = z.strictObject({
  content: text.min(1, 'expected a folder').default('content'),
  locale: text.min(2, 'expected a locale such as en').default('en'),
  locales: oneOf('suffix', 'folder').default('suffix'),
  region: oneOf('us', 'eu', 'au').default('us'),
  apiVersion: oneOf('2.11', '2.12', '2.13', '2.14', '2.15', '2.16').default('2.16'),
  helpCentre: z
    .union([text, z.number().int()], { error: 'expected the identifier or id of a help centre' })
    .transform(String)
    .nullable()
    .default(null),
  author: z
    .union([text, z.number().int()], { error: 'expected the e-mail or id of a teammate' })
    .transform(String)
    .nullable()
    .default(null),
  state: oneOf('published', 'draft').default('draft'),
  removed: oneOf('unpublish', 'delete', 'keep').default('unpublish'),
  onDrift: oneOf('fail', 'keep', 'overwrite').default('fail'),
  maxRemovals: percent.default(0.3),
  images: images.default({ host: 'none' }),
  variables: z
    .record(
      z.string().regex(/^[A-Za-z_][\w-]*$/, 'expected a name of letters, digits, _ and -'),
      z.union([text, z.number()], { error: 'expected text' }).transform(String),
    )
    .default({}),
  ignore: z.array(text, { error: 'expected a list of globs' }).default([]),
  frontMatter: z
    .strictObject(
      {
        ignore: z.array(text, { error: 'expected a list of keys' }).default([]),
        rename: z.record(z.string(), text, { error: 'expected pairs of keys, theirs: ours' }).default({}),
      },
      { error: 'expected "ignore" and "rename"' },
    )
    .default({ ignore: [], rename: {} }),
  moved: z.record(contentPath, contentPath, { error: 'expected pairs of paths, old: new' }).default({}),
});
