import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Agent } from 'undici';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type ImageHosts, isAllowed } from '../../../src/import/images/allowed.ts';
import { type Downloading, downloadImages, usualLimits } from '../../../src/import/images/download.ts';
import { type Fetching, fetchImage } from '../../../src/import/images/fetch.ts';
import { wantedImages } from '../../../src/import/images/wanted.ts';
import { factsOf } from '../../../src/read/file-facts.ts';

const png = (seed: number): Buffer =>
  Buffer.concat([
    Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex'),
    Buffer.from([seed]),
  ]);

/** A server on this machine, and what it was asked for. */
async function serve(answer: (path: string, response: ServerResponse, request: IncomingMessage) => void) {
  const asked: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    asked.push(request);
    answer(request.url ?? '', response, request);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(() => resolve(undefined)));
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

function fetching(changes: Partial<Fetching> = {}, hosts: ImageHosts = { configured: [], loopback: true }): Fetching {
  const agent = new Agent();
  onTestFinished(() => agent.destroy());
  return {
    isAllowed: (url) => isAllowed(url, hosts),
    dispatcher: () => agent,
    userAgent: 'test',
    largest: 1000,
    timeout: 5000,
    signal: new AbortController().signal,
    sleep: () => Promise.resolve(),
    ...changes,
  };
}

function downloading(changes: Partial<Downloading> = {}) {
  const written = new Map<string, Uint8Array>();
  const how: Downloading = {
    fetching: fetching(),
    folder: 'images',
    factsOf,
    present: new Map(),
    taken: [],
    write: async (path, bytes) => {
      written.set(path, bytes);
      return null;
    },
    onImage: async () => undefined,
    limits: usualLimits,
    now: Date.now,
    ...changes,
  };
  return { how, written };
}

const shown = (...sources: string[]) =>
  wantedImages([
    { path: 'billing/plans.md', body: sources.map((one) => `<img src="${one.replaceAll('&', '&amp;')}">`).join('') },
  ]);

describe('where images may come from', () => {
  const strict: ImageHosts = { configured: ['assets.example.com', 'cdn.example.com:8443'], loopback: false };
  it.each([
    'https://downloads.intercomcdn.com/i/o/1/a.png?expires=1',
    'https://downloads.eu.intercomcdn.com/i/o/1/a.png',
    'https://acme-f4b.intercom-attachments-7.com/i/o/1/a.png',
    'https://assets.example.com/a.png',
    'https://CDN.example.com:8443/a.png',
  ])('%s is one', (url) => expect(isAllowed(new URL(url), strict)).toBe(true));

  it.each([
    'http://downloads.intercomcdn.com/a.png',
    'https://downloads.intercomcdn.com:8080/a.png',
    'https://downloads.intercomcdn.com.evil.example/a.png',
    'https://evil.example/downloads.intercomcdn.com/a.png',
    'https://downloads.intercomcdn.com@evil.example/a.png',
    'https://user:secret@downloads.intercomcdn.com/a.png',
    'https://cdn.example.com/a.png',
    'http://assets.example.com/a.png',
    'http://127.0.0.1:4110/a.png',
    'http://localhost/a.png',
    'http://[::1]/a.png',
    'http://169.254.169.254/latest/meta-data/',
    'https://10.0.0.1/a.png',
    'file:///etc/passwd',
    'data:image/png;base64,AAAA',
  ])('%s is none', (url) => expect(isAllowed(new URL(url), strict)).toBe(false));

  it('is this machine where the API is on it', () => {
    const hosts = { configured: [], loopback: true };
    expect(isAllowed(new URL('http://127.0.0.1:4110/a.png'), hosts)).toBe(true);
    expect(isAllowed(new URL('http://127.0.0.1.evil.example/a.png'), hosts)).toBe(false);
    expect(isAllowed(new URL('http://192.168.0.1/a.png'), hosts)).toBe(false);
  });
});

describe('one download', () => {
  it('sends no token and no cookie, whoever redirects', async () => {
    const { url, asked } = await serve((path, response) => {
      if (path === '/a') response.writeHead(302, { location: '/b', 'set-cookie': 'a=b' }).end();
      else response.end(png(1));
    });
    expect(await fetchImage(`${url}/a`, fetching())).toEqual({ ok: true, bytes: png(1) });
    expect(asked.map((request) => request.url)).toEqual(['/a', '/b']);
    for (const { headers } of asked)
      expect(Object.keys(headers).sort()).toEqual(['accept', 'connection', 'host', 'user-agent']);
  });

  it.each([
    ['http://10.0.0.1/a.png'],
    ['http://169.254.169.254/latest/meta-data/'],
    ['https://evil.example/a.png'],
    ['file:///etc/passwd'],
  ])('does not follow a redirect to %s', async (location) => {
    const { url } = await serve((_, response) => void response.writeHead(302, { location }).end());
    const fetched = await fetchImage(`${url}/a`, fetching());
    expect(fetched).toMatchObject({ ok: false, reason: expect.stringMatching(/^leads to .*not on a host/) });
  });

  it('does not follow redirects without end', async () => {
    const { url, asked } = await serve((_, response) => void response.writeHead(302, { location: '/again' }).end());
    expect(await fetchImage(`${url}/a`, fetching())).toEqual({ ok: false, reason: 'redirects more than 3 times' });
    expect(asked).toHaveLength(4);
  });

  it('ends where an image has no end', async () => {
    const { url } = await serve((_, response) => {
      const more = (): void => {
        while (!response.destroyed && response.write(Buffer.alloc(200)));
        if (!response.destroyed) response.once('drain', more);
      };
      more();
    });
    expect(await fetchImage(url, fetching())).toEqual({ ok: false, reason: 'has more than 0.001 MB' });
  });

  it('does not begin with one that says it is too large', async () => {
    const { url } = await serve((_, response) => {
      response.writeHead(200, { 'content-length': '5000' }).flushHeaders();
    });
    expect(await fetchImage(url, fetching())).toEqual({ ok: false, reason: 'has more than 0.001 MB' });
  });

  it('ends where a server never does', async () => {
    const { url } = await serve((_, response) => void response.write('x'));
    expect(await fetchImage(url, fetching({ timeout: 50 }))).toEqual({
      ok: false,
      reason: 'took more than 0 s',
      unreached: true,
    });
  });

  it('tries again what may pass, and nothing else', async () => {
    let left = 2;
    const { url, asked } = await serve((path, response) => {
      if (path === '/gone') response.writeHead(404).end();
      else if (left-- > 0) response.writeHead(503).end();
      else response.end(png(1));
    });
    expect(await fetchImage(`${url}/a`, fetching())).toMatchObject({ ok: true });
    expect(asked).toHaveLength(3);
    expect(await fetchImage(`${url}/gone`, fetching())).toEqual({ ok: false, reason: 'answers 404' });
    expect(asked).toHaveLength(4);
  });

  it('says so where a server is not there', async () => {
    const { url } = await serve((_, response) => void response.destroy());
    expect(await fetchImage(url, fetching())).toMatchObject({ ok: false, reason: /^could not be reached/ });
  });
});

describe('the images of an import', () => {
  it('are one file for each content, with names that tell contents apart', async () => {
    const { url, asked } = await serve((path, response) => {
      // The server lies about the type: the bytes say it is a PNG.
      response.setHeader('content-type', 'text/html');
      response.end(
        path.includes('two')
          ? png(2)
          : path.includes('svg')
            ? '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"><script>alert(1)</script></svg>'
            : png(1),
      );
    });
    const { how, written } = downloading();
    const images = wantedImages([
      {
        path: 'billing/plans.fr.md',
        body: `<img src="${url}/1/one.html"><img src="${url}/2/one.png"><img src="${url}/3/two/one.png"><img src="${url}/1/one.html"><img src="${url}/${'a1'.repeat(20)}.png" alt="The Address: form, as it is shown to those who look for it"><img src="${url}/two/0123456789abcdef.png"><img src="${url}/svg/con.png">`,
      },
    ]);
    const { placed, failed, downloaded } = await downloadImages(images, how);
    expect(failed).toEqual([]);
    expect(asked).toHaveLength(6);
    expect(downloaded).toBe(6);
    const hash = [...placed.values()].find((one) => one.path.includes('-'))?.sha256.slice(7, 15);
    expect([...written.keys()]).toEqual(['images/one.png', `images/one-${hash}.png`, 'images/con-image.svg']);
    expect(placed.get(`${url}/2/one.png`)?.path).toBe('images/one.png');
    expect(images.map((image) => image.name)).toEqual([
      'one',
      'one',
      'one',
      'the-address-form-as-it-is-shown-to',
      'plans',
      'con-image',
    ]);
  });

  it('that are there already are not saved again, and no file is written over', async () => {
    const { url } = await serve((path, response) => void response.end(png(path === '/a.png' ? 1 : 2)));
    const facts = factsOf('x', png(1));
    if (facts.kind !== 'image') throw new Error('no image');
    const { how, written } = downloading({
      present: new Map([[facts.sha256, 'pictures/Mine.png']]),
      taken: ['images/B.PNG'],
    });
    const { placed } = await downloadImages(shown(`${url}/a.png`, `${url}/bb/b.png`), how);
    expect(placed.get(`${url}/a.png`)?.path).toBe('pictures/Mine.png');
    expect([...written.keys()]).toHaveLength(1);
    expect([...written.keys()][0]).toMatch(/^images\/plans\.png$|^images\/b-[\da-f]{8}\.png$/);
  });

  it('that cannot be had are named with the reason, and stop no other', async () => {
    const { url } = await serve((path, response) => {
      if (path === '/404.png') response.writeHead(404).end();
      else if (path === '/page.png') response.end('<html>Sign in</html>');
      else if (path === '/webp.png')
        response.end(Buffer.from('524946461a00000057454250565038580a00000000000000000000000000', 'hex'));
      else if (path === '/large.png') response.end(Buffer.alloc(2000));
      else response.end(png(1));
    });
    const { how, written } = downloading();
    const sources = ['/404.png', '/page.png', '/webp.png', '/large.png', '/good.png'].map((path) => url + path);
    const { failed } = await downloadImages(shown(...sources, 'https://elsewhere.example/a.png'), how);
    expect(failed.map(({ source, reason }) => `${source.replace(url, '')} ${reason}`)).toEqual([
      '/404.png answers 404',
      '/page.png is not a PNG, JPEG, GIF or SVG',
      '/webp.png is not a PNG, JPEG, GIF or SVG',
      '/large.png has more than 0.001 MB',
      'https://elsewhere.example/a.png is not on a host that images are taken from',
    ]);
    expect([...written.keys()]).toEqual(['images/good.png']);
  });

  it('are not asked for without end of a host that gives none', async () => {
    const dead = await serve((_, response) => void response.destroy());
    const { url } = await serve((_, response) => void response.end(png(1)));
    const { how } = downloading({ limits: { ...usualLimits, atOnce: 8 } });
    const sources = Array.from({ length: 60 }, (_, index) => `${dead.url}/${index}.png`);
    const { failed, downloaded } = await downloadImages(shown(...sources, `${url}/good.png`), how);
    expect(downloaded).toBe(1);
    expect(new Set(dead.asked.map((request) => request.url)).size).toBe(24);
    expect(failed).toHaveLength(60);
    expect(failed.at(-1)?.reason).toBe('was not downloaded: its host could not be reached 24 times');
  });

  it('are asked for as long as some of them can be had', async () => {
    const { url } = await serve((path, response) => {
      if (/[1-9]\.png$/.test(path)) response.destroy();
      else response.end(png(1));
    });
    const { how } = downloading({ limits: { ...usualLimits, atOnce: 8 } });
    const sources = Array.from({ length: 60 }, (_, index) => `${url}/${index}.png`);
    expect((await downloadImages(shown(...sources), how)).downloaded).toBe(6);
  });

  it('are not more, not larger and do not take longer than an import may', async () => {
    const { url, asked } = await serve((_, response) => void response.end(png(asked.length)));
    const sources = Array.from({ length: 6 }, (_, index) => `${url}/${index}.png`);
    for (const limit of [{ images: 2 }, { bytes: 50 }]) {
      const { how } = downloading({ limits: { ...usualLimits, atOnce: 2, ...limit } });
      const { downloaded, failed } = await downloadImages(shown(...sources), how);
      expect([downloaded, failed.length]).toEqual([2, 4]);
    }
    let now = 0;
    const { how } = downloading({ limits: { ...usualLimits, atOnce: 2, time: 10 }, now: () => (now += 6) });
    expect((await downloadImages(shown(...sources), how)).downloaded).toBe(2);
  });

  it('are in flight a few at a time', async () => {
    let open = 0;
    let most = 0;
    const { url } = await serve((_, response) => {
      open += 1;
      most = Math.max(most, open);
      setTimeout(() => {
        open -= 1;
        response.end(png(1));
      }, 5);
    });
    const { how } = downloading({ limits: { ...usualLimits, atOnce: 3 } });
    await downloadImages(shown(...Array.from({ length: 12 }, (_, index) => `${url}/${index}.png`)), how);
    expect(most).toBe(3);
  });
});
