import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { fetchImage } from '../../src/sandbox/images/fetch.ts';
import { testBed } from './start.ts';

/** One pixel, or one shape, of each type Intercom takes. */
const PICTURES = {
  'dot.png': Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
  'dot.gif': Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64'),
  'dot.svg': Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"><path d="M0 0h4v4z"/></svg>'),
  'dot.jpg': Buffer.from(
    'ffd8ffe000104a46494600010100000100010000ffdb004300080606070605080707070909080a0c140d0c0b0b0c1912130f141d1a1f1e1d1a1c1c20242e2720222c231c1c2837292c30313434341f27393d38323c2e333432ffc0000b080001000101011100ffc4001400010000000000000000000000000000000affc40014100100000000000000000000000000000000ffda0008010100003f00d2cf20ffd9',
    'hex',
  ),
  'page.png': Buffer.from('<!doctype html><title>not an image</title>'),
};

/** Serves pictures on loopback and counts how often each was asked for. */
async function pictures() {
  const asked: string[] = [];
  let open = 0;
  let most = 0;
  const server = createServer((request, answer) => {
    const name = request.url?.slice(1).split('?')[0] ?? '';
    asked.push(name);
    most = Math.max(most, ++open);
    setImmediate(() => {
      open--;
      const bytes = PICTURES[(name.startsWith('many') ? 'dot.png' : name) as keyof typeof PICTURES];
      // The type is told wrong on purpose: it must not matter.
      answer.writeHead(bytes ? 200 : 404, { 'content-type': 'text/plain' }).end(bytes ?? '');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    await new Promise((resolve) => server.close(resolve));
  });
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { base, asked, most: () => most };
}

const sourcesIn = (html: string) =>
  [...html.matchAll(/<img src="([^"]+)"/g)].map(([, source = '']) => source.replaceAll('&amp;', '&'));
const bare = (source: string | undefined) => source?.split('?')[0];

test('an image of this machine is waited for while this process has other work', async () => {
  let asked = 0;
  const server = createServer((_, answer) => {
    asked += 1;
    // Nothing else runs meanwhile, and the time would be up before the answer is looked at.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1200);
    answer.end(PICTURES['dot.png']);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/dot.png`);
  const { name } = await fetchImage(url, ['png'], new AbortController().signal, 1000);
  expect({ name, asked }).toEqual({ name: 'dot.png', asked: 1 });
});

describe('an image in a body', () => {
  test('is fetched when the article is written, and kept under a signed address of the sandbox', async () => {
    const { base, asked } = await pictures();
    const bed = await testBed();
    const { body, workspace_id } = await bed.article({ body: `<p><img src="${base}/dot.png" alt="A dot"></p>` });
    expect(asked).toEqual(['dot.png']);
    const [source = ''] = sourcesIn(body);
    const shape = `^${bed.sandbox.url}/i/o/${workspace_id}/\\d{10}/[0-9a-f]{40}/dot\\.png\\?expires=\\d+&signature=[0-9a-f]{64}&req=[0-9a-f]{20}$`;
    expect(source).toMatch(new RegExp(shape));
    const picture = await fetch(source);
    expect(picture.headers.get('content-type')).toBe('image/png');
    expect(Buffer.from(await picture.arrayBuffer())).toEqual(PICTURES['dot.png']);
  });

  test.each([
    ['dot.png', 'image/png'],
    ['dot.gif', 'image/gif'],
    ['dot.jpg', 'image/jpeg'],
    ['dot.svg', 'image/svg+xml'],
  ])('%s is known by its content', async (name, type) => {
    const { base } = await pictures();
    const bed = await testBed();
    const [source = ''] = sourcesIn((await bed.article({ body: `<img src="${base}/${name}">` })).body);
    expect((await fetch(source)).headers.get('content-type')).toBe(type);
  });

  test.each([
    ['something else', '/page.png', 'it is not a PNG, JPEG, GIF or SVG image'],
    ['nothing', '/none.png', 'the server answered 404'],
  ])('that is %s makes the whole write fail, and changes nothing', async (_, path, reason) => {
    const { base } = await pictures();
    const bed = await testBed();
    const { id, body: before } = await bed.article({ body: '<p>Before</p>' });
    const body = `<img src="${base}/dot.png"><img src="${base}${path}">`;
    for (const answer of [
      await bed.put(`/articles/${id}`, { title: 'After', body }),
      await bed.post('/articles', { title: 'New', author_id: bed.author, body }),
    ]) {
      expect(answer.status).toBe(400);
      expect(answer.body.errors[0]).toMatchObject({ code: 'parameter_invalid', field: 'body' });
      expect(answer.body.errors[0].message).toBe(`Image could not be fetched: ${base}${path} (${reason})`);
    }
    const { data, total_count } = (await bed.get('/articles')).body;
    expect([total_count, data[0].title, data[0].body]).toEqual([1, 'Title', before]);
  });

  test.each(['data:image/png;base64,AAAA', './local.png', '/root.png', 'ftp://example.com/a.png', ''])(
    'at %j is refused',
    async (source) => {
      const bed = await testBed();
      const answer = await bed.post('/articles', { title: 'x', author_id: bed.author, body: `<img src="${source}">` });
      expect(answer.body.errors[0].message).toContain('it is not an absolute http or https address');
    },
  );

  test('that cannot be reached is a 400, on this machine always and elsewhere when it is fetched', async () => {
    const { base } = await pictures();
    const bed = await testBed();
    const write = async (source: string) => {
      const body = `<img src="${base}/dot.png"><img src="${source}">`;
      return (await bed.post('/articles', { title: 'x', author_id: bed.author, body })).status;
    };
    expect(await write('http://127.0.0.1:1/a.png')).toBe(400);
    expect(await write('http://nowhere.invalid/a.png')).toBe(200);
    const fetching = await testBed({ externalImages: 'fetch' });
    const body = '<img src="http://nowhere.invalid/a.png">';
    const answer = await fetching.post('/articles', { title: 'x', author_id: bed.author, body });
    expect([answer.status, fetching.sandbox.world.articles()]).toEqual([400, []]);
  });

  test('is kept once per content and name, however often it is written', async () => {
    const { base } = await pictures();
    const bed = await testBed();
    const one = await bed.article({ body: `<img src="${base}/dot.png"><img src="${base}/dot.png?again">` });
    const two = await bed.article({ body: `<img src="${base}/dot.png">` });
    const paths = [...sourcesIn(one.body), ...sourcesIn(two.body)].map(bare);
    expect(new Set(paths).size).toBe(1);
  });

  test('is fetched a few at a time', async () => {
    const server = await pictures();
    const bed = await testBed();
    const body = Array.from({ length: 20 }, (_, n) => `<img src="${server.base}/many${n}.png">`).join('');
    expect(sourcesIn((await bed.article({ body })).body).length).toBe(20);
    expect(server.asked.length).toBe(20);
    expect(server.most()).toBeLessThanOrEqual(4);
  });
});

describe('the address of a kept image', () => {
  test('is another at every read, and each opens until it expires', async () => {
    let now = Date.UTC(2026, 0, 1);
    const { base } = await pictures();
    const bed = await testBed({ now: () => now });
    const { id, body } = await bed.article({ body: `<img src="${base}/dot.png">` });
    const [first = ''] = sourcesIn(body);
    const [second = ''] = sourcesIn((await bed.get(`/articles/${id}`)).body.body);
    expect(second).not.toBe(first);
    expect(bare(second)).toBe(bare(first));
    expect((await fetch(first)).status).toBe(200);
    now += 31 * 60 * 60 * 1000;
    expect((await fetch(first)).status).toBe(410);
    const [fresh = ''] = sourcesIn((await bed.get(`/articles/${id}`)).body.body);
    expect((await fetch(fresh)).status).toBe(200);
  });

  test('does not open unsigned, or with another signature', async () => {
    const { base } = await pictures();
    const bed = await testBed();
    const [source = ''] = sourcesIn((await bed.article({ body: `<img src="${base}/dot.png">` })).body);
    expect((await fetch(bare(source) ?? '')).status).toBe(403);
    expect((await fetch(source.replace(/expires=\d+/, 'expires=9999999999'))).status).toBe(403);
    expect((await fetch(source.replace('dot.png', 'dot.gif'))).status).toBe(403);
  });

  test('is taken back with its signature, without it, and from another port, and not fetched again', async () => {
    const { base, asked } = await pictures();
    const bed = await testBed();
    const [source = ''] = sourcesIn((await bed.article({ body: `<img src="${base}/dot.png">` })).body);
    const path = new URL(source).pathname;
    for (const sent of [
      source,
      bare(source),
      `http://localhost:1${path}`,
      `https://downloads.intercomcdn.com${path}`,
    ]) {
      const { body } = await bed.article({ body: `<img src="${sent}">` });
      expect(sourcesIn(body).map(bare)).toEqual([bare(source)]);
    }
    expect(asked).toEqual(['dot.png']);
  });

  test('has Intercom’s host where that is asked for', async () => {
    const bed = await testBed({ quirks: { imageHost: 'intercom' } });
    const { body } = await bed.article({ body: '<img src="https://example.com/a.png">' });
    expect(body).toContain('<img src="https://downloads.intercomcdn.com/i/o/');
  });
});

describe('an image elsewhere', () => {
  test('is taken without fetching it, and shown as a stand-in', async () => {
    const bed = await testBed();
    const { body } = await bed.article({ body: '<img src="https://example.com/a%20%3Cb%3E.png?x=1">' });
    const picture = await fetch(sourcesIn(body)[0] ?? '');
    expect(picture.headers.get('content-type')).toBe('image/svg+xml');
    expect(picture.headers.get('content-security-policy')).toContain('sandbox');
    expect(await picture.text()).toMatch(/^<svg [\s\S]*a-b-/);
  });

  test('of Intercom’s own keeps its path, so that a body read elsewhere can be written here', async () => {
    const bed = await testBed();
    const path = '/i/o/other123/3752712905/9a75537b3d0d81b2e975e842893f49f230524008/image.png';
    const { body } = await bed.article({ body: `<img src="https://downloads.intercomcdn.com${path}?expires=1">` });
    expect(sourcesIn(body).map(bare)).toEqual([bed.sandbox.url + path]);
  });
});
