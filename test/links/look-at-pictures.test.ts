import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openPictures, type PictureOptions, type PictureState } from '../../src/links/look-at-pictures.ts';
import { pictureType } from '../../src/read/file-facts.ts';
import { type Behaviour, forms, hangsUp, pictures, sends, silent, status } from '../kit/pictures.ts';
import { type LoopbackWeb, startWeb } from './loopback-web.ts';

/** Looks at pictures without waiting; the waits that there would have been are noted. */
async function look(urls: readonly string[], more: Partial<PictureOptions> = {}) {
  const waits: number[] = [];
  const looker = openPictures({
    userAgent: 'test/1',
    signal: new AbortController().signal,
    sleep: (milliseconds) => {
      waits.push(milliseconds);
      return Promise.resolve();
    },
    typeOf: pictureType,
    ...more,
    bounds: { gapMs: 0, ...more.bounds },
  });
  const states = await Promise.all([...new Set(urls)].map((one) => looker.look(one)));
  await looker.close();
  return { states: states.map(shown), waits };
}

const shown = (state: PictureState): string =>
  state.is === 'picture' ? `${state.type} ${state.bytes}` : `${state.is}: ${state.reason}`;

/** A web with one picture at `http://a.example/p`. */
async function webWith(behaviour: Behaviour, once?: Behaviour) {
  const server = pictures();
  server.set('/p', behaviour, once);
  return { server, web: await startWeb({ answer: server.answer }) };
}

const url = 'http://a.example/p';

describe('what an answer is', () => {
  test.each<[string, Behaviour, string]>([
    ['a PNG', sends(forms.png, 'image/png'), `image/png ${forms.png.length}`],
    ['a GIF', sends(forms.gif, 'image/gif'), `image/gif ${forms.gif.length}`],
    ['the beginning of a JPEG', sends(forms.jpegBeginning, 'image/jpeg'), 'image/jpeg 20'],
    ['an SVG behind a prologue', sends(forms.svg, 'image/svg+xml'), `image/svg+xml ${forms.svg.length}`],
    ['an SVG without a size', sends(forms.svgWithoutSize, 'text/plain'), 'image/svg+xml 46'],
    [
      'a packed SVG',
      sends(forms.packedSvg, 'image/svg+xml', { 'content-encoding': 'gzip' }),
      `image/svg+xml ${forms.packedSvg.length}`,
    ],
    ['a WebP', sends(forms.webp, 'image/webp'), `image/webp ${forms.webp.length}`],
    ['a PNG that is called a text', sends(forms.png, 'text/plain'), `image/png ${forms.png.length}`],
    ['a PNG that is called nothing', sends(forms.png, ''), `image/png ${forms.png.length}`],
    ['a packing nobody knows', sends('?', 'image/png', { 'content-encoding': 'zstd' }), 'image/png 1'],
    [
      'a page that is called a PNG',
      sends(forms.page, 'image/png'),
      'broken: answers with a web page, not with a picture, although its server calls it image/png',
    ],
    ['a page', sends(forms.page, 'text/html'), 'broken: answers with a web page, not with a picture'],
    ['a text', sends('Not found', 'text/plain'), 'broken: answers with something else, not with a picture'],
    ['nothing', sends('', 'image/png'), 'broken: is empty'],
    ['no content', status(204), 'broken: answers 204'],
    ['not there', status(404), 'broken: answers 404'],
    ['gone', status(410), 'broken: answers 410'],
    ['forbidden', status(403), 'broken: answers 403'],
    [
      'too much',
      (response) => response.writeHead(200, { 'content-length': '30000000' }).write(forms.png),
      'broken: has 30.0 MB, and the limit is 20 MB',
    ],
    ['a circle', status(302, { location: '/p' }), 'broken: redirects more than 5 times'],
    ['a way inside', status(302, { location: 'http://10.0.0.1/' }), 'unknown: leads to an address that is not public'],
  ])('%s', async (_, behaviour, expected) => {
    const { web } = await webWith(behaviour);
    expect(await look([url], { web: web.parts })).toEqual({ states: [expected], waits: [] });
  });

  test('a picture behind a redirect, asked for with GET alone', async () => {
    const { server, web } = await webWith(status(301, { location: 'https://b.example/q' }));
    server.set('/q', sends(forms.png, 'image/png'));
    expect((await look([url], { web: web.parts })).states).toEqual([`image/png ${forms.png.length}`]);
    expect(web.requests).toEqual(['GET a.example/p', 'GET b.example/q']);
  });

  test('a picture without end is read at its beginning alone', async () => {
    let sent = 0;
    const { web } = await webWith((response) => {
      response.writeHead(200, { 'content-type': 'image/png' }).write(forms.png);
      const more = (): void => {
        sent += 1;
        if (!response.destroyed) response.write(Buffer.alloc(16_384), more);
      };
      more();
    });
    expect((await look([url], { web: web.parts })).states).toEqual(['image/png null']);
    expect(sent).toBeLessThan(1_000);
  });
});

describe('what may pass', () => {
  const good = sends(forms.png, 'image/png');
  const isThere = `image/png ${forms.png.length}`;
  test.each<[string, Behaviour, Behaviour, string, readonly number[]]>([
    ['trouble once', status(500), good, isThere, [500]],
    ['a hang-up once', hangsUp, good, isThere, [500]],
    ['throttled once', status(429, { 'retry-after': '7' }), good, isThere, [7_000]],
    ['throttled once without a word', status(429), good, isThere, [500]],
    ['throttled until a date', status(503, dated(5)), good, isThere, [5_000]],
    ['trouble always', status(502), status(502), 'broken: answers 502', [500, 1_000]],
    ['throttled always', status(429), status(429), 'broken: answers 429', [500, 1_000]],
    ['throttled for an hour', status(429, { 'retry-after': '3600' }), good, 'broken: answers 429', []],
    ['hang-ups always', hangsUp, hangsUp, 'unknown: could not be reached (UND_ERR_SOCKET)', [500, 1_000]],
  ])('%s', async (_, once, then, expected, waits) => {
    const { web } = await webWith(then, once);
    expect(await look([url], { web: web.parts })).toEqual({ states: [expected], waits });
  });

  test('a server that never answers is unknown', async () => {
    const { web } = await webWith(silent);
    const bounds = { requestMs: 20, tries: 1 };
    expect((await look([url], { web: web.parts, bounds })).states).toEqual(['unknown: did not answer in time']);
  });

  test('when the time is up, the rest is left', async () => {
    const { web } = await webWith(silent);
    const signal = AbortSignal.timeout(20);
    expect((await look([url], { web: web.parts, signal })).states).toEqual([
      'unknown: was not looked at: time ran out',
    ]);
  });
});

function dated(seconds: number): Readonly<Record<string, string>> {
  const date = Date.UTC(2026, 0, 1);
  return { date: new Date(date).toUTCString(), 'retry-after': new Date(date + seconds * 1_000).toUTCString() };
}

describe('many pictures', () => {
  test('an address is asked for once, whatever its fragment', async () => {
    const { web } = await webWith(sends(forms.png, 'image/png'));
    const { states } = await look([url, `${url}#a`, url], { web: web.parts });
    expect(states).toHaveLength(2);
    expect(web.requests).toHaveLength(1);
  });

  test('two at once of a host, eight of all', async () => {
    const now = new Map<string, number>();
    let most = 0;
    let mostOfOne = 0;
    const web = await startWeb({
      answer: (request, response) => {
        const host = request.headers.host ?? '';
        now.set(host, (now.get(host) ?? 0) + 1);
        most = Math.max(
          most,
          [...now.values()].reduce((sum, one) => sum + one, 0),
        );
        mostOfOne = Math.max(mostOfOne, now.get(host) ?? 0);
        setTimeout(() => {
          now.set(host, (now.get(host) ?? 0) - 1);
          sends(forms.png, 'image/png')(response);
        }, 5);
      },
    });
    const urls = Array.from({ length: 40 }, (_, index) => `http://${'abcd'[index % 4]}.example/${index}`);
    await look(urls, { web: web.parts });
    expect([mostOfOne, most]).toEqual([2, 8]);
  });

  test('a host that is throttled rests with all of its pictures, and others go on', async () => {
    const served = pictures();
    const web = await startWeb({ answer: served.answer });
    for (const path of ['/1', '/2', '/3', '/q']) served.set(path, sends(forms.png, 'image/png'));
    served.set('/1', sends(forms.png, 'image/png'), status(429, { 'retry-after': '9' }));
    let wake: () => void = () => undefined;
    const sleep = (): Promise<void> => new Promise((resolve) => (wake = resolve));
    const urls = ['http://a.example/1', 'http://a.example/2', 'http://a.example/3', 'http://b.example/q'];
    const looking = look(urls, { web: web.parts, sleep, bounds: { perHost: 1 } });
    await expect.poll(() => served.asked.toSorted()).toEqual(['/1', '/q']);
    wake();
    expect((await looking).states).toEqual(urls.map(() => `image/png ${forms.png.length}`));
    expect(served.asked).toHaveLength(5);
  });

  test('a host that throttles without an end is given up', async () => {
    const web = await startWeb({ answer: (_, response) => status(429)(response) });
    const urls = Array.from({ length: 30 }, (_, index) => `http://a.example/${index}`);
    const { states } = await look(urls, { web: web.parts, bounds: { perHost: 1 } });
    expect(states.filter((state) => state === 'broken: answers 429')).toHaveLength(4);
    expect(new Set(states).size).toBe(2);
    expect(web.requests).toHaveLength(12);
  });
});

describe('addresses that are not asked for', () => {
  test.each([
    ['http://127.0.0.1:1/a.png', 'broken: is not public, so Intercom cannot fetch it'],
    ['http://localhost/a.png', 'broken: is not public, so Intercom cannot fetch it'],
    ['http://[::1]/a.png', 'broken: is not public, so Intercom cannot fetch it'],
    ['http://10.0.0.1/a.png', 'broken: is not public, so Intercom cannot fetch it'],
    ['http://inside.example/a.png', 'unknown: leads to an address that is not public'],
    ['http://me:secret@a.example/a.png', 'unknown: holds a user name or password'],
    ['http://a.example:8443/a.png', 'unknown: has the port 8443; only 80 and 443 are looked at'],
    ['data:image/png;base64,AAAA', 'broken: is not on the web'],
    ['images/a.png', 'broken: is no valid address'],
    ['http://missing.example/a.png', 'broken: has a name that does not exist'],
  ])('%s', async (address, expected) => {
    const names = { 'inside.example': ['192.168.1.1'], 'missing.example': 'ENOTFOUND' };
    const web = await startWeb({ names });
    expect((await look([address], { web: web.parts })).states).toEqual([expected]);
    expect(web.requests).toEqual([]);
  });

  test('where no name is found, no picture is called broken', async () => {
    const names = { 'a.example': 'ENOTFOUND', 'example.com': 'ENOTFOUND' };
    const web: LoopbackWeb = await startWeb({ names });
    expect((await look([url], { web: web.parts })).states).toEqual([
      'unknown: could not be looked up: this machine cannot look up any name',
    ]);
  });

  test('this machine only where the API is on it', async () => {
    const served = pictures();
    served.set('/p', sends(forms.png, 'image/png'));
    const server = createServer(served.answer);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const here = `http://127.0.0.1:${(server.address() as AddressInfo).port}/p`;
    expect((await look([here])).states).toEqual(['broken: is not public, so Intercom cannot fetch it']);
    expect(served.asked).toEqual([]);
    expect((await look([here], { loopback: true })).states).toEqual([`image/png ${forms.png.length}`]);
  });
});
