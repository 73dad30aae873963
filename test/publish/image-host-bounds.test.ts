import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { githubImages } from '../../src/publish/github-images.ts';
import type { LocalImage } from '../../src/publish/image-host.ts';
import { s3Images } from '../../src/publish/s3-images.ts';
import { factsOf } from '../../src/read/file-facts.ts';
import { type Handler, type TinyServer, tinyServer } from '../intercom/tiny-server.ts';
import { endlessly } from '../kit/endless-answer.ts';
import { makeRepository } from '../kit/repository.ts';

const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"></svg>';

let server: TinyServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

function picture(): LocalImage {
  const facts = factsOf('a.svg', Buffer.from(svg));
  if (facts.kind !== 'image') throw new Error('the picture is no image');
  return facts;
}

async function githubAnswering(handler: Handler, timeout?: number): Promise<string> {
  server = await tinyServer(handler);
  const { dir } = await makeRepository({ 'content/a.svg': svg });
  const host = githubImages({
    apiUrl: server.url,
    repository: 'o/r',
    commit: 'c'.repeat(40),
    token: 'secret',
    content: path.join(dir, 'content'),
    env: {},
    pathInRepository: 'content',
    ...(timeout === undefined ? {} : { timeout }),
  });
  return host.urlOf(picture());
}

test("GitHub's answer on an image is broken off when it has no end", async () => {
  const url = githubAnswering((_, reply) => {
    reply.writeHead(200);
    void endlessly(reply, ' '.repeat(65_536));
  });
  await expect(url).rejects.toMatchObject({ code: 'upload-failed' });
});

test("GitHub's answer on an image is not waited for without end", async () => {
  const url = githubAnswering((_, reply) => {
    reply.writeHead(200);
    void endlessly(reply, ' ', 10);
  }, 200);
  await expect(url).rejects.toMatchObject({ code: 'upload-failed' });
});

/** An S3 server would answer a PUT with nothing; this one does what the test says. */
async function bucketAnswering(status: number, timeout?: number, every = 0): Promise<string> {
  server = await rawServer(status, every);
  const { dir } = await makeRepository({ 'content/a.svg': svg });
  const host = s3Images({
    settings: { host: 's3', bucket: 'b', region: 'us-east-1', endpoint: server.url, prefix: '' },
    env: { AWS_ACCESS_KEY_ID: 'k', AWS_SECRET_ACCESS_KEY: 's' },
    content: path.join(dir, 'content'),
    ...(timeout === undefined ? {} : { timeout }),
  });
  return host.urlOf(picture());
}

/** The little server takes bodies for JSON, and an image is none. */
async function rawServer(status: number, every: number): Promise<TinyServer> {
  const made = await tinyServer(() => undefined);
  made.server.removeAllListeners('request');
  made.server.on('request', (request, reply) => {
    request.resume();
    reply.writeHead(status);
    void endlessly(reply, every === 0 ? ' '.repeat(65_536) : ' ', every);
  });
  return made;
}

test("a bucket's refusal without end is a refusal", async () => {
  await expect(bucketAnswering(403)).rejects.toMatchObject({
    code: 'upload-failed',
    message: expect.stringContaining('status 403'),
  });
});

test("a bucket's answer a byte at a time is not waited for without end", async () => {
  await expect(bucketAnswering(403, 200, 10)).rejects.toMatchObject({ code: 'upload-failed' });
});

test('a bucket is sent four images at once, so that thirty of 20 MB are never all in memory', async () => {
  let inFlight = 0;
  let most = 0;
  server = await tinyServer(() => undefined);
  server.server.removeAllListeners('request');
  server.server.on('request', (request, reply) => {
    request.resume();
    inFlight += 1;
    most = Math.max(most, inFlight);
    setTimeout(() => {
      inFlight -= 1;
      reply.writeHead(200).end();
    }, 20);
  });
  const names = Array.from({ length: 30 }, (_, at) => `${at}.svg`);
  const textOf = (name: string): string => svg.replace('<svg', `<svg id="i${name}"`);
  const { dir } = await makeRepository(Object.fromEntries(names.map((name) => [`content/${name}`, textOf(name)])));
  const host = s3Images({
    settings: { host: 's3', bucket: 'b', region: 'eu-west-1', endpoint: server.url, prefix: '' },
    env: { AWS_ACCESS_KEY_ID: 'a', AWS_SECRET_ACCESS_KEY: 'secret' },
    content: path.join(dir, 'content'),
  });
  const images = names.map((name) => factsOf(name, Buffer.from(textOf(name))));
  await Promise.all(images.map((image) => (image.kind === 'image' ? host.urlOf(image) : expect.fail(image.kind))));
  await host.close();
  expect(most).toBe(4);
});
