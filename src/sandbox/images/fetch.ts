import { createHash } from 'node:crypto';
import { imageSize } from 'image-size';
import { largestImage } from '../../model/largest-image.ts';
import type { ImageType } from '../../model/quirks.ts';
import { deadlineIn, deadlineWhileFree } from '../../net/deadline.ts';
import { isLoopback } from '../../net/loopback.ts';
import type { ImageRecord } from '../state/records.ts';

/** Longest wait for an image, in milliseconds. */
const downloadTimeout = 10_000;

const mediaTypes = {
  png: 'image/png',
  jpg: 'image/jpeg',
  gif: 'image/gif',
  svg: 'image/svg+xml',
  webp: 'image/webp',
} as const;
const endings = {
  'image/png': '.png',
  'image/jpeg': '.jpg',
  'image/gif': '.gif',
  'image/svg+xml': '.svg',
  'image/webp': '.webp',
} as const;

/** An image that was fetched. */
export interface FetchedImage {
  readonly bytes: Uint8Array;
  readonly sha256: string;
  readonly mediaType: ImageRecord['mediaType'];
  /** File name, from the address, with the ending of its type. */
  readonly name: string;
}

/**
 * Fetches an image as Intercom does when an article is saved: bounded in size and time, its type told by its
 * content and not by what the server or the name says.
 *
 * @param signal ends the download
 * @param patience longest wait in milliseconds
 * @throws Error with a clause as message when it cannot be had, or is of no type that is taken
 */
export async function fetchImage(
  url: URL,
  taken: readonly ImageType[],
  signal: AbortSignal,
  patience = downloadTimeout,
): Promise<FetchedImage> {
  // What publishes, and serves its images, may be this process.
  const deadline = (isLoopback(url) ? deadlineWhileFree : deadlineIn)(signal, patience);
  const bytes = await get(url, deadline.signal).finally(deadline.clear);
  const mediaType = mediaTypeOf(bytes, taken);
  const name = `${baseName(url)}${endings[mediaType]}`;
  return { bytes, sha256: createHash('sha256').update(bytes).digest('hex'), mediaType, name };
}

async function get(url: URL, signal: AbortSignal): Promise<Uint8Array> {
  const response = await fetch(url, { signal, redirect: 'follow' });
  if (!response.ok) {
    await response.body?.cancel();
    throw new Error(`the server answered ${response.status}`);
  }
  return await readBounded(response);
}

async function readBounded(response: Response): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > largestImage) throw new Error(`it is larger than ${largestImage / 1e6} MB`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function mediaTypeOf(bytes: Uint8Array, taken: readonly ImageType[]): FetchedImage['mediaType'] {
  let type: string | undefined;
  try {
    type = imageSize(bytes).type;
  } catch {
    // Not an image, or a broken one: the sentence below says all there is to say.
  }
  const known = taken.find((one) => one === type);
  if (known === undefined) throw new Error(`it is not a ${typeNames(taken)} image`);
  return mediaTypes[known];
}

const spoken: Readonly<Record<ImageType, string>> = { png: 'PNG', jpg: 'JPEG', gif: 'GIF', svg: 'SVG', webp: 'WebP' };

function typeNames(taken: readonly ImageType[]): string {
  return new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(taken.map((type) => spoken[type]));
}

/** Last segment of a path without its ending, reduced to what is safe in a path. */
export function baseName(url: URL): string {
  const last = url.pathname.split('/').at(-1) ?? '';
  let name = last;
  try {
    name = decodeURIComponent(last);
  } catch {
    // Not percent-encoding: taken as it is.
  }
  const safe = name
    .replace(/\.[a-z0-9]{1,5}$/i, '')
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .slice(0, 80);
  return safe === '' || /^\.+$/.test(safe) ? 'image' : safe;
}
