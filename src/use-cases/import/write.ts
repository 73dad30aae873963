import { blobId } from '../../git/blob-id.ts';
import { collectionFields, formatCollection } from '../../import/format-collection.ts';
import { markOf } from '../../import/layout.ts';
import type { NewFiles } from '../../import/new-files.ts';
import { oldAddresses } from '../../import/redirect-fields.ts';
import { redirectLines } from '../../import/redirect-lines.ts';
import type { ContentPath } from '../../model/article.ts';
import type { RemoteCollection } from '../../model/remote.ts';
import { redirectsName } from '../../read/redirect-lines.ts';
import { startProgress } from '../progress.ts';
import type { ImportedImages } from './images.ts';
import type { Positions } from './positions.ts';
import type { ImportRun } from './run.ts';
import type { ImportSpacings } from './spacings.ts';
import { type ImportedText, textMaker } from './texts.ts';

/** Writes a `_collection.yml` for each collection. One that is there is left: it says what the collection is. */
export async function writeCollections(run: ImportRun, spacings: ImportSpacings): Promise<void> {
  const { chosen, files, journal } = run;
  const folders = new Set<ContentPath>();
  for (const collection of chosen.collections) {
    const folder = chosen.layout.folders.get(collection.id);
    if (folder === undefined || folders.has(folder)) continue;
    folders.add(folder);
    const file = `${folder}/_collection.yml`;
    const bytes = new TextEncoder().encode(textOf(collection, folder, run, spacings.said));
    await journal.append([{ file, blob: blobId(bytes), collection: collection.id }]);
    await files.write(file, bytes, journal.blobsOf(file));
  }
}

/** Writes `redirects.yml` where old addresses lead to collections. One that is there is left, unless it says just that. */
export async function writeRedirects(
  { remote, chosen, target }: ImportRun,
  files: NewFiles,
): Promise<'written' | 'left' | 'none'> {
  const { folders } = chosen.layout;
  const text = redirectLines(remote, chosen.collections, folders, target.settings.locale);
  if (text === null) return 'none';
  const { is } = await files.write(redirectsName, new TextEncoder().encode(text));
  return is === 'left' ? 'left' : 'written';
}

function textOf(
  collection: RemoteCollection,
  folder: ContentPath,
  { target, remote, centres, present }: ImportRun,
  spacings: ImportSpacings['said'],
): string {
  const { collections } = present.repository;
  const mark = markOf(collection, { helpCentres: remote.helpCentres, main: centres.main, present: collections });
  const spacing = spacings.get(folder);
  const fields = collectionFields(collection, target.settings.locale, mark);
  return formatCollection(spacing === undefined ? fields : { ...fields, spacing });
}

/** The texts of an import in their best form, and what makes others of them. */
export interface MadeTexts {
  readonly texts: readonly ImportedText[];
  readonly make: ReturnType<typeof textMaker>;
  /** Articles with a file in their way, which are not imported. */
  readonly inTheWay: readonly { readonly id: string; readonly path: ContentPath; readonly reason: string }[];
}

/** Makes all texts. An article with a file in its way is left out whole, and no text links to it as to a file. */
export async function makeTexts(
  run: ImportRun,
  images: ImportedImages,
  { around }: Pick<ImportSpacings, 'around'>,
  positions: Positions,
): Promise<MadeTexts> {
  const { chosen, target, remote, files, journal } = run;
  const inTheWay: MadeTexts['inTheWay'][number][] = [];
  const sources = new Map(chosen.sources);
  const { teammates, audiences = [] } = remote;
  const redirects = oldAddresses(remote, chosen.centreOf);
  const context = { settings: target.settings, teammates, audiences, redirects };
  for (;;) {
    const make = textMaker({ context, sources, images: images.placed, spacingAround: around, positions });
    const articles = chosen.articles.filter(({ remote: { id } }) => sources.has(id));
    const texts = madeAll(run, make, articles);
    const before = inTheWay.length;
    for (const text of texts) {
      const { id } = text.article.remote;
      const reason = sources.has(id) ? await files.inTheWay(text.path, text.bytes, journal.blobsOf(text.path)) : null;
      if (reason === null) continue;
      inTheWay.push({ id, path: text.path, reason });
      sources.delete(id);
    }
    if (inTheWay.length === before) return { texts, make, inTheWay };
  }
}

function madeAll(
  { context: surroundings }: ImportRun,
  make: MadeTexts['make'],
  articles: readonly ImportedText['article'][],
): readonly ImportedText[] {
  const wanted = articles.flatMap((article) => [...article.paths].map(([locale, path]) => ({ article, locale, path })));
  const progress = startProgress(surroundings, wanted.length, 'texts');
  const texts = wanted.map(({ article, locale, path }) => {
    progress.step(path);
    return madeOf(make, article, locale);
  });
  progress.end();
  return texts;
}

/** The best form; where reading a body fails, which is our own mistake, the one that only copies it. */
function madeOf(make: MadeTexts['make'], article: ImportedText['article'], locale: string): ImportedText {
  try {
    return make(article, locale, 'markdown');
  } catch {
    return make(article, locale, 'html');
  }
}

/** How many files are written at once. */
const atOnce = 32;

/** Writes texts, each noted before it is written. */
export async function writeTexts(run: ImportRun, texts: readonly ImportedText[]): Promise<void> {
  const { context, files, journal } = run;
  const progress = startProgress(context, texts.length, 'texts');
  try {
    for (let start = 0; start < texts.length; start += atOnce) {
      if (context.host.signal.aborted) return;
      const batch = texts.slice(start, start + atOnce);
      await journal.append(
        batch.map(({ path: file, blob, article, locale }) => ({
          file,
          blob,
          ...(locale === run.target.settings.locale ? { article: article.remote.id } : {}),
        })),
      );
      const written = await Promise.allSettled(
        batch.map((text) => files.write(text.path, text.bytes, journal.blobsOf(text.path))),
      );
      for (const [index, result] of written.entries()) {
        if (result.status === 'rejected') throw result.reason;
        progress.step(batch[index]?.path ?? '');
      }
    }
  } finally {
    progress.end();
  }
}
