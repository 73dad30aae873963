import type { ApiVersion } from '../model/api-version.ts';
import type { Locale } from '../model/article.ts';
import type { RemoteArticle } from '../model/remote.ts';
import type { ArticleWrite, CollectionWrite } from '../model/workspace.ts';
import { parentOf } from './from-wire.ts';
import type { WireArticle, WireCollection } from './wire.ts';

/**
 * Whether an article nobody knows could be the one a write created. Title, parent and state are kept as they were
 * sent; the body is rewritten, so of it only the rough amount of text is compared.
 *
 * @param row from the list
 * @param write what was sent
 */
export function couldBeArticle(
  row: WireArticle,
  write: ArticleWrite,
  reading: { readonly version: ApiVersion; readonly defaultLocale: Locale },
): boolean {
  const sent = write.locales[reading.defaultLocale];
  const parents = row.parent_ids ?? [parentOf(row, reading.version)].filter((parent) => parent !== null);
  const sameParent = write.parentId ? parents.includes(write.parentId) : parents.length === 0;
  return (
    sent !== undefined &&
    sameParent &&
    plain(row.title) === plain(sent.title) &&
    (row.state === 'published') === (sent.state === 'published') &&
    similarAmount(row.body, sent.body)
  );
}

/** The same for an internal article or a snippet, which has a title and a text. */
export function couldBeUnlisted({ locales, defaultLocale }: RemoteArticle, write: ArticleWrite): boolean {
  const [there, sent] = [locales[defaultLocale], write.locales[defaultLocale]];
  return plain(there?.title) === plain(sent?.title) && similarAmount(there?.body, sent?.body);
}

/**
 * Whether a collection nobody knows could be the one a write created: same name, same parent.
 *
 * @param row from the list
 * @param write what was sent
 */
export function couldBeCollection(row: WireCollection, write: CollectionWrite): boolean {
  return plain(row.name) === plain(write.name) && (row.parent_id ?? null) === write.parentId;
}

function plain(text: string | null | undefined): string {
  return (text ?? '').normalize('NFC').replace(/\s+/g, ' ').trim();
}

function similarAmount(left: string | null | undefined, right: string | null | undefined): boolean {
  const [a, b] = [amountOfText(left), amountOfText(right)];
  return Math.abs(a - b) <= 64 + Math.max(a, b) / 4;
}

function amountOfText(html: string | null | undefined): number {
  return (html ?? '')
    .replace(/<[^>]*>/g, '')
    .replace(/&[a-z0-9#]+;/gi, '.')
    .replace(/\s+/g, '').length;
}
