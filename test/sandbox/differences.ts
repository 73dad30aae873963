import type { SandboxVersion } from '../../src/sandbox/version.ts';

/** A point in which the sandbox answers otherwise than the official description says, because Intercom does too. */
export interface Difference {
  /** What is different, and how that is known: a line of docs/reference/sandbox.md. */
  readonly reason: string;
  /** Versions whose description it is about; all where none are named. */
  readonly versions?: readonly SandboxVersion[];
  /** The request and status; any where none is named. */
  readonly of?: RegExp;
  /** Where in the body. */
  readonly at: RegExp;
  /** What is said of it. */
  readonly says: RegExp;
}

const lacks = (...names: readonly string[]): RegExp => new RegExp(`required property '(${names.join('|')})'$`);
const anArticle = /\/articles(\/\{(id|article_id)\})?(\/draft(\/publish)?|\/search)? 200$/;

/** All of them. What is not in this list fails every test that meets it, and what no answer needs fails one. */
export const DIFFERENCES: readonly Difference[] = [
  {
    reason: '`pages.next` of lists is an address and no object, as in every recording and on the pages about 2.17',
    at: /^\/pages\/next$/,
    says: /^must be object$/,
  },
  {
    reason: 'Request ids are twenty letters and digits, as recorded; `strict` answers UUIDs',
    at: /^\/request_id$/,
    says: /^must match format "uuid"$/,
  },
  {
    reason: 'The `url` of a translation that is a draft is null, as the article’s own is',
    of: anArticle,
    at: /\/translated_content\/[^/]+\/url$/,
    says: /^must be string$/,
  },
  {
    reason: 'Articles have `content_id`, as in every recording; `strict` leaves it out',
    of: anArticle,
    at: /^(\/data(\/articles)?\/#)?$/,
    says: /^has content_id$/,
  },
  {
    reason:
      'The statistics of an article count `conversations`, as in every recording and in the descriptions’ own examples, and no `conversions`',
    of: anArticle,
    at: /^\/statistics$/,
    says: /^has conversations$|'conversions'$/,
  },
  {
    reason: 'The app of `/me` has `secure`, as in the descriptions’ own examples',
    of: /^GET \/me /,
    at: /^\/app$/,
    says: /^has secure$/,
  },
  {
    reason:
      'Teammates in a list have an object as `avatar`, with its `type`: only the description of 2.11 has an object, and it leaves `type` out',
    versions: ['2.7', '2.8', '2.9', '2.10', '2.11', '2.12', '2.13'],
    of: /^GET \/admins /,
    at: /^\/admins\/#\/avatar$/,
    says: /^must be string$|^has type$/,
  },
  {
    reason:
      'Articles without languages, and those in lists, lack `default_locale`, `translated_content` and `statistics`, which are called required',
    versions: ['2.11'],
    of: anArticle,
    at: /^(\/data(\/articles)?\/#)?$/,
    says: lacks('default_locale', 'translated_content', 'statistics'),
  },
  {
    reason: 'Collections without languages lack `default_locale`, which is called required',
    versions: ['2.11'],
    of: /\/collections(\/\{[a-z_]+\})? 200$/,
    at: /^(\/data\/#)?$/,
    says: lacks('default_locale'),
  },
  {
    reason:
      'Teammates lack `job_title`, as recorded, and the one of `/me` what it is away for; all are called required',
    versions: ['2.11'],
    of: /^GET \/(me|admins)/,
    at: /^(\/admins\/#)?$/,
    says: lacks('job_title', 'away_mode_enabled', 'away_mode_reassign', 'team_ids'),
  },
  {
    reason: 'Tags say `applied_at` and `applied_by` only where they are on something; both are called required',
    versions: ['2.11'],
    of: /\/tags(\/\{[a-z_]+\})? 200$/,
    at: /^(\/data\/#)?$/,
    says: lacks('applied_at', 'applied_by'),
  },
  {
    reason:
      'Articles without languages have `audience_ids` at their root: the text says so, and the fields leave it out',
    versions: ['2.16'],
    of: anArticle,
    at: /^(\/data(\/articles)?\/#)?$/,
    says: /^has audience_ids$/,
  },
  {
    reason: 'The 404 of an article without a staged draft has no body, as recorded; `strict` answers the usual one',
    versions: ['2.16'],
    of: /^GET \/articles\/\{[a-z_]+\}\/draft 404$/,
    at: /^$/,
    says: /^must be object$/,
  },
  {
    reason: 'The 422 of a draft is `{"errors":[{"message","status"}]}`, as recorded; `strict` answers the usual one',
    versions: ['2.16'],
    of: /\/draft(\/publish)? 422$/,
    at: /^(\/errors\/#)?$/,
    says: /^has status$|'(type|code)'$/,
  },
];
