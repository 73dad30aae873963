import { blobId } from '../../git/blob-id.ts';
import { collectionFields } from '../../import/format-collection.ts';
import { newFilesIn } from '../../import/new-files.ts';
import { type Outline, type OutlineShelf, toolFiles } from '../../import/tool-files.ts';
import type { RemoteCollection } from '../../model/remote.ts';
import type { ImportRun } from './run.ts';
import type { ImportedText } from './texts.ts';

/** Files of the tool that were left, because others are there: their paths from the configuration on. */
export type LeftToolFiles = readonly string[];

/**
 * Writes the files in which the configuration's tool says what folders are called and what comes after what, none over
 * one that is there.
 *
 * @param ownFolder absolute folder of a run's own files
 */
export async function writeToolFiles(
  run: ImportRun,
  texts: readonly ImportedText[],
  ownFolder: string,
): Promise<LeftToolFiles> {
  const { settings, folder } = run.target;
  const beside = newFilesIn(folder, ownFolder);
  const left: string[] = [];
  for (const { in: where, path, text } of toolFiles(settings.flavour, outlineOf(run, texts))) {
    const bytes = new TextEncoder().encode(text);
    if (where === 'content') await run.journal.append([{ file: path, blob: blobId(bytes) }]);
    const written =
      where === 'content'
        ? await run.files.write(path, bytes, run.journal.blobsOf(path))
        : await beside.write(path, bytes);
    if (written.is === 'left') left.push(where === 'content' ? `${settings.content}/${path}` : path);
  }
  return left;
}

function outlineOf({ chosen, remote, target }: ImportRun, texts: readonly ImportedText[]): Outline {
  const { settings } = target;
  const own = texts.filter(({ locale }) => locale === settings.locale);
  const pagesIn = (parent: string | null) =>
    own
      .filter(
        ({ article }) =>
          (chosen.layout.folders.has(article.remote.parentId ?? '') ? article.remote.parentId : null) === parent,
      )
      .map(({ path, content }) => ({ path, title: content.title }));
  const seen = new Set<string>();
  const shelvesIn = (parent: string | null): readonly OutlineShelf[] =>
    chosen.collections
      .filter((one) => parentOf(one, chosen.collections) === parent)
      .flatMap((collection) => {
        const folder = chosen.layout.folders.get(collection.id);
        if (folder === undefined || seen.has(folder)) return [];
        seen.add(folder);
        const { name, description = '', order } = collectionFields(collection, settings.locale, null);
        const shelf = { folder, name, description, order: order ?? 0 };
        return [{ ...shelf, shelves: shelvesIn(collection.id), pages: pagesIn(collection.id) }];
      });
  return { name: remote.workspace.name, content: settings.content, shelves: shelvesIn(null), pages: pagesIn(null) };
}

function parentOf({ parentId }: RemoteCollection, all: readonly RemoteCollection[]): string | null {
  return all.some(({ id }) => id === parentId) ? parentId : null;
}
