import * as z from 'zod';

const aSwitch = z.boolean({ error: 'expected true or false' }).exactOptional();

/** `fin:`, in front matter, a `_collection.yml` and the configuration: which of Fin's agents may answer with an article. */
export const finSchema = z.strictObject(
  { chatbot: aSwitch, copilot: aSwitch, sales: aSwitch },
  { error: 'expected "chatbot:", "copilot:" or "sales:" below it, each with true or false' },
);

const aName = 'expected a name';

/** Names of audiences or tags there, or their ids, which are numbers. */
export const labelsSchema = z.array(
  z
    .union([z.string({ error: aName }).regex(/\S/, aName), z.number()], { error: aName })
    .transform((value) => String(value).trim()),
  { error: 'expected a list of names' },
);
