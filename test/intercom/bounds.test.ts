import { afterEach, expect, test } from 'vitest';
import { createReader, createWriter } from '../../src/intercom/index.ts';
import type { Limits } from '../../src/intercom/options.ts';
import { endlessly } from '../kit/endless-answer.ts';
import { littleIntercom } from './little-intercom.ts';
import { hurriedOptions } from './test-options.ts';
import { type Handler, json, type TinyServer, tinyServer } from './tiny-server.ts';

let server: TinyServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

const me = { type: 'admin', id: '1', email: 'a@b.c', app: { type: 'app', id_code: 'w1', name: 'W', region: 'US' } };
const row = (id: number) => ({
  ...{ type: 'article', id: String(id), title: `T${id}`, description: '', body: '<p>x</p>', author_id: 1 },
  ...{ state: 'draft', created_at: 1_000, updated_at: 1_000 + id, url: null, parent_id: null, parent_ids: [] },
});

/** A workspace in which only the list of articles is told by the test. */
function workspace(articles: Handler): Handler {
  return (seen, reply, request) => {
    const { pathname } = new URL(seen.path, 'http://x');
    if (pathname === '/me') return json(reply, 200, me);
    if (pathname === '/admins') return json(reply, 200, { type: 'admin.list', admins: [] });
    if (pathname === '/articles') return articles(seen, reply, request);
    return json(reply, 200, {
      type: 'list',
      data: [],
      total_count: 0,
      pages: { page: 1, per_page: 150, total_pages: 0 },
    });
  };
}

const pageIn = (path: string) => Number(new URL(path, 'http://x').searchParams.get('page'));

async function snapshot(articles: Handler, limits: Partial<Limits> = {}) {
  server = await tinyServer(workspace(articles));
  const reader = createReader(hurriedOptions(server.url, { limits }));
  return reader.snapshot({ defaultLocale: 'en' });
}

const asked = () => (server?.seen ?? []).filter(({ path }) => path.startsWith('/articles')).length;

test('a million pages that were promised are not asked for: the first empty one ends the list', async () => {
  const { articles } = await snapshot(({ path }, reply) => {
    const data = pageIn(path) <= 2 ? [row(pageIn(path))] : [];
    json(reply, 200, { data, total_count: 2, pages: { page: 1, per_page: 1, total_pages: 1_000_000 } });
  });
  expect(articles.map(({ id }) => id).sort()).toEqual(['1', '2']);
  expect(asked()).toBeLessThan(100);
});

test('a count of a trillion takes no memory, and the list that does not add up is refused', async () => {
  const read = snapshot(({ path }, reply) => {
    json(reply, 200, { data: pageIn(path) === 1 ? [row(1)] : [], total_count: 1e12, pages: { per_page: 1 } });
  });
  await expect(read).rejects.toMatchObject({ code: 'changed-while-reading' });
  expect(asked()).toBeLessThan(400);
});

test('a count beyond all whole numbers is no count', async () => {
  const read = snapshot((_, reply) => {
    reply.writeHead(200, { 'content-type': 'application/json' });
    reply.end(`{"data":[],"total_count":1e400,"pages":{"per_page":1e300,"total_pages":1e300}}`);
  });
  await expect(read).rejects.toMatchObject({ code: 'unexpected-shape' });
});

test('a page that comes again and again is noticed', async () => {
  const read = snapshot((_, reply) => {
    json(reply, 200, {
      data: [row(1)],
      pages: { page: 1, per_page: 1, next: 'https://api.intercom.io/articles?page=2' },
    });
  });
  await expect(read).rejects.toMatchObject({
    code: 'endless-list',
    message: expect.stringContaining('/articles'),
  });
  expect(asked()).toBeLessThan(100);
});

test('a list that never ends is given up', async () => {
  const read = snapshot(
    ({ path }, reply) => {
      json(reply, 200, { data: [row(pageIn(path))], pages: { page: 1, per_page: 1, next: { page: 2 } } });
    },
    { mostPages: 50 },
  );
  await expect(read).rejects.toMatchObject({ code: 'endless-list' });
  expect(asked()).toBe(50);
});

test('more pages than any help centre has are not read, whatever was promised', async () => {
  const read = snapshot(
    ({ path }, reply) => {
      const data = [row(pageIn(path))];
      json(reply, 200, { data, total_count: 1e9, pages: { page: 1, per_page: 1, total_pages: 1e9 } });
    },
    { mostPages: 50 },
  );
  await expect(read).rejects.toMatchObject({ code: 'endless-list' });
  expect(asked()).toBeLessThanOrEqual(50);
});

test('the address of a next page is never gone to', async () => {
  const elsewhere = await tinyServer((_, reply) => json(reply, 200, {}));
  const { articles } = await snapshot(({ path }, reply) => {
    const data = pageIn(path) <= 3 ? [row(pageIn(path))] : [];
    json(reply, 200, { data, pages: { page: 1, per_page: 1, next: `${elsewhere.url}/articles?page=2` } });
  });
  expect(articles).toHaveLength(3);
  expect(elsewhere.seen).toEqual([]);
  await elsewhere.close();
});

test('an article that stands on two pages is there once', async () => {
  const { articles } = await snapshot(({ path }, reply) => {
    const data = { 1: [row(1), row(2)], 2: [row(2), row(3)] }[pageIn(path)] ?? [];
    json(reply, 200, { data, total_count: 3, pages: { page: 1, per_page: 2, total_pages: 2 } });
  });
  expect(articles.map(({ id }) => id).sort()).toEqual(['1', '2', '3']);
});

const headers = { 'content-type': 'application/json', 'x-request-id': 'request-7' };

test('an answer without end is broken off, and not asked for again', async () => {
  const read = snapshot(
    (_, reply) => {
      reply.writeHead(200, headers);
      void endlessly(reply, ' '.repeat(65_536));
    },
    { bodyBytes: 1_000_000 },
  );
  await expect(read).rejects.toMatchObject({
    code: 'answer-too-large',
    requestId: 'request-7',
    message: expect.stringContaining('more than 1 MB'),
  });
  expect(asked()).toBe(1);
});

test('an answer that says how large it is is not read when that is too much', async () => {
  const read = snapshot(
    (_, reply) => {
      reply.writeHead(200, { ...headers, 'content-length': '90000000' });
      reply.flushHeaders();
    },
    { bodyBytes: 1_000_000 },
  );
  await expect(read).rejects.toMatchObject({ code: 'answer-too-large', requestId: 'request-7' });
});

test('an answer that comes a byte at a time has an end', async () => {
  const read = snapshot(
    (_, reply) => {
      reply.writeHead(200, headers);
      void endlessly(reply, ' ', 10);
    },
    { totalMs: 200 },
  );
  await expect(read).rejects.toMatchObject({ code: 'answer-too-slow', requestId: 'request-7' });
  expect(asked()).toBe(1);
});

test('an error whose body has no end is the error that its status says', async () => {
  const read = snapshot(
    (_, reply) => {
      reply.writeHead(403, headers);
      void endlessly(reply, ' '.repeat(65_536));
    },
    { bodyBytes: 1_000_000 },
  );
  await expect(read).rejects.toMatchObject({ status: 403, requestId: 'request-7' });
});

test('an article that was created with an answer without end is found, and not created twice', async () => {
  const little = await littleIntercom();
  server = little;
  little.fault = ({ method }) => (method === 'POST' ? 'endless-after' : 'none');
  const writer = createWriter(hurriedOptions(little.url, { limits: { bodyBytes: 1_000_000 } }));
  const text = { title: 'New', description: '', body: '<p>x</p>', state: 'draft', authorId: '1' } as const;
  await writer.createArticle({ parentId: null, locales: { en: text } }, 'en');
  expect(little.articles.size).toBe(1);
});

test.each([
  ['retry-after', '99999999999'],
  ['retry-after', 'Fri, 31 Dec 9999 23:59:59 GMT'],
  ['x-ratelimit-reset', '999999999999999'],
])('a rate limit that asks to wait for ever (%s: %s) is waited for within bounds', async (name, value) => {
  const slept: number[] = [];
  let limited = 0;
  server = await tinyServer(
    workspace((_, reply) => {
      limited += 1;
      if (limited > 2) return json(reply, 200, { data: [row(1)], total_count: 1, pages: { total_pages: 1 } });
      const told = { 'x-ratelimit-limit': '10', 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '999999999999' };
      json(reply, 429, {}, { ...told, [name]: value });
    }),
  );
  const reader = createReader(hurriedOptions(server.url, {}, slept));
  expect((await reader.snapshot({ defaultLocale: 'en' })).articles).toHaveLength(1);
  expect(Math.max(...slept)).toBeLessThanOrEqual(120_000);
});
