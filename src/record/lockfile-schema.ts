import * as z from 'zod';
import { apiVersions } from '../model/api-version.ts';
import { articleIdPattern } from '../model/article-type.ts';
import { type QuirkName, quirkNames, quirkTable } from '../model/quirks.ts';
import type { Lockfile } from '../model/recorded.ts';
import type { WorkspaceFacts } from '../model/workspace-facts.ts';

/** Format version that this program reads and writes. */
export const lockfileVersion = 1;

const text = z.string({ error: 'expected text' });
const fingerprint = text.regex(/^sha256-[0-9a-f]{64}$/, 'expected sha256- and 64 hexadecimal digits');
const id = text.regex(/^\d+$/, 'expected the digits of an id, in quotes');
const articleId = text.regex(articleIdPattern, 'expected the digits of an id, in quotes');
const seconds = z.int({ error: 'expected a time in whole seconds' });
const anObject = { error: 'expected an object in braces' };

/** A path that stays in the content folder. */
const contentPath = text.refine(
  (path) => !/^[A-Za-z]:|[\\\0]/.test(path) && path.split('/').every((part) => !['', '.', '..'].includes(part)),
  'expected a path inside the content folder',
);

const blob = text.regex(/^[0-9a-f]{40}$|^[0-9a-f]{64}$/, 'expected a git blob id');

const stagedText = z.strictObject(
  { source: blob, from: blob.exactOptional(), desired: fingerprint, remote: fingerprint },
  anObject,
);

const recordedLocale = z.strictObject(
  {
    source: blob,
    from: blob.exactOptional(),
    desired: fingerprint,
    remote: fingerprint,
    stripped: fingerprint.exactOptional(),
    draft: z.literal(true, { error: 'expected true, or nothing' }).exactOptional(),
    staged: stagedText.exactOptional(),
  },
  anObject,
);

const aSwitch = z.boolean({ error: 'expected true or false' }).exactOptional();

const recordedReach = z.strictObject(
  {
    fin: z.strictObject({ chatbot: aSwitch, copilot: aSwitch, sales: aSwitch }, anObject).exactOptional(),
    audiences: z.record(z.string(), id, anObject).exactOptional(),
    tags: z.record(z.string(), id, anObject).exactOptional(),
  },
  anObject,
);

const recordedArticle = z.strictObject(
  {
    id: articleId,
    url: z.string({ error: 'expected a URL or null' }).nullable(),
    updatedAt: seconds,
    removed: z.literal(true, { error: 'expected true, or nothing' }).exactOptional(),
    scheduled: z
      .strictObject({ publishAt: seconds.exactOptional(), unpublishAt: seconds.exactOptional() })
      .exactOptional(),
    reach: recordedReach.exactOptional(),
    locales: z.record(z.string(), recordedLocale, anObject),
  },
  anObject,
);

const recordedCollection = z.strictObject(
  {
    id,
    desired: fingerprint,
    folder: contentPath.exactOptional(),
    remote: z.record(z.string(), fingerprint, anObject).exactOptional(),
    described: z.record(z.string(), z.literal(true, { error: 'expected true' }), anObject).exactOptional(),
  },
  anObject,
);

const recordedRedirect = z.strictObject(
  {
    id,
    locale: text,
    targetType: z.enum(['article', 'collection'], { error: 'expected article or collection' }),
    targetId: id,
  },
  anObject,
);
/** The id of a help centre, and an address below its own. */
const redirectName = text.regex(/^\d+\/[^\s]*$/, 'expected the id of a help centre and an address');

const answers = z.strictObject(
  Object.fromEntries(quirkNames.map((name) => [name, answerTo(name).exactOptional()])),
  anObject,
);

function answerTo(name: QuirkName): z.ZodType {
  const { kind, values } = quirkTable[name];
  if (kind === 'number') return z.int({ error: 'expected a whole number' });
  const member = z.enum(values as string[], { error: `expected ${values.join(', ')}` });
  return kind === 'list' ? z.array(member, { error: 'expected a list' }) : member;
}

/** What is known of a workspace because it was asked. */
export const factsSchema: z.ZodType<WorkspaceFacts> = z.strictObject(
  {
    asked: text.regex(/^\d{4}-\d{2}-\d{2}$/, 'expected a day, such as 2026-11-27'),
    apiVersion: z.enum(apiVersions, { error: `expected ${apiVersions.join(', ')}` }),
    answers,
    rateLimit: z.int({ error: 'expected a whole number' }).exactOptional(),
    locales: z.array(text, { error: 'expected a list' }).exactOptional(),
    doubted: answers.exactOptional(),
  },
  anObject,
);

const section = z.strictObject(
  {
    content: text.exactOptional(),
    facts: factsSchema.exactOptional(),
    articles: z.record(contentPath, recordedArticle, anObject).default({}),
    collections: z.record(z.string(), recordedCollection, anObject).default({}),
    images: z.record(fingerprint, text.regex(/^https?:\/\//, 'expected a URL'), anObject).default({}),
    redirects: z.record(redirectName, recordedRedirect, anObject).exactOptional(),
  },
  anObject,
);

/** `helpcentre.lock.json`. */
export const lockfileSchema: z.ZodType<Lockfile> = z.strictObject(
  {
    lockfileVersion: z.literal(lockfileVersion, { error: `expected ${lockfileVersion}` }),
    workspaces: z.record(z.string(), section, anObject),
  },
  anObject,
);
