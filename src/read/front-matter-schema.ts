import { z } from 'zod';

const text = z.string({ error: 'expected text' });
const line = z.union([text, z.number()], { error: 'expected text' }).transform((value) => String(value).trim());
const trail = z
  .union([text.transform((value) => value.split('>').map((name) => name.trim())), z.array(line)], {
    error: 'expected a name, "Name > Section", or a list of names',
  })
  .refine((names) => names.length > 0 && names.every((name) => name !== ''), 'expected a name');
const id = z
  .union([text.regex(/^\d+$/), z.number().int().positive()], { error: 'expected the number of an article' })
  .transform(String);

/** Front matter of a source. */
export const frontMatterSchema = z.strictObject({
  title: line.refine((value) => value !== '', 'expected text').optional(),
  description: line.optional(),
  collection: trail.optional(),
  section: line.refine((value) => value !== '', 'expected a name').optional(),
  state: z.enum(['published', 'draft'], { error: 'expected published or draft' }).optional(),
  draft: z.boolean({ error: 'expected true or false' }).optional(),
  author: line.refine((value) => value !== '', 'expected an e-mail or id').optional(),
  id: id.optional(),
  sync: z.boolean({ error: 'expected true or false' }).optional(),
  tags: z.array(line, { error: 'expected a list' }).optional(),
});

/** Fields of a `_collection.yml`. */
export const collectionSchema = z.strictObject({
  name: line.refine((value) => value !== '', 'expected text').optional(),
  description: line.optional(),
  icon: text.optional(),
  order: z.number({ error: 'expected a number' }).int().optional(),
  translations: z
    .record(
      z.string(),
      z.strictObject(
        { name: line.refine((value) => value !== '', 'expected text'), description: line.optional() },
        { error: 'expected a name' },
      ),
      { error: 'expected locales with a name each' },
    )
    .optional(),
});
