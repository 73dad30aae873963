import * as z from 'zod';
import { localePattern } from '../model/help-centre-locales.ts';
import { finSchema, labelsSchema } from '../yaml/reach-schema.ts';
import { addressesSchema } from '../yaml/redirect-schema.ts';
import { globsSchema, shotsSchema } from './code-globs.ts';
import { timeWithZone } from './time-with-zone.ts';

const text = z.string({ error: 'expected text' });
const quoteIt = (issue: { readonly input?: unknown }): string =>
  typeof issue.input === 'boolean' ? 'expected text; put it in quotes' : 'expected text';
/** Intercom has these on one line. */
const asLine = (value: string | number): string =>
  String(value)
    .trim()
    .replace(/\s*\n\s*/g, ' ');
const line = z.union([text, z.number()], { error: quoteIt }).transform(asLine);
/** A key without a value says nothing, as if it were not there. */
const lineOrNothing = z
  .union([text, z.number(), z.null()], { error: quoteIt })
  .transform((value) => (value === null ? undefined : asLine(value)))
  .optional();
/** A line that is not empty: a rule that the JSON Schema for editors has too. */
const filled = (expected: string) =>
  z.union([text.regex(/\S/, expected), z.number()], { error: quoteIt }).transform(asLine);
const aTrail = 'expected a name, "Name > Section", or a list of names';
const trail = z.union(
  [
    text
      .regex(/^\s*[^>\s][^>]*(?:>\s*[^>\s][^>]*)*$/, 'expected a name')
      .transform((value) => value.split('>').map((name) => name.trim())),
    z.array(filled('expected a name')).min(1, 'expected a name'),
  ],
  {
    error: ({ input }) =>
      (Array.isArray(input) ? input : [input]).every((one) => typeof one === 'string') ? 'expected a name' : aTrail,
  },
);
const anId = 'expected the number of an article';
const id = z
  .union([text.regex(/^(?:ia_|snip_)?[1-9]\d*$/, anId), z.int().positive(anId)], { error: anId })
  .transform(String);

const spacing = z.enum(['normal', 'airy', 'tight'], { error: 'expected normal, airy or tight' });

const aBlob = 'expected the git blob id of the text it was made from: what "git rev-parse HEAD:PATH" prints';
/** An id of digits alone is a number to YAML. */
const translated = z
  .union([text.regex(/^[0-9a-f]{7,64}$/, aBlob), z.int().min(1_000_000, aBlob)], { error: aBlob })
  .transform(String);

const aTime = 'expected a time with its zone, such as 2026-12-01 09:00 Europe/Paris';
/** Unix seconds. */
const time = text.transform((value, context) => {
  const seconds = timeWithZone(value);
  if (seconds === null) context.addIssue({ code: 'custom', message: aTime });
  return seconds ?? 0;
});

/** Front matter of a source. That only one of `draft` and `state` may stand there is checked where it is read. */
export const frontMatterSchema = z
  .strictObject({
    title: filled('expected text').optional(),
    description: lineOrNothing,
    collection: trail.optional(),
    section: filled('expected a name').optional(),
    state: z.enum(['published', 'draft'], { error: 'expected published or draft' }).optional(),
    draft: z.boolean({ error: 'expected true or false' }).optional(),
    author: filled('expected an e-mail or id').optional(),
    type: z.enum(['public', 'internal', 'snippet'], { error: 'expected public, internal or snippet' }).optional(),
    owner: filled('expected an e-mail or id').optional(),
    id: id.optional(),
    sync: z.boolean({ error: 'expected true or false' }).optional(),
    stage: z.boolean({ error: 'expected true or false' }).optional(),
    publishAt: time.optional(),
    unpublishAt: time.optional(),
    fin: finSchema.optional(),
    audiences: labelsSchema.optional(),
    tags: labelsSchema.optional(),
    redirectFrom: addressesSchema.optional(),
    spacing: spacing.optional(),
    translated: translated.optional(),
    sources: globsSchema.optional(),
    shots: shotsSchema.optional(),
  })
  .meta({ not: { type: 'object', properties: { draft: {}, state: {} }, required: ['draft', 'state'] } });

const aNumber = 'expected a whole number';

/** Fields of a `_collection.yml`. */
export const collectionSchema = z.strictObject(
  {
    name: filled('expected text').optional(),
    description: lineOrNothing,
    icon: text.optional(),
    helpCentre: filled('expected the identifier or id of a help centre').optional(),
    fin: finSchema.optional(),
    audiences: labelsSchema.optional(),
    tags: labelsSchema.optional(),
    sources: globsSchema.optional(),
    spacing: spacing.optional(),
    inParent: z.boolean({ error: 'expected true or false' }).optional(),
    order: z
      .union([text.regex(/^-?\d{1,9}$/, aNumber).transform(Number), z.int().min(-999_999_999).max(999_999_999)], {
        error: aNumber,
      })
      .optional(),
    translations: z
      .record(
        z.string(),
        z.strictObject(
          { name: filled('expected text'), description: line.exactOptional() },
          { error: 'expected a name below it, "name: …"' },
        ),
        { error: 'expected locales with a name each' },
      )
      // Another locale is a problem of its own.
      .meta({ propertyNames: { pattern: localePattern.source } })
      .optional(),
  },
  { error: 'expected lines of "key: value"' },
);
