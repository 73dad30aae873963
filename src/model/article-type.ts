/**
 * Who an article is for. `public`: the readers of a help centre. `internal`: teammates and Fin. `snippet`: Fin alone, and
 * no page shows it. The API keeps each in a place of its own, and turns none into another.
 */
export type ArticleType = 'public' | 'internal' | 'snippet';

/** Those that no help centre has. They have one text each: no state, no collection, no translations, no address. */
export type UnlistedType = Exclude<ArticleType, 'public'>;

/** All of those. */
export const unlistedTypes: readonly UnlistedType[] = ['internal', 'snippet'];

/** How an id begins, so that it says by itself what it is the id of: Intercom numbers each type for itself. */
const beginnings: Readonly<Record<ArticleType, string>> = { public: '', internal: 'ia_', snippet: 'snip_' };

/** What an id looks like: digits, after the beginning of its type. */
export const articleIdPattern: RegExp = /^(?:ia_|snip_)?\d+$/;

/** The type that an id is of. */
export function typeOfId(id: string): ArticleType {
  return unlistedTypes.find((type) => id.startsWith(beginnings[type])) ?? 'public';
}

/** The id as the API has it: without the beginning. */
export function numberOf(id: string): string {
  return id.slice(beginnings[typeOfId(id)].length);
}

/** An id of the API as one of ours. */
export function idOf(type: ArticleType, number: string): string {
  return `${beginnings[type]}${number}`;
}

/** What a person calls one of a type. */
export const typeNames: Readonly<Record<ArticleType, string>> = {
  public: 'public article',
  internal: 'internal article',
  snippet: 'snippet',
};

/** The same with its article: "an internal article". */
export function typeNamed(type: ArticleType): string {
  return `${type === 'internal' ? 'an' : 'a'} ${typeNames[type]}`;
}

/** Whether an article in Intercom is of the type that a source is. */
export function isOfType(source: { readonly type?: UnlistedType }, id: string): boolean {
  return typeOfId(id) === (source.type ?? 'public');
}

/** The same fact as a property of a source: absent for an article of a help centre. */
export function typeIn(id: string): { readonly type?: UnlistedType } {
  const type = typeOfId(id);
  return type === 'public' ? {} : { type };
}
