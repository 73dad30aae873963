import * as z from 'zod';
import { pageAddress } from '../model/documentation.ts';
import { flavourNames } from '../model/flavour-name.ts';

/** A part that several documents have, by a name of its own in their JSON Schemas and in docs/reference/json.md. */
export function part<S extends z.ZodType>(id: string, description: string, schema: S): S {
  return schema.meta({ id, description });
}

/** A field that may be missing. */
export function maybe<S extends z.ZodType>(schema: S, description: string) {
  return schema.optional().describe(description);
}

/** One of these words, in as many lists as lines. */
export function oneOf<const V extends string>(...words: readonly (readonly V[])[]) {
  return z.enum(words.flat());
}

export const count = z.int().min(0);
export const textOrNone = z.string().nullable();
export const texts = z.array(z.string());
export const state = z.enum(['published', 'draft']);
export const flavour = z.enum(flavourNames);
export const workspace = z
  .strictObject({ id: z.string().describe('Its id.'), name: z.string().describe('Its name.') })
  .describe('The workspace.');

export const place = part(
  'Place',
  'Where in a file something stands. Lines and columns count from 1.',
  z.strictObject({
    file: z.string().describe('Path of the file, from the folder that the command ran in.'),
    line: count.describe('Line.'),
    column: count.describe('Column; 0 is the byte order mark.'),
    endLine: maybe(count, 'Line in which it ends.'),
    endColumn: maybe(count, 'Column behind its end.'),
  }),
);

const fix = part(
  'Fix',
  'What puts a problem right, all of it or nothing: "check --fix" does it.',
  z.strictObject({
    description: z.string().describe('What is done, as an order.'),
    edits: z
      .array(
        z.strictObject({
          place: place.describe('What is replaced; without an end, where text is put in.'),
          text: z.string().describe('The new text.'),
        }),
      )
      .describe('New texts for places.'),
    lineEnds: maybe(texts, 'Files of which every line end becomes LF.'),
  }),
);

/** What every problem has. */
const found = {
  code: z
    .string()
    .describe(`Its code, explained at ${pageAddress('reference/problems')}. Codes never change their meaning.`),
  severity: z.enum(['error', 'warning']).describe('An error keeps an article, or everything, from being published.'),
  message: z.string().describe('What was found: one sentence.'),
  help: z.string().describe('What to do about it.'),
  place: maybe(place, 'Where it is; absent for what is in no file.'),
  fix: maybe(fix, 'What puts it right; only where there is exactly one right answer.'),
};

export const problem = part(
  'Problem',
  'Something that was found in the sources, the configuration or the workspace.',
  z.strictObject({ ...found, accepted: maybe(z.literal(true), 'A baseline accepts it: it fails nothing.') }),
);

export const gatheredProblem = part(
  'GatheredProblem',
  'A problem, said once for all the places that have it.',
  z.strictObject({
    ...found,
    places: maybe(
      z.array(
        z.strictObject({
          ...place.shape,
          message: maybe(z.string(), 'What is said of this place, where it is not the message of all.'),
        }),
      ),
      'All its places, the first is "place"; absent where there is only one.',
    ),
    explained: z.string().describe('Address of the page that explains its code.'),
    accepted: maybe(z.literal(true), 'The baseline accepts it: it fails nothing.'),
  }),
);

export const fieldDifference = part(
  'FieldDifference',
  'A value as Intercom has it and as the sources have it.',
  z.strictObject({
    before: textOrNone.describe('In Intercom; null for none.'),
    after: textOrNone.describe('In the sources; null for none.'),
  }),
);

export const planDifference = part(
  'PlanDifference',
  'An article on which the plan that was seen and the plan now disagree.',
  z.strictObject({
    key: z.string().describe('Its path, or the name of a collection.'),
    before: z.string().describe('What the plan that was seen does with it: a kind of change, "held" or "nothing".'),
    after: z.string().describe('What the plan does with it now.'),
  }),
);

/** What `doctor` looked at, in order. */
export const looks = z.array(
  z.strictObject({
    name: z.string().describe('What was looked at.'),
    state: z.enum(['ok', 'warning', 'error']).describe('How it is.'),
    message: z.string().describe('What was found: one sentence.'),
    help: textOrNone.describe('What to do; null for nothing.'),
  }),
);
