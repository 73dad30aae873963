import { createHash } from 'node:crypto';
import PQueue from 'p-queue';
import { isLoopback } from '../../net/loopback.ts';
import type { Engine } from '../engine.ts';
import { ApiError } from '../http/api-error.ts';
import type { ImageRecord } from '../state/records.ts';
import { keptPath, storedAddress } from './address.ts';
import { baseName, fetchImage } from './fetch.ts';

/** Images fetched at a time. */
const atOnce = 4;

/** The images of one write. Nothing of it is in the workspace until its records are put there. */
export interface AdoptedImages {
  /** Images to be kept that were not before; their bytes are in the store already. */
  readonly records: readonly ImageRecord[];
  /** Stored address of an image, by the address it was sent with. */
  addressOf(source: string): string;
}

/**
 * Takes over the images of a body: fetches those the workspace does not keep yet, and finds those it does.
 *
 * @param sources addresses as sent
 * @throws ApiError 400 when one of them cannot be had: the whole article fails with it
 */
export async function adoptImages(engine: Engine, sources: readonly string[]): Promise<AdoptedImages> {
  const queue = new PQueue({ concurrency: atOnce });
  const distinct = [...new Set(sources)];
  const records = await queue.addAll(distinct.map((source) => () => adopt(engine, source)));
  const bySource = new Map(distinct.map((source, index) => [source, records[index]]));
  return {
    records: records.filter((record) => !engine.world.images.has(record.path)),
    addressOf: (source) => storedAddress(bySource.get(source)?.path ?? ''),
  };
}

async function adopt(engine: Engine, source: string): Promise<ImageRecord> {
  const url = URL.canParse(source) ? new URL(source) : null;
  if (url === null || !['http:', 'https:'].includes(url.protocol)) {
    throw refused(source, 'it is not an absolute http or https address');
  }
  const path = keptPath(url);
  const kept = path === null ? undefined : engine.world.images.get(path);
  if (kept !== undefined) return kept;
  const before = engine.quirks.sameImageAddress === 'old-copy' ? engine.fetched.get(url.href) : undefined;
  if (before !== undefined) return before;
  if (!isLoopback(url) && engine.externalImages === 'accept') return standIn(engine, url, path);
  try {
    const image = await fetchImage(url, engine.quirks.imageTypes, engine.closing);
    await engine.store.putImage(image.sha256, image.bytes);
    const { mediaType, sha256 } = image;
    const record = { path: pathFor(engine, sha256, image.name), sha256, mediaType, bytes: image.bytes.byteLength };
    engine.fetched.set(url.href, record);
    return record;
  } catch (error) {
    throw refused(source, reasonOf(error));
  }
}

/** An image taken without looking at it. Intercom's own copies keep their path, so that reading gives it back. */
function standIn(engine: Engine, url: URL, path: string | null): ImageRecord {
  url.search = '';
  const hash = createHash('sha256').update(`stand-in ${url.href}`).digest('hex');
  const record = { sha256: null, mediaType: 'image/svg+xml', bytes: 0 } as const;
  return { path: path ?? pathFor(engine, hash, `${baseName(url)}.svg`), ...record };
}

/** `/i/o/<workspace>/<ten digits>/<forty hexadecimal digits>/<name>`: the same image under the same name has one path. */
function pathFor(engine: Engine, sha256: string, name: string): string {
  const digits =
    BigInt(`0x${createHash('sha256').update(`${sha256}/${name}`).digest('hex').slice(0, 15)}`) % 10n ** 10n;
  return `/i/o/${engine.world.workspace.idCode}/${String(digits).padStart(10, '1')}/${sha256.slice(0, 40)}/${name}`;
}

function refused(source: string, why: string): ApiError {
  const shown = source.length > 120 ? `${source.slice(0, 120)}…` : source;
  return new ApiError(400, 'parameter_invalid', `Image could not be fetched: ${shown} (${why})`, { field: 'body' });
}

/** Why fetching failed, for a person: the cause of a failed connection says more than "fetch failed". */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return 'it took too long';
  return error.cause instanceof Error && error.cause.message !== '' ? error.cause.message : error.message;
}
