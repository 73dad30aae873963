import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { ImageType } from '../model.ts';
import { type ImageHost, ImageHostError, type LocalImage } from './image-host.ts';

/**
 * Serves local images on loopback, for an API that runs there too (the sandbox). Only images that a body
 * names are served, each under its hash; the server starts with the first and ends with `close`.
 *
 * @param content absolute content folder
 */
export function loopbackImages(content: string): ImageHost {
  const served = new Map<string, { readonly bytes: Buffer; readonly mediaType: string }>();
  let server: Promise<Server> | null = null;
  const start = (): Promise<Server> =>
    new Promise((resolve, reject) => {
      const started = createServer((request, response) => {
        const image = served.get((request.url ?? '').slice(1));
        if (image === undefined) response.writeHead(404).end();
        else
          response
            .writeHead(200, { 'content-type': image.mediaType, 'content-length': image.bytes.length })
            .end(image.bytes);
      });
      started.once('error', reject);
      started.listen(0, '127.0.0.1', () => resolve(started));
    });
  return {
    async urlOf(image) {
      const name = `${image.sha256.slice('sha256-'.length)}${extensionOf(image.mediaType)}`;
      if (!served.has(name))
        served.set(name, { bytes: await readUnchanged(content, image), mediaType: image.mediaType });
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
    bytes = await readFile(path.join(content, image.path));
  } catch (error) {
    throw new ImageHostError('image-unreadable', `${image.path} cannot be read: ${(error as Error).message}`);
  }
  if (`sha256-${createHash('sha256').update(bytes).digest('hex')}` !== image.sha256) {
    throw new ImageHostError('image-changed', `${image.path} changed while publishing; run again`);
  }
  return bytes;
}

/** File name ending of an image type. */
export function extensionOf(mediaType: ImageType): string {
  const endings = { 'image/png': '.png', 'image/jpeg': '.jpg', 'image/gif': '.gif', 'image/svg+xml': '.svg' } as const;
  return endings[mediaType];
}

/** The host for `images: { host: none }`: every local image is an error. */
export const noImages: ImageHost = {
  urlOf: (image) =>
    Promise.reject(
      new ImageHostError(
        'no-image-host',
        `${image.path} is a local image, and Intercom can only fetch images: set "images" in helpcentre.yml`,
      ),
    ),
  close: () => Promise.resolve(),
};

/**
 * A host that already serves the repository's files: `images: { host: url, template }`.
 *
 * @param template a URL with `{path}` (percent-encoded, inside the content folder) or `{sha}` (64 hexadecimal digits)
 */
export function templateImages(template: string): ImageHost {
  return {
    urlOf: (image) =>
      Promise.resolve(
        template
          .replaceAll('{path}', image.path.split('/').map(encodeURIComponent).join('/'))
          .replaceAll('{sha}', image.sha256.slice('sha256-'.length)),
      ),
    close: () => Promise.resolve(),
  };
}
