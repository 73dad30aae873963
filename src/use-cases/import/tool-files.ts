import { access } from 'node:fs/promises';
import path from 'node:path';
import { blobId } from '../../git/blob-id.ts';
import { collectionFields } from '../../import/format-collection.ts';
import { newFilesIn } from '../../import/new-files.ts';
import { type ByHand, byHand } from '../../import/tool-files/by-hand.ts';
import type { Outline, OutlinePage, OutlineShelf, OutlineText, ToolFile } from '../../import/tool-files/outline.ts';
import { toolFiles } from '../../import/tool-files/tool-files.ts';
import type { ContentPath, Locale } from '../../model/article.ts';
import type { RemoteCollection } from '../../model/remote.ts';
import type { Positions } from './positions.ts';
import type { ImportRun } from './run.ts';
import type { ImportedText } from './texts.ts';

/** What became of the files of the tool. */
export interface WrittenToolFiles {
  /** Those that were left, because others are there: paths from the configuration on. */
  readonly left: readonly { readonly path: string; readonly holds: string }[];
  readonly byHand: readonly ByHand[];
}

/**
 * Writes the files in which the configuration's tool says what folders are called and what comes after what, none over
 * one that is there.
 *
 * @param ownFolder absolute folder of a run's own files
 */
export async function writeToolFiles(
  run: ImportRun,
  texts: readonly ImportedText[],
  positions: Positions,
  ownFolder: string,
): Promise<WrittenToolFiles> {
  const { settings, folder } = run.target;
  if (texts.length === 0) return { left: [], byHand: [] };
  const known = new Set(Object.values(run.recorded.collections).map((one) => one.folder));
  const beside = newFilesIn(folder, ownFolder);
  const outline = outlineOf(run, texts, positions);
  const left: WrittenToolFiles['left'][number][] = [];
  for (const file of toolFiles(settings.flavour, outline)) {
    const shown = (name: string): string => (file.in === 'content' ? path.posix.join(settings.content, name) : name);
    const { holds = 'the new pages', about } = file;
    // An earlier import has written it.
    if (about !== undefined && known.has(about)) continue;
    const other = await otherThere(file, (name) => path.join(folder, shown(name)));
    if (other !== null) {
      left.push({ path: shown(other), holds });
      continue;
    }
    const bytes = new TextEncoder().encode(file.text);
    if (file.in === 'content') await run.journal.append([{ file: file.path, blob: blobId(bytes) }]);
    const written =
      file.in === 'content'
        ? await run.files.write(file.path, bytes, run.journal.blobsOf(file.path))
        : await beside.write(file.path, bytes);
    if (written.is === 'left') left.push({ path: shown(file.path), holds });
  }
  return { left, byHand: byHand(settings.flavour, outline) };
}

/** The file that is there under another name that its tool has for it; null for none. */
async function otherThere({ alsoNamed = [] }: ToolFile, at: (name: string) => string): Promise<string | null> {
  for (const name of alsoNamed) {
    const isThere = await access(at(name)).then(
      () => true,
      () => false,
    );
    if (isThere) return name;
  }
  return null;
}

function outlineOf(
  { chosen, remote, target }: ImportRun,
  texts: readonly ImportedText[],
  positions: Positions,
): Outline {
  const { settings } = target;
  const own = texts.filter(({ locale }) => locale === settings.locale);
  const others = new Map<ContentPath, ImportedText[]>();
  for (const text of texts) {
    if (text.locale === settings.locale) continue;
    others.set(text.article.key, [...(others.get(text.article.key) ?? []), text]);
  }
  const pagesIn = (parent: string | null): readonly OutlinePage[] =>
    own
      .filter(
        ({ article }) =>
          (chosen.layout.folders.has(article.remote.parentId ?? '') ? article.remote.parentId : null) === parent,
      )
      .map((text) => ({ ...textOf(text), others: inOthers(others.get(text.article.key) ?? []) }));
  const seen = new Set<string>();
  const shelvesIn = (parent: string | null): readonly OutlineShelf[] =>
    chosen.collections
      .filter((one) => parentOf(one, chosen.collections) === parent)
      .flatMap((collection) => {
        const folder = chosen.layout.folders.get(collection.id);
        if (folder === undefined || seen.has(folder)) return [];
        seen.add(folder);
        const { name, description = '', translations } = collectionFields(collection, settings.locale, null);
        const shelf = { folder, name, description, translations, position: positions.folders.get(folder) ?? 1 };
        return [{ ...shelf, shelves: shelvesIn(collection.id), pages: pagesIn(collection.id) }];
      });
  return {
    ...{ name: remote.workspace.name, content: settings.content, locale: settings.locale },
    others: [...new Set([...chosen.sources.values()].flatMap(({ paths }) => [...paths.keys()]))]
      .filter((locale) => locale !== settings.locale)
      .sort(),
    ...{ shelves: shelvesIn(null), pages: pagesIn(null) },
  };
}

const textOf = ({ path: file, content }: ImportedText): OutlineText => ({
  ...{ path: file, title: content.title, isDraft: content.state === 'draft' },
});

function inOthers(texts: readonly ImportedText[]): ReadonlyMap<Locale, OutlineText> {
  return new Map(texts.map((text) => [text.locale, textOf(text)]));
}

function parentOf({ parentId }: RemoteCollection, all: readonly RemoteCollection[]): string | null {
  return all.some(({ id }) => id === parentId) ? parentId : null;
}
