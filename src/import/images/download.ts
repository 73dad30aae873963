import type { ContentPath, Fingerprint } from '../../model/article.ts';
import type { FileFacts, ImageType } from '../../model/repository.ts';
import { folded } from '../slug.ts';
import { type Fetched, type Fetching, fetchImage } from './fetch.ts';
import type { WantedImage } from './wanted.ts';

/** An image that is in the content folder. */
export interface PlacedImage {
  readonly path: ContentPath;
  readonly sha256: Fingerprint;
}

/** An image that is not: its address stays in the text. */
export interface FailedImage {
  readonly source: string;
  readonly shownIn: ContentPath;
  /** Goes on after the address: `answers 404`. */
  readonly reason: string;
}

/** What downloading takes. */
export interface Downloading {
  readonly fetching: Fetching;
  /** What bytes are: never told by a name or by what a server says. */
  readonly factsOf: (path: ContentPath, bytes: Uint8Array) => FileFacts;
  /** Images that are there already, by content. */
  readonly present: Map<Fingerprint, ContentPath>;
  /** Where they go, from the content folder on. */
  readonly folder: ContentPath;
  /** All paths that are taken. */
  readonly taken: Iterable<ContentPath>;
  /** Writes a new file; says why it could not. */
  readonly write: (path: ContentPath, bytes: Uint8Array) => Promise<string | null>;
  /** Told of each image, whatever became of it. */
  readonly onImage: (image: WantedImage, placed: PlacedImage | null) => Promise<void>;
  readonly limits: DownloadLimits;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/** How much is downloaded in one run. */
export interface DownloadLimits {
  readonly atOnce: number;
  readonly images: number;
  readonly bytes: number;
  /** Milliseconds. */
  readonly time: number;
}

/** What an import downloads at most: far more than a help centre has, and an end to what has none. */
export const usualLimits: DownloadLimits = { atOnce: 8, images: 20_000, bytes: 4e9, time: 3_600_000 };

/** What became of the images. */
export interface Downloaded {
  /** By key. */
  readonly placed: ReadonlyMap<string, PlacedImage>;
  readonly failed: readonly FailedImage[];
  /** How many were downloaded; the rest was there. */
  readonly downloaded: number;
}

/**
 * Downloads images into their folder, each once. Two addresses with the same content are one file; two contents with
 * the same name are told apart by a piece of their hash. Names are given in the order of the list, so that they do not
 * depend on which download ends first.
 */
export async function downloadImages(wanted: readonly WantedImage[], how: Downloading): Promise<Downloaded> {
  const placed = new Map<string, PlacedImage>();
  const failed: FailedImage[] = [];
  const taken = new Set([...how.taken].map(folded));
  const started = how.now();
  const misses = new Map<string, number>();
  let bytes = 0;
  let downloaded = 0;
  for (let start = 0; start < wanted.length; start += how.limits.atOnce) {
    const batch = wanted.slice(start, start + how.limits.atOnce);
    const isOver = start >= how.limits.images || bytes >= how.limits.bytes || how.now() - started >= how.limits.time;
    const fetched = await Promise.all(
      batch.map(async (image): Promise<Fetched> => {
        if (isOver) return { ok: false, reason: overLimit };
        const missed = misses.get(hostOf(image)) ?? 0;
        return missed < mostMissed ? fetchImage(image.source, how.fetching) : { ok: false, reason: givenUp };
      }),
    );
    for (const [index, image] of batch.entries()) {
      const result = fetched[index];
      if (result === undefined) continue;
      noteMiss(misses, image, result);
      if (result.ok) bytes += result.bytes.length;
      const made = result.ok ? await place(image, result.bytes, taken, how) : result.reason;
      if (typeof made === 'string') failed.push({ source: image.source, shownIn: image.shownIn, reason: made });
      else {
        placed.set(image.key, made);
        downloaded += 1;
      }
      await how.onImage(image, typeof made === 'string' ? null : made);
    }
  }
  return { placed, failed, downloaded };
}

const overLimit = 'was not downloaded: there are more images, or larger ones, than one import takes';

/** Images in a row that a host did not give; no more of it are asked for then. */
const mostMissed = 24;
const givenUp = `was not downloaded: its host could not be reached ${mostMissed} times`;

function hostOf({ source }: WantedImage): string {
  return URL.canParse(source) ? new URL(source).host : '';
}

function noteMiss(misses: Map<string, number>, image: WantedImage, result: Fetched): void {
  if (!result.ok && result.reason === givenUp) return;
  const isMiss = !result.ok && result.unreached === true;
  misses.set(hostOf(image), isMiss ? (misses.get(hostOf(image)) ?? 0) + 1 : 0);
}

/** Puts an image into its folder. @returns where it is, or why it is not */
async function place(
  image: WantedImage,
  bytes: Uint8Array,
  taken: Set<string>,
  how: Downloading,
): Promise<PlacedImage | string> {
  const facts = how.factsOf('image', bytes);
  if (facts.kind !== 'image') return 'is not a PNG, JPEG, GIF or SVG';
  const { sha256 } = facts;
  const there = how.present.get(sha256);
  if (there !== undefined) return { path: there, sha256 };
  const path = freePath(`${how.folder}/${image.name}`, endings[facts.mediaType], sha256, taken);
  const refusal = await how.write(path, bytes);
  if (refusal !== null) return `could not be saved: ${refusal}`;
  how.present.set(sha256, path);
  return { path, sha256 };
}

const endings: Readonly<Record<ImageType, string>> = {
  'image/png': '.png',
  'image/jpeg': '.jpg',
  'image/gif': '.gif',
  'image/svg+xml': '.svg',
};

function freePath(name: string, ending: string, sha256: Fingerprint, taken: Set<string>): ContentPath {
  const hash = sha256.slice('sha256-'.length, 'sha256-'.length + 8);
  for (let number = 0; ; number += 1) {
    const told = number === 0 ? '' : `-${hash}${number === 1 ? '' : `-${number}`}`;
    const path = `${name}${told}${ending}`;
    if (taken.has(folded(path))) continue;
    taken.add(folded(path));
    return path;
  }
}
