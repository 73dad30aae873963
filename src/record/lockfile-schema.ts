import { z } from 'zod';

/** Format version that this program reads and writes. */
export const lockfileVersion = 1;

const fingerprint = z.string().regex(/^sha256-[0-9a-f]{64}$/, 'expected sha256- and 64 hexadecimal digits');
const id = z.string().regex(/^\d+$/, 'expected the digits of an id');

/** A path that stays in the content folder. */
const contentPath = z
  .string()
  .refine(
    (path) =>
      !path.startsWith('/') &&
      !/^[A-Za-z]:|\\/.test(path) &&
      path.split('/').every((part) => !['', '.', '..'].includes(part)),
    'expected a path inside the content folder',
  );

const recordedLocale = z.strictObject({
  source: z.string().regex(/^[0-9a-f]{40}$|^[0-9a-f]{64}$/, 'expected a git blob id'),
  desired: fingerprint,
  remote: fingerprint,
});

const recordedArticle = z.strictObject({
  id,
  url: z.string().nullable(),
  updatedAt: z.number().int(),
  removed: z.literal(true).optional(),
  locales: z.record(z.string(), recordedLocale),
});

const workspace = z.strictObject({
  content: z.string().optional(),
  articles: z.record(contentPath, recordedArticle).default({}),
  collections: z
    .record(z.string(), z.strictObject({ id, desired: fingerprint, folder: contentPath.optional() }))
    .default({}),
  images: z.record(fingerprint, z.string().regex(/^https?:\/\//, 'expected a URL')).default({}),
});

/** `helpcentre.lock.json`. */
export const lockfileSchema = z.strictObject({
  lockfileVersion: z.literal(lockfileVersion),
  workspaces: z.record(z.string(), workspace),
});

/** The lockfile's value. */
export type Lockfile = z.output<typeof lockfileSchema>;
