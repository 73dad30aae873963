import * as z from 'zod';
import { localeOf } from '../model/help-centre-locales.ts';

const expected = 'expected lines of "the word: [words that are not used for it]"';
const word = z
  .string({ error: expected })
  .regex(/\S/, expected)
  .transform((value) => value.trim().replace(/\s+/g, ' '));
const others = z.array(word, { error: expected });

/** Terms of the first language, and below the name of a language those of that one. */
export const terms = z
  .record(word, z.union([others, z.record(word, others, { error: expected })], { error: expected }), {
    error: expected,
  })
  .superRefine((given, context) => {
    for (const [key, value] of Object.entries(given)) {
      if (!Array.isArray(value) && localeOf(key) === null) {
        const message = 'expected a list of words, or the locale of a language with its own terms below it';
        context.addIssue({ code: 'custom', message, path: [key] });
      }
    }
  });
