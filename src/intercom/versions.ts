import { type ApiVersion, apiVersions } from '../model/api-version.ts';
import type { UnlistedType } from '../model/article-type.ts';

/**
 * What a version has: the first and, where it was taken away again, the last version with the feature. Nothing
 * else in this folder knows what a version can do.
 */
const table = {
  tags: { since: '2.13', what: 'tags on articles' },
  internalArticles: { since: '2.13', what: 'internal articles' },
  brands: { since: '2.15', what: 'brands, each with its help centre' },
  bodyMarkdown: { since: '2.16', what: 'bodies as Markdown' },
  drafts: { since: '2.16', what: 'drafts on top of published articles: whether a person has one pending' },
  editors: { since: '2.16', what: 'who edited an article last' },
  articleVersions: { since: '2.16', what: 'the history of an article' },
  redirects: { since: '2.16', what: 'redirects from old addresses' },
  snippets: { since: '2.16', what: 'content snippets for Fin' },
  schedules: { since: '2.16', what: 'publishing and unpublishing at a set time' },
  audiences: { since: '2.16', what: 'audiences of an article' },
  fin: { since: '2.16', what: 'switches for what Fin may use' },
  finStatistics: { since: '2.16', what: 'how often Fin used an article, and resolved a conversation with it' },
  helpCentreLocales: { since: '2.16', what: 'which help centre is the default one, and its locales' },
  /** Dropped by Intercom because it was often out of step with `parent_ids`. */
  singleParent: { since: '2.11', until: '2.15', what: 'an article’s parent as one id, besides the list of them' },
} as const satisfies Readonly<Record<string, Row>>;

interface Row {
  readonly since: ApiVersion;
  readonly until?: ApiVersion;
  readonly what: string;
}

/** Something that some versions of the API have and others have not. */
export type Feature = keyof typeof table;

/** What the API has to have for articles of a type. */
export const typeFeatures = {
  internal: 'internalArticles',
  snippet: 'snippets',
} as const satisfies Readonly<Record<UnlistedType, Feature>>;

/** The first version that has a feature. */
export function sinceOf(feature: Feature): ApiVersion {
  return table[feature].since;
}

/**
 * Whether a version of the API has a feature.
 *
 * @param version one of `apiVersions`
 */
export function versionHas(version: ApiVersion, feature: Feature): boolean {
  const row: Row = table[feature];
  const at = apiVersions.indexOf(version);
  return at >= apiVersions.indexOf(row.since) && (row.until === undefined || at <= apiVersions.indexOf(row.until));
}

/**
 * What one goes without on a version, compared with the newest: features as short phrases, for a person.
 *
 * @param version one of `apiVersions`
 */
export function missingIn(version: ApiVersion): readonly string[] {
  const newest = apiVersions.at(-1) ?? version;
  return (Object.keys(table) as Feature[])
    .filter((feature) => versionHas(newest, feature) && !versionHas(version, feature))
    .map((feature) => table[feature].what);
}
