import path from 'node:path';
import { withoutSignature } from '../../body/canonical/url.ts';
import { elementsIn } from '../../body/elements-in.ts';
import { escapeValue } from '../../body/escape.ts';
import { attributeOf } from '../../body/parse.ts';
import { readOwn } from '../../disk/own-file.ts';
import type { ImportJournal } from '../../import/journal.ts';
import { newFilesIn } from '../../import/new-files.ts';
import type { ContentPath, Fingerprint } from '../../model/article.ts';
import type { FileFacts } from '../../model/repository.ts';
import { factsOf } from '../../read/file-facts.ts';
import type { Context } from '../context.ts';
import { imagePlaceOf } from '../import/flavour.ts';
import { importImages } from '../import/images.ts';
import type { Planned } from '../plan-of.ts';
import type { PullNames } from './names.ts';

/** A body that is pulled, and the source that it belongs to. */
export interface PulledText {
  readonly path: ContentPath;
  readonly body: string;
}

/** Images that came with edits. */
export interface PulledImages {
  readonly paths: readonly ContentPath[];
  /** Intercom's own copy of each, for the lockfile. */
  readonly copies: Readonly<Record<Fingerprint, string>>;
  /** What the content folder holds with them. */
  readonly planned: Planned;
  /** Those that could not be had, a sentence each, by the source that shows them. */
  readonly failed: readonly { readonly path: ContentPath; readonly note: string }[];
}

/**
 * Downloads the images that texts show and nobody knows yet, as an import does, and makes them known by their names.
 *
 * @param connection where a run's own files go, and whether the API is on this machine
 */
export async function pullImages(
  context: Context,
  connection: { readonly ownFolder: string; readonly loopback: boolean },
  planned: Planned,
  names: PullNames,
  texts: readonly PulledText[],
): Promise<PulledImages> {
  const unknown = texts.map(({ path: file, body }) => ({ path: file, body: unknownImages(body, names) }));
  if (unknown.every(({ body }) => body === '')) return { paths: [], copies: {}, planned, failed: [] };
  const { settings, folder, repository } = planned.sources;
  const place = imagePlaceOf(settings, folder);
  const files = newFilesIn(place.root, connection.ownFolder);
  const { loopback } = connection;
  const input = {
    texts: unknown,
    settings,
    repository,
    recorded: planned.recorded,
    journal: noJournal,
    files,
    place,
    loopback,
  };
  const images = await importImages(context, input);
  const added = new Map<ContentPath, FileFacts>();
  for (const [key, image] of images.placed) {
    names.addImage(key, image);
    if (repository.files.has(image.path)) continue;
    const file = path.join(place.root, image.path.slice(place.prefix.length));
    added.set(image.path, factsOf(image.path, (await readOwn(file, place.root)) ?? Buffer.alloc(0)));
  }
  const all = { ...repository, files: new Map([...repository.files, ...added]) };
  return {
    paths: [...added.keys()].sort(),
    copies: images.copies,
    planned: { ...planned, sources: { ...planned.sources, repository: all } },
    failed: images.failed.map(({ shownIn, source, reason }) => ({
      path: shownIn,
      note: `the image ${withoutSignature(source)} ${reason}; its address stays in the text`,
    })),
  };
}

/** The images of a body that the content folder does not have, and nothing else of it. */
function unknownImages(body: string, { book }: PullNames): string {
  if (!/<img\b/i.test(body)) return '';
  return elementsIn(body, ['img'])
    .filter((image) => book.image(withoutSignature((attributeOf(image, 'src') ?? '').trim())) === undefined)
    .map((image) => `<img src="${escaped(image, 'src')}" alt="${escaped(image, 'alt')}">`)
    .join('');
}

function escaped(image: Parameters<typeof attributeOf>[0], name: string): string {
  return escapeValue(attributeOf(image, name) ?? '');
}

/** A pull that is cut off begins anew: what it downloaded is found by its content. */
const noJournal: ImportJournal = {
  soFar: { images: new Map(), articles: new Map(), collections: new Map() },
  append: async () => undefined,
  blobsOf: () => new Set(),
  finish: async () => undefined,
};
