import * as z from 'zod';
import { knownLocales } from '../locales.ts';

/**
 * Everything the sandbox keeps, as it stands in its state file. Ids are strings of digits, times are Unix
 * seconds. Records are never changed in place: a change puts a new record in the table.
 */
const id = z.string().regex(/^\d+$/);
const time = z.number().int();
const state = z.enum(['published', 'draft']);
const locale = z.enum(knownLocales);

const teammate = z.readonly(
  z.object({
    id,
    name: z.string(),
    email: z.string(),
    /** The operator bot that every workspace has; it can write nothing. */
    isBot: z.boolean(),
    /** May write articles, and so may be an author. */
    writesArticles: z.boolean(),
    /** May tag articles. */
    managesKnowledge: z.boolean(),
  }),
);

const helpCentre = z.readonly(
  z.object({
    id,
    identifier: z.string(),
    name: z.string(),
    isDefault: z.boolean(),
    isOn: z.boolean(),
    defaultLocale: locale,
    locales: z.array(locale),
    createdAt: time,
    updatedAt: time,
  }),
);

const collection = z.readonly(
  z.object({
    id,
    helpCentreId: id,
    parentId: id.nullable(),
    order: z.number().int(),
    icon: z.string(),
    createdAt: time,
    updatedAt: time,
    contents: z.partialRecord(locale, z.object({ name: z.string(), description: z.string().nullable() })),
  }),
);

const draft = z.readonly(
  z.object({
    title: z.string(),
    description: z.string(),
    body: z.string(),
    authorId: id,
    updatedAt: time,
    updatedById: id.nullable(),
  }),
);

const content = z.readonly(
  z.object({
    /** The undocumented `content_id`. */
    id,
    title: z.string(),
    description: z.string(),
    /** As stored: addresses of images are `image:` and their path, see `images/address.ts`. */
    body: z.string(),
    authorId: id,
    state,
    createdAt: time,
    updatedAt: time,
    createdById: id.nullable(),
    updatedById: id.nullable(),
    ai: z.object({ chatbot: z.boolean(), copilot: z.boolean(), sales: z.boolean() }),
    audienceIds: z.array(z.number().int()),
    /** What a person, or the draft endpoint, has staged and not published. */
    draft: draft.nullable(),
    /** Newest version, what the next one comes from. */
    versionId: id.nullable(),
    /** Version that readers see; null for a draft. */
    liveVersionId: id.nullable(),
  }),
);

/** A tag as it was put on some content. */
const appliedTag = z.readonly(z.object({ id, appliedAt: time, appliedById: id }));

/** What readers did with an article; in percent, what they thought of it. */
const readership = z.readonly(
  z.object({
    views: z.int(),
    conversations: z.int(),
    reactions: z.int(),
    happy: z.number(),
    neutral: z.number(),
    sad: z.number(),
    finInvolvements: z.int(),
    finResolutions: z.int(),
  }),
);

const article = z.readonly(
  z.object({
    id,
    helpCentreId: id,
    defaultLocale: locale,
    parentIds: z.array(id),
    createdAt: time,
    /** Of the default locale's content, as the official pages say; moving and tagging an article count too. */
    updatedAt: time,
    contents: z.partialRecord(locale, content),
    tags: z.array(appliedTag),
    publishAt: time.nullable(),
    unpublishAt: time.nullable(),
    /** Absent for one that nobody read. */
    readership: readership.optional(),
  }),
);

const version = z.readonly(
  z.object({
    id,
    articleId: id,
    locale,
    title: z.string(),
    description: z.string(),
    body: z.string(),
    authorId: id,
    createdById: id.nullable(),
    createdVia: z.enum(['api', 'web']),
    fromVersionId: id.nullable(),
    createdAt: time,
  }),
);

const internalArticle = z.readonly(
  z.object({
    id,
    title: z.string(),
    body: z.string(),
    authorId: id,
    ownerId: id,
    locale,
    createdAt: time,
    updatedAt: time,
    ai: z.object({ chatbot: z.boolean(), copilot: z.boolean(), sales: z.boolean() }),
    audienceIds: z.array(z.number().int()),
    // Older states have none.
    tags: z.array(appliedTag).default([]),
  }),
);

/** What Fin answers with and no page shows. */
const snippet = z.readonly(
  z.object({
    id,
    title: z.string(),
    locale,
    /** Its text, with images under their path as in an article. */
    body: z.string(),
    /** Its text as it was sent in blocks; null for one that was sent as Markdown. */
    blocks: z.array(z.record(z.string(), z.unknown())).nullable(),
    ai: z.object({ chatbot: z.boolean(), copilot: z.boolean(), sales: z.boolean() }),
    audienceIds: z.array(z.number().int()),
    tags: z.array(appliedTag),
    createdAt: time,
    updatedAt: time,
  }),
);

const tag = z.readonly(z.object({ id, name: z.string() }));

const predicate = z.record(z.string(), z.unknown());

/** Whom Fin answers with an article. */
const audience = z.readonly(
  z.object({
    id,
    name: z.string(),
    predicates: z.array(predicate),
    rolePredicates: z.array(predicate),
    createdAt: time,
    updatedAt: time,
  }),
);

const redirect = z.readonly(
  z.object({
    id,
    helpCentreId: id,
    /** Path below the help centre's address, query included: addresses change with the port. */
    fromPath: z.string(),
    locale,
    targetType: z.enum(['article', 'collection']),
    targetId: id,
    createdAt: time,
    updatedAt: time,
  }),
);

const image = z.readonly(
  z.object({
    /** Path under the sandbox's address: `/i/o/<workspace>/<digits>/<hash>/<name>`. */
    path: z.string(),
    /** sha256 of the bytes; null for a stand-in of an image that was not fetched. */
    sha256: z.string().nullable(),
    mediaType: z.enum(['image/png', 'image/jpeg', 'image/gif', 'image/svg+xml', 'image/webp']),
    bytes: z.number().int(),
  }),
);

/** The workspace itself. */
export const workspaceRecord = z.readonly(
  z.object({
    idCode: z.string(),
    name: z.string(),
    timezone: z.string(),
    createdAt: time,
    /** Whether articles and collections have more than one language. */
    multilingual: z.boolean(),
    /** Signs the URLs of images. */
    secret: z.string(),
    /** Last id given. */
    lastId: z.number().int(),
    /** Port of the last run, tried first by the next so that addresses stay the same. */
    port: z.number().int(),
  }),
);

/** Shape of each table's records, by the name the table has in the state file. */
export const tableShapes = {
  teammates: teammate,
  helpCentres: helpCentre,
  collections: collection,
  articles: article,
  versions: version,
  internalArticles: internalArticle,
  tags: tag,
  audiences: audience,
  snippets: snippet,
  redirects: redirect,
  images: image,
} as const;

/** The state file. */
export const stateFile = z.object({
  format: z.literal(1),
  workspace: workspaceRecord,
  teammates: z.array(teammate),
  helpCentres: z.array(helpCentre),
  collections: z.array(collection),
  articles: z.array(article),
  versions: z.array(version),
  internalArticles: z.array(internalArticle),
  tags: z.array(tag),
  // Older states have none.
  audiences: z.array(audience).default([]),
  snippets: z.array(snippet).default([]),
  redirects: z.array(redirect),
  images: z.array(image),
});

/** What is there once in a workspace. */
export type Workspace = z.infer<typeof workspaceRecord>;
/** A teammate. */
export type TeammateRecord = z.infer<typeof teammate>;
/** A help centre. */
export type HelpCentreRecord = z.infer<typeof helpCentre>;
/** A collection, at whichever level. */
export type CollectionRecord = z.infer<typeof collection>;
/** An article in all its locales. */
export type ArticleRecord = z.infer<typeof article>;
/** What readers did with an article. */
export type Readership = z.infer<typeof readership>;
/** One locale of an article. */
export type Content = z.infer<typeof content>;
/** Text that is staged over published content. */
export type Draft = z.infer<typeof draft>;
/** A text that one locale of an article has or had. */
export type VersionRecord = z.infer<typeof version>;
/** An article for teammates. */
export type InternalArticleRecord = z.infer<typeof internalArticle>;
/** A tag. */
export type TagRecord = z.infer<typeof tag>;
/** A tag as it was put on some content. */
export type AppliedTag = z.infer<typeof appliedTag>;
/** A content snippet. */
export type SnippetRecord = z.infer<typeof snippet>;
/** An audience of Fin. */
export type AudienceRecord = z.infer<typeof audience>;
/** A redirect inside a help centre. */
export type RedirectRecord = z.infer<typeof redirect>;
/** An image the workspace keeps. */
export type ImageRecord = z.infer<typeof image>;
