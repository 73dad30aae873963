import * as z from 'zod';
import { apiVersions } from '../model/api-version.ts';
import { flattenWords } from '../model/flatten.ts';
import { componentChoices, flavourNames, layouts } from '../model/flavour-name.ts';
import { localeOf, localePattern } from '../model/help-centre-locales.ts';
import { localeLayouts } from '../model/language-folder.ts';
import { negotiable } from '../model/negotiable.ts';
import { type ProblemRule, problemCodes } from '../model/problem.ts';
import { nearestName } from '../text/nearest.ts';
import { finSchema, labelsSchema } from '../yaml/reach-schema.ts';
import { globSchema } from './glob-schema.ts';
import { targetsOf } from './targets-schema.ts';
import { terms } from './terms-schema.ts';
import { variables, variablesFrom } from './variables-schema.ts';

const text = z.string({ error: 'expected text' });
/** A pattern, so that the JSON Schema for editors says it too. */
const filled = (expected: string) => text.regex(/\S/, expected);

/** A path that stays in its folder, on every system: no drive letters, no backslashes, no `..`. */
const contentPath = (expected = 'expected a path inside the content folder, such as billing/refunds.md') =>
  text
    .regex(/^(?![A-Za-z]:)(?!(?:[\s\S]*\/)?\s*(?:\.{1,2}\s*)?(?:\/|$))[^\\\0]+$/, expected)
    // The paths of sources are in this form too, whatever the disk says.
    .transform((value) => value.normalize('NFC'));

/** Words for a choice that is none of the allowed ones. */
function oneOf<const T extends readonly [string, ...string[]]>(...values: T) {
  return z.enum(values, { error: `expected one of: ${values.join(', ')}` });
}

const locale = text
  .regex(localePattern, "expected a locale of Intercom's help centres, such as en, fr or pt-BR")
  .transform((value) => localeOf(value) ?? value);

/** An id or a name: ids are numbers, which people write without quotes. */
function identifier(expected: string) {
  return z
    .union([filled(expected), z.int()], { error: expected })
    .transform((value) => String(value).trim())
    .nullable();
}

const region = oneOf('us', 'eu', 'au');
const state = oneOf('published', 'draft');
const helpCentre = identifier('expected the identifier or id of a help centre');

/** A version as text; an editor takes one without quotes for a number. */
const staged = z.union(
  [
    z.literal(true, { error: 'expected true, or a list of files and folders' }),
    z.array(contentPath(), { error: 'expected true, or a list of files and folders' }),
  ],
  { error: 'expected true, or a list of files and folders' },
);

const apiVersion = z
  .union([z.enum(apiVersions), z.literal(apiVersions.map(Number))], {
    error: `expected one of: ${apiVersions.join(', ')}`,
  })
  .transform(
    (value) => apiVersions.find((version) => version === String(value)) ?? apiVersions[apiVersions.length - 1],
  );

const flattenExpected = 'expected auto, or a list of constructs, such as [nested-lists]';

const hosts = ['none', 'github', 'url', 's3'] as const;

/** A folder beside the configuration, on every system. */
const besideThis = 'expected a folder beside this file, such as static';
/** `.` is the folder of the configuration. */
const folder = z.union([z.literal('.'), contentPath(besideThis)], { error: besideThis });
/** Folders where addresses of images that begin with a slash are looked for. */
const roots = z.array(folder, { error: 'expected a list of folders' }).exactOptional();

/** Whether addresses of pictures are asked for before they are sent; absent: on. */
const check = oneOf('on', 'strict', 'off').exactOptional();

const images = z.discriminatedUnion(
  'host',
  [
    z.strictObject({ host: z.literal('none').default('none'), roots, check }),
    z.strictObject({ host: z.literal('github'), roots, check }),
    z.strictObject({
      host: z.literal('url'),
      template: text
        .regex(/^https?:\/\//, { error: 'expected a URL that starts with https://', abort: true })
        .regex(
          /\{sha\}|\{path\}.*\{commit\}|\{commit\}.*\{path\}/,
          'expected {sha} in it, or {path} with {commit}: Intercom keeps the picture that it had from an address first, so the address has to change with the bytes; where it does not, add ?v={sha}',
        ),
      roots,
      check,
    }),
    z.strictObject({
      host: z.literal('s3'),
      bucket: filled('expected the name of a bucket'),
      region: filled('expected a region such as eu-west-1').default('us-east-1'),
      endpoint: text
        .regex(/^https?:\/\//, 'expected a URL that starts with https://')
        .nullable()
        .default(null),
      prefix: text.default(''),
      roots,
      check,
    }),
  ],
  {
    error: (issue) =>
      typeof issue.input === 'object' && issue.input !== null && !Array.isArray(issue.input)
        ? `expected one of: ${hosts.join(', ')}`
        : 'expected "host:" below it, with one of: none, github, url, s3',
  },
);

const anyShare = 'expected a share such as 30% or 0.3';
const inBounds = { error: `${anyShare}, at most 100%` };
const writtenShare = /^\s*(?:(?:100(?:\.0+)?|\d{1,2}(?:\.\d+)?)\s*%|0(?:\.\d+)?|1(?:\.0+)?)\s*$/;
/** `30%`, `0.3`, 0.3: a share of 1. The pattern is in the JSON Schema for editors too. */
const share = z
  .union([z.string().regex(writtenShare, inBounds), z.number(inBounds).min(0, inBounds).max(1, inBounds)], {
    error: (issue) => (typeof issue.input === 'number' ? inBounds.error : anyShare),
  })
  .transform((value) => {
    const written = String(value).trim();
    return written.endsWith('%') ? Number(written.slice(0, -1)) / 100 : Number(written);
  });

const frontMatter = z.strictObject(
  {
    ignore: z.array(text, { error: 'expected a list of keys' }).default([]),
    rename: z.record(z.string(), text, { error: 'expected lines of "their key: our key"' }).default({}),
  },
  { error: 'expected "ignore:" or "rename:" below it' },
);

const imports = z.strictObject(
  {
    imageHosts: z
      .array(
        text
          .regex(
            /^\s*(?:[\w-]+\.)*[\w-]+(?::\d{1,5})?\s*$/,
            'expected the name of a host such as assets.example.com, without https://',
          )
          .transform((value) => value.trim()),
        { error: 'expected a list of hosts' },
      )
      .default([]),
  },
  { error: 'expected "imageHosts:" below it' },
);

/** More would only wait for the one that links. */
const mostThreads = 64;
const fewThreads = { error: `expected a whole number from 1 to ${mostThreads}` };

/** Numbers come as text where the file is read; to an editor they are numbers. */
const threads = z
  .union(
    [z.string().regex(/^\s*(?:[1-9]|[1-5]\d|6[0-4])\s*$/, fewThreads), z.int(fewThreads).min(1).max(mostThreads)],
    fewThreads,
  )
  .transform(Number);

const severities = ['error', 'warning', 'off'] as const;

/** Severities that a problem can have. */
function severitiesOf({ code, severity }: ProblemRule): readonly (typeof severities)[number][] {
  if (severity !== 'error') return severities;
  return negotiable.includes(code) ? ['error', 'warning'] : ['error'];
}

/** Why a problem cannot have a severity; null when it can. */
function whyNot(code: string, severity: (typeof severities)[number]): string | null {
  const known = problemCodes().find((entry) => entry.code === code);
  if (known === undefined) return 'expected the code of a problem, as "helpcentre check" prints it';
  if (severitiesOf(known).includes(severity)) return null;
  if (severity === 'off') return 'an error cannot be switched off';
  return 'this error cannot be lowered to a warning; "helpcentre schema" lists those that can';
}

const problems = z
  .record(z.string(), oneOf(...severities), { error: 'expected problem codes with a severity each' })
  .superRefine((given, context) => {
    for (const [code, severity] of Object.entries(given)) {
      const reason = whyNot(code, severity);
      if (reason === null) continue;
      const codes = problemCodes().map((rule) => rule.code);
      const nearest = codes.some((one) => one === code) ? null : nearestName(code, codes);
      context.addIssue({ code: 'custom', message: reason, path: [code], params: { nearest } });
    }
  })
  // The same in the JSON Schema for editors.
  .meta({
    properties: Object.fromEntries(problemCodes().map((rule) => [rule.code, { enum: severitiesOf(rule) }])),
    additionalProperties: false,
  });

/** `helpcentre.yml`: every field optional, unknown keys are errors. */
export const configurationSchema = z.strictObject(
  {
    content: filled('expected a folder').default('content'),
    locale: locale.default('en'),
    locales: oneOf(...localeLayouts).default('suffix'),
    region: region.default('us'),
    apiVersion: apiVersion.default('2.16'),
    helpCentre: helpCentre.default(null),
    author: identifier('expected the e-mail or id of a teammate').default(null),
    state: state.default('draft'),
    removed: oneOf('unpublish', 'delete', 'keep').default('unpublish'),
    onDrift: oneOf('fail', 'keep', 'overwrite').default('fail'),
    maxRemovals: share.default(0.3),
    layout: oneOf(...layouts).default('files'),
    flavour: oneOf(...flavourNames).default('github'),
    pages: oneOf('all', 'navigation').nullable().default(null),
    readmes: oneOf('articles', 'none').nullable().default(null),
    components: z
      .record(z.string(), oneOf(...componentChoices), {
        error: 'expected names with one of: unwrap, drop, callout, section',
      })
      .default({}),
    siteUrl: text
      .regex(/^https?:\/\/[^\s?#]+$/, 'expected a URL that starts with https://')
      .transform((value) => value.replace(/\/+$/, ''))
      .nullable()
      .default(null),
    base: text
      .regex(/^\/(?:[^\s?#]*)$/, 'expected a path that starts with /, such as /docs/')
      .transform((value) => `${value.replace(/\/+$/, '')}/`)
      .default('/'),
    images: images.default({ host: 'none' }),
    variables: variables.default({}),
    staleTranslations: oneOf('keep', 'warn', 'fail', 'unpublish').default('warn'),
    stage: staged.default([]),
    variablesFrom: variablesFrom.default([]),
    fin: finSchema.default({}),
    audiences: labelsSchema.nullable().default(null),
    tags: labelsSchema.nullable().default(null),
    createTags: z.boolean({ error: 'expected true or false' }).default(false),
    spacing: oneOf('normal', 'airy', 'tight').default('normal'),
    flatten: z
      .union(
        [z.literal('auto', { error: flattenExpected }), z.array(oneOf(...flattenWords), { error: flattenExpected })],
        { error: flattenExpected },
      )
      .default('auto'),
    ignore: z.array(globSchema, { error: 'expected a list of globs' }).default([]),
    frontMatter: frontMatter.default({ ignore: [], rename: {} }),
    writing: oneOf('off', 'warning', 'error').default('off'),
    terms: terms.default({}),
    problems: problems.default({}),
    import: imports.default({ imageHosts: [] }),
    threads: threads.nullable().default(null),
    moved: z.record(contentPath(), contentPath(), { error: 'expected lines of "old path: new path"' }).default({}),
    targets: targetsOf({ region, helpCentre, state }).default({}),
  },
  { error: 'expected lines of "key: value"' },
);
