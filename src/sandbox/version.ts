import type { ApiVersion } from '../model/api-version.ts';

/** A version the sandbox speaks: also those before the publisher's first, for other programs. */
export type SandboxVersion = '2.7' | '2.8' | '2.9' | '2.10' | ApiVersion;

/** Versions the sandbox speaks, oldest first. */
const old: readonly SandboxVersion[] = ['2.7', '2.8', '2.9', '2.10'];
const sandboxVersions: readonly SandboxVersion[] = [...old, '2.11', '2.12', '2.13', '2.14', '2.15', '2.16'];

/** What came with a version, or went. The official description of each version is the source. */
const changesByVersion = {
  /** `/help_center/sections`: what is in a collection, before collections had `parent_id`. */
  sections: { until: '2.9' },
  /** Collections inside collections. */
  nesting: { since: '2.10' },
  /** `/articles/search`. */
  'article-search': { since: '2.10' },
  /** `tags` on articles, read-only. */
  'article-tags': { since: '2.13' },
  /** `/internal_articles`. */
  'internal-articles': { since: '2.13' },
  /** `away_status_reason_id` on admins. */
  'away-status': { since: '2.14' },
  /** `avatar` of admins in a list: an address, an object before. */
  'avatar-address': { since: '2.14' },
  /** `parent_id` and `parent_type` in answers; removed because they were often out of step with `parent_ids`. */
  'parent-fields': { until: '2.15' },
  /** `/brands`. */
  brands: { since: '2.15' },
  /** `/content_snippets`. */
  snippets: { since: '2.16' },
  /** `/content/search` and `/content/bulk_actions`. */
  content: { since: '2.16' },
  /** `body_markdown`, read and written. */
  markdown: { since: '2.16' },
  /** `/articles/{id}/draft`, `has_unpublished_changes`, `draft_updated_at`. */
  drafts: { since: '2.16' },
  /** `/articles/{id}/versions`. */
  versions: { since: '2.16' },
  /** Writing an article's tags. */
  'tag-writes': { since: '2.16' },
  /** `/help_center/help_centers/{id}/redirects`. */
  redirects: { since: '2.16' },
  /** `ai_*_availability`, `audience_ids`, who created and updated, the help centre's audience. */
  audiences: { since: '2.16' },
  /** `scheduled_publish_at`, `scheduled_unpublish_at`. */
  schedules: { since: '2.16' },
  /** `fin_*` in an article's statistics. */
  'fin-statistics': { since: '2.16' },
  /** `default` and `locales` of help centres. */
  'help-centre-locales': { since: '2.16' },
  /** `role` of admins. */
  roles: { since: '2.16' },
} as const satisfies Record<string, { since?: SandboxVersion; until?: SandboxVersion }>;

/** Something that not every version has. */
export type Feature = keyof typeof changesByVersion;

/** Whether a version has a feature. */
export function has(version: SandboxVersion, feature: Feature): boolean {
  const { since = '2.7', until = '2.16' }: { since?: SandboxVersion; until?: SandboxVersion } =
    changesByVersion[feature];
  const at = sandboxVersions.indexOf(version);
  return sandboxVersions.indexOf(since) <= at && at <= sandboxVersions.indexOf(until);
}

/** Narrows a header's text to a version the sandbox speaks. */
export function isVersion(text: string): text is SandboxVersion {
  return (sandboxVersions as readonly string[]).includes(text);
}
