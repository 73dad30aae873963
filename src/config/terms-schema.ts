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
    for (const [list, path] of listsIn(given)) {
      for (const [term, words] of Object.entries(list)) {
        const both = words.find((one) => one !== term && Object.hasOwn(list, one));
        if (both === undefined) continue;
        const message = `"${both}" is here a word that is not used, and elsewhere one that is: "check --fix" could never please both`;
        context.addIssue({ code: 'custom', message, path: [...path, term] });
      }
    }
  });

type Given = Readonly<Record<string, readonly string[] | Readonly<Record<string, readonly string[]>>>>;

/** The terms of the first language, and those of each other, with the way to them. */
function listsIn(given: Given): readonly (readonly [Readonly<Record<string, readonly string[]>>, readonly string[]])[] {
  const isList = (value: unknown): value is readonly string[] => Array.isArray(value);
  const first = Object.entries(given).flatMap(([key, value]) => (isList(value) ? [[key, value] as const] : []));
  const others = Object.entries(given).flatMap(([key, value]) => (isList(value) ? [] : [[value, [key]] as const]));
  return [[Object.fromEntries(first), []], ...others];
}
