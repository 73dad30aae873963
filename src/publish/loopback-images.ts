import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { largestImage } from '../model/largest-image.ts';
import type { ImageType } from '../model/repository.ts';
import { systemReason } from '../model/system-reason.ts';
import { type ImageHost, ImageHostError, type LocalImage } from './image-host.ts';

/**
 * Serves local images on loopback, for an API that runs there too (the sandbox). Only images that a body
 * names are served, each under its hash; the server starts with the first and ends with `close`.
 *
 * @param content absolute content folder
 */
export function loopbackImages(content: string): ImageHost {
  const served = new Map<string, LocalImage>();
  let server: Promise<Server> | null = null;
  const start = (): Promise<Server> =>
    new Promise((resolve, reject) => {
      const started = createServer((request, response) => {
        const image = served.get((request.url ?? '').slice(1));
        if (image === undefined) response.writeHead(404).end();
        // Read anew: what is kept of hundreds of images would be all of them.
        else
          readUnchanged(content, image).then(
            (bytes) =>
              response.writeHead(200, { 'content-type': image.mediaType, 'content-length': bytes.length }).end(bytes),
            () => response.writeHead(409).end(),
          );
      });
      // A connection that is closed while this process is at work would be used once more.
      started.keepAliveTimeout = 0;
      started.once('error', reject);
      started.listen(0, '127.0.0.1', () => resolve(started));
    });
  return {
    isSure: true,
    async urlOf(image) {
      const name = `${image.sha256.slice('sha256-'.length)}${extensionOf(image.mediaType)}`;
      if (!served.has(name)) {
        await readUnchanged(content, image);
        served.set(name, image);
      }
      server ??= start();
      return `http://127.0.0.1:${((await server).address() as AddressInfo).port}/${name}`;
    },
    async close() {
      const started = await server;
      if (started === null) return;
      started.closeAllConnections();
      await new Promise((resolve) => started.close(resolve));
    },
  };
}

/**
 * The bytes of an image, which must be those that were hashed when the sources were read.
 *
 * @throws ImageHostError when the file cannot be read or is another one now
 */
export async function readUnchanged(content: string, image: LocalImage): Promise<Buffer> {
  let bytes: Buffer;
  try {
    bytes = await readUpTo(path.join(content, image.path), largestImage);
  } catch (error) {
    throw new ImageHostError('image-unreadable', `${image.path} cannot be read: ${systemReason(error)}`);
  }
  if (`sha256-${createHash('sha256').update(bytes).digest('hex')}` !== image.sha256) {
    throw new ImageHostError('image-changed', `${image.path} changed while publishing; run again`);
  }
  return bytes;
}

/** @throws where the file has more bytes than that: such an image is refused before, so it is another one now */
async function readUpTo(file: string, most: number): Promise<Buffer> {
  const handle = await open(file, 'r');
  try {
    const { size } = await handle.stat();
    if (size > most) throw new Error(`it has more than ${most / 1e6} MB by now`);
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}

/** File name ending of an image type. */
export function extensionOf(mediaType: ImageType): string {
  const endings = { 'image/png': '.png', 'image/jpeg': '.jpg', 'image/gif': '.gif', 'image/svg+xml': '.svg' } as const;
  return endings[mediaType];
}

/** The host for `images: { host: none }`: every local image is an error. */
export const noImages: ImageHost = {
  isSure: false,
  urlOf: (image) =>
    Promise.reject(
      new ImageHostError(
        'no-image-host',
        `${image.path} is a local image, and Intercom can only fetch images: set "images" in helpcentre.yml`,
      ),
    ),
  close: () => Promise.resolve(),
};
