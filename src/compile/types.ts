import type { State } from '../model/article.ts';
import { type ArticleType, typeNamed, typeOfId } from '../model/article-type.ts';
import type { Problem } from '../model/problem.ts';
import { problem } from '../model/problem.ts';
import type { Source, SourceFields } from '../model/repository.ts';
import type { Settings } from '../model/settings.ts';

/** Who an article is for, as its source says. */
export function typeOf({ fields }: Pick<Source, 'fields'>): ArticleType {
  return fields.type ?? 'public';
}

/**
 * The state that a text is to have: as its source says, else as the configuration does. What has a time to be published
 * at is no draft by default, and what no help centre has is none ever.
 */
export function stateOf(
  { fields }: Pick<Source, 'fields'>,
  type: ArticleType,
  settings: Pick<Settings, 'state'>,
  isTimed = false,
): State {
  return fields.state ?? (isTimed || type !== 'public' ? 'published' : settings.state);
}

type Key = keyof SourceFields;

/** What an article that no help centre has cannot be asked for. */
const ofReaders: readonly Key[] = [
  ...(['collection', 'section', 'description', 'redirectFrom', 'stage', 'publishAt', 'unpublishAt'] as const),
];

/** Keys that mean nothing for an article of a type. */
const without: Readonly<Record<ArticleType, readonly Key[]>> = {
  public: ['owner'],
  internal: ofReaders,
  snippet: [...ofReaders, 'author', 'owner', 'spacing'],
};

/**
 * What the front matter of an article asks for that its type cannot be.
 *
 * @param source the article's source in the default locale
 * @param flavour other tools have a description for every page
 */
export function typeProblems(source: Source, { flavour }: Pick<Settings, 'flavour'>): Problem[] {
  const { fields, places } = source;
  const type = typeOf(source);
  const what = typeNamed(type);
  const { id, state } = fields;
  const keys = without[type].filter((key) => fields[key] !== undefined);
  const own = flavour === 'github' ? keys : keys.filter((key) => key !== 'description');
  const isDraft = type !== 'public' && state === 'draft';
  const other = id === undefined || typeOfId(id) === type ? null : { id, isOf: typeNamed(typeOfId(id)), what };
  return [
    ...own.map((key) => problem('type-key', { what, key }, places[key])),
    ...(isDraft ? [problem('type-key', { what, key: 'draft' }, places.state ?? places.draft)] : []),
    ...(other === null ? [] : [problem('type-id', other, places.id)]),
  ];
}
