import type { Described, Json } from './contract.ts';

/** A place where an official description is wrong about its own API, and how it would be right. */
export interface KnownError {
  readonly reason: string;
  /** Puts the description right, in place. */
  mend(description: Json): void;
}

/** Schemas of 2.11 that require what real answers of 2.11 leave out. */
const REQUIRED_TOO_MUCH: Readonly<Record<string, readonly string[]>> = {
  // Not multilingual, or in a list: recorded answers have none of these.
  article_list_item: ['default_locale', 'translated_content', 'statistics'],
  // Called `conversations` in every recording, and in the description's own examples.
  article_statistics: ['conversions'],
  collection: ['default_locale'],
  // Absent from recorded answers, and from the examples.
  admin: ['job_title'],
  admin_with_app: ['job_title', 'away_mode_enabled', 'away_mode_reassign', 'team_ids'],
  // Only a tagging operation says when and by whom.
  tag: ['applied_at', 'applied_by'],
};

/** What is known to be wrong in the description of a version, each with the evidence. */
export function knownErrors(version: Described): readonly KnownError[] {
  const everywhere: KnownError[] = [
    {
      reason: 'pages.next of articles and collections is a URL, not a cursor: recorded, and so in the 2.17 pages',
      mend: (spec) => set(spec, ['components', 'schemas', 'cursor_pages', 'properties', 'next'], { type: 'string' }),
    },
    {
      reason: 'the url of a translation that is a draft is null, as the article’s own',
      mend: (spec) => set(spec, [...content, 'url', 'nullable'], true),
    },
    {
      reason: 'request ids are not always UUIDs: twenty letters and digits were recorded',
      mend: (spec) => set(spec, ['components', 'schemas', 'error', 'properties', 'request_id'], { type: 'string' }),
    },
  ];
  if (version === '2.16') {
    everywhere.push({
      reason: 'taking a tag off answers applied_by: null, as the description’s own example does',
      mend: (spec) => set(spec, ['components', 'schemas', 'tag', 'properties', 'applied_by'], {}),
    });
  }
  if (version !== '2.11') return everywhere;
  return [
    ...everywhere,
    ...Object.entries(REQUIRED_TOO_MUCH).map(([schema, names]) => ({
      reason: `${schema}: ${names.join(', ')} required, and missing in real answers`,
      mend: (spec: Json) => {
        const required = get(spec, ['components', 'schemas', schema, 'required']) as string[];
        set(
          spec,
          ['components', 'schemas', schema, 'required'],
          required.filter((name) => !names.includes(name)),
        );
      },
    })),
  ];
}

const content = ['components', 'schemas', 'article_content', 'properties'];

function get(json: Json, names: readonly string[]): Json {
  let value = json;
  for (const name of names) value = (value as { [key: string]: Json })[name] ?? null;
  return value;
}

function set(json: Json, names: readonly string[], value: Json): void {
  const parent = get(json, names.slice(0, -1)) as { [key: string]: Json };
  parent[names.at(-1) ?? ''] = value;
}
