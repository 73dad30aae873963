import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

const gif = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const jpg = Buffer.from(
  'ffd8ffe000104a46494600010100000100010000ffdb004300080606070605080707070909080a0c140d0c0b0b0c1912130f141d1a1f1e1d1a1c1c20242e2720222c231c1c2837292c30313434341f27393d38323c2e333432ffc0000b080001000101011100ffc4001400010000000000000000000000000000000affc40014100100000000000000000000000000000000ffda0008010100003f00d2cf20ffd9',
  'hex',
);
const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"/>');
const webp = Buffer.from('UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==', 'base64');

/**
 * Serves pictures until the test has finished: of the kind that the ending of the name says, with other bytes at every
 * request where it is called `changing`.
 *
 * @returns address without a slash at its end
 */
export async function changingPictures(): Promise<string> {
  let asked = 0;
  const server = createServer(({ url = '' }, answer) => {
    asked += 1;
    const ending = /\.(\w+)(?:\?|$)/.exec(url)?.[1] ?? '';
    const bytes = { gif, jpg, png, svg, webp }[ending] ?? Buffer.from('no picture');
    // What comes after the end of a picture is no part of it, and other bytes all the same.
    answer.end(url.includes('changing') ? Buffer.concat([bytes, Buffer.from(String(asked))]) : bytes);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
