import * as z from 'zod';
import { localeOf, localePattern } from '../model/help-centre-locales.ts';
import type { VariableFile } from '../model/variables.ts';

const text = z.string({ error: 'expected text' });

/** A text; numbers are what people mean by them. */
const value = z.union([text, z.number()], { error: 'expected text; put it in quotes' }).transform(String);

const localeKey = text.regex(localePattern, "expected a locale of Intercom's help centres, such as en, fr or pt-BR");

/** Something for each language, by Intercom's name of it. */
function perLocale<S extends z.ZodType<string>>(one: S, error: string) {
  return z
    .record(localeKey, one, { error })
    .superRefine((given, context) => {
      const first = new Map<string, string>();
      for (const written of Object.keys(given)) {
        const locale = localeOf(written) ?? written;
        const other = first.get(locale);
        first.set(locale, other ?? written);
        if (other !== undefined)
          context.addIssue({ code: 'custom', message: `"${other}" is the same locale`, path: [written] });
      }
    })
    .transform(
      (given): Readonly<Record<string, string>> =>
        Object.fromEntries(Object.entries(given).map(([locale, own]) => [localeOf(locale) ?? locale, own])),
    );
}

/** `variables`: a value, or one for each language. */
export const variables = z.record(
  z.string().regex(/^[A-Za-z_][\w.-]{0,127}$/, 'expected a name of up to 128 letters, digits, _, - and .'),
  z.union([value, perLocale(value, 'expected lines of "locale: value"')], { error: 'expected text; put it in quotes' }),
  { error: 'expected lines of "name: value"' },
);

const endings = '.json, .arb, .yml, .yaml, .po, .pot, .xcstrings, .strings, .xml, .xlf or .xliff';
const besideThis = `expected a path from the folder of this file, such as i18n/{locale}.json, to one that ends in ${endings}`;
/** Where a file of the product is; whether that is in the repository is seen when it is read. */
const productFile = text.regex(
  /^(?![A-Za-z]:|\/)[^\\\0]+\.(?:json|arb|ya?ml|pot?|xcstrings|strings|xml|xliff?|xlf)$/i,
  besideThis,
);

const aPath = 'expected a path such as i18n/{locale}.json';
const productFiles = z.union([productFile, perLocale(productFile, 'expected lines of "locale: path"')], {
  error: (issue) => (typeof issue.input === 'string' ? besideThis : aPath),
});

const entry = z.strictObject({
  file: productFiles,
  at: text.default(''),
  as: text
    .regex(/^[A-Za-z_][\w.-]*$/, 'expected a name of letters, digits, _, . and -')
    .nullable()
    .default(null),
  names: z
    .record(
      z.string().regex(/^[A-Za-z_][\w.-]*$/, 'expected a name of letters, digits, _, . and -'),
      z.union([text, z.number()], { error: 'expected a key of the file; put it in quotes' }).transform(String),
      { error: 'expected lines of "name: key of the file"' },
    )
    .default({}),
  everyLocale: z.boolean({ error: 'expected true or false' }).default(false),
});

const plain = { at: '', as: null, names: {}, everyLocale: false };

/** `variablesFrom`: paths, or entries that say more of a file. */
export const variablesFrom = z.array(
  z.union([productFile.transform((file): VariableFile => ({ file, ...plain })), entry], {
    error: (issue) => (typeof issue.input === 'string' ? besideThis : `${aPath}, or "file:" with one`),
  }),
  { error: 'expected a list of files' },
);
