import { type Addresses, type Decompiled, decompile } from '../dialect/decompile.ts';
import { fittingSpacing } from '../dialect/fitting-spacing.ts';
import { escapeVariables } from '../dialect/variable.ts';
import type { Locale, Spacing } from '../model/article.ts';
import { typeOfId } from '../model/article-type.ts';
import { authorIdOf } from '../model/author-id.ts';
import type { Label } from '../model/reach.ts';
import type { RemoteArticle, RemoteLocale, Teammate } from '../model/remote.ts';
import type { SourceFields } from '../model/repository.ts';
import { hasVariables, type Settings } from '../model/settings.ts';
import { reachFields } from './reach-fields.ts';
import { type OldAddresses, redirectFields } from './redirect-fields.ts';
import { singleLine } from './yaml-text.ts';

/** What turns an article into sources. */
export interface SourceContext {
  readonly settings: Settings;
  readonly teammates: readonly Teammate[];
  /** Audiences of the workspace, where an article has any. */
  readonly audiences?: readonly Label[];
  /** Old addresses that lead to articles, where there are any. */
  readonly redirects?: OldAddresses;
}

/** One locale of an article as a source: front matter and Markdown. */
export interface SourceParts {
  readonly fields: SourceFields;
  readonly decompiled: Decompiled;
}

/**
 * Turns one locale of an article into the parts of a source.
 *
 * @param addresses how links and images are named from where the source stands
 * @param around the spacing that applies to a source that names none
 * @returns null when the article is not there in this locale
 */
export function sourceOf(
  article: RemoteArticle,
  locale: Locale,
  addresses: Addresses,
  context: SourceContext,
  around: Spacing,
): SourceParts | null {
  const content = article.locales[locale];
  if (content === undefined) return null;
  const spacing = fittingSpacing(content.body, addresses, around);
  const fields = {
    ...frontMatterOf(article, content, locale, context),
    ...(spacing === around ? {} : { spacing }),
  };
  return { fields, decompiled: decompile(content.body, addresses, spacing) };
}

/**
 * All that the front matter of one locale of an article says besides its spacing: the fields of its text, how far the
 * article reaches, and addresses that lead to it.
 */
export function frontMatterOf(
  article: RemoteArticle,
  content: RemoteLocale,
  locale: Locale,
  context: SourceContext,
): SourceFields {
  const { state, ...text } = fieldsOf(content, locale, context);
  // What no help centre has is there or not, and has no state.
  const isPublic = typeOfId(article.id) === 'public';
  return {
    ...text,
    ...(isPublic ? (state === undefined ? {} : { state }) : typeFields(article, content, context)),
    ...reachFields(article, locale, context),
    ...redirectFields(article, locale, context),
  };
}

/** What the source of an article says that no help centre has: what it is, and whom it belongs to where not its author. */
function typeFields(
  { id, ownerId = null }: RemoteArticle,
  { authorId }: RemoteLocale,
  { teammates }: SourceContext,
): Pick<SourceFields, 'type' | 'owner'> {
  const isOthers = ownerId !== null && ownerId !== authorId;
  return { type: typeOfId(id), ...(isOthers ? { owner: nameOf(ownerId, teammates) } : {}) };
}

/** The e-mail of a teammate; the id of one whom Intercom does not list (any more). */
function nameOf(id: string, teammates: readonly Teammate[]): string {
  return teammates.find((teammate) => teammate.id === id)?.email || id;
}

/**
 * Front matter of one locale of an article: title, description where there is one, and state and author where they
 * are not what the configuration says. Where the configuration names no author, bylines are left alone and none is
 * written. The author belongs to the article: only its source in the default locale names one.
 */
export function fieldsOf(content: RemoteLocale, locale: Locale, context: SourceContext): SourceFields {
  const { settings } = context;
  const description = written(content.description, settings);
  const author = locale === settings.locale ? authorOf(content.authorId, context) : null;
  return {
    title: written(content.title, settings) || 'Untitled',
    ...(description === '' ? {} : { description }),
    ...(content.state === settings.state ? {} : { state: content.state }),
    ...(author === null ? {} : { author }),
  };
}

/** The e-mail of an author, the id of one whom Intercom does not list (any more); null for the configuration's own. */
function authorOf(authorId: string | null, { settings, teammates }: SourceContext): string | null {
  if (authorId === null || settings.author === null) return null;
  if (authorIdOf(settings.author, teammates) === authorId) return null;
  return nameOf(authorId, teammates);
}

/** A title or description as a source writes it: on one line, and with a backslash before what looks like a variable. */
function written(text: string, settings: Settings): string {
  const line = singleLine(text);
  // Without variables the syntax is off, and a backslash would be shown.
  return hasVariables(settings) ? escapeVariables(line) : line;
}
