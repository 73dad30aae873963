import type { ContentPath, Locale } from '../model/article.ts';
import { byCodeUnit } from '../model/by-code-unit.ts';
import type { Remote, RemoteCollection } from '../model/remote.ts';
import { yamlText } from './yaml-text.ts';

/**
 * `redirects.yml` for the old addresses that lead to collections: those of articles stand in their front matter.
 *
 * @param folderOf folder of an imported collection, by its id
 * @param defaultLocale of the sources: what an address leads to that does not say its language
 * @returns null where there are none
 */
export function redirectLines(
  { redirects = [], helpCentres }: Pick<Remote, 'redirects' | 'helpCentres'>,
  collections: readonly RemoteCollection[],
  folderOf: ReadonlyMap<string, ContentPath>,
  defaultLocale: Locale,
): string | null {
  const byId = new Map(collections.map((collection) => [collection.id, collection]));
  const lines = redirects.flatMap(({ targetType, targetId, address, helpCentreId, locale }) => {
    const collection = targetType === 'collection' ? byId.get(targetId) : undefined;
    const folder = folderOf.get(targetId);
    if (collection === undefined || folder === undefined) return [];
    const home = helpCentres.find(({ id }) => id === helpCentreId)?.url ?? '';
    const from = collection.helpCentreId === helpCentreId ? address : `${home}${address}`;
    const said = address.split('/').find((part) => Object.hasOwn(collection.translations, part)) ?? defaultLocale;
    return [{ from, redirectTo: folder, ...(said === locale ? {} : { locale }) }];
  });
  if (lines.length === 0) return null;
  const sorted = lines.sort((a, b) => byCodeUnit(a.from, b.from));
  return sorted.map((line) => `- ${yamlText(line).trimEnd().replaceAll('\n', '\n  ')}\n`).join('');
}
