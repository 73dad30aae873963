import { afterEach, beforeEach, expect, test } from 'vitest';
import { createReader, createWriter, type Exchange, type IntercomReader } from '../../src/intercom/index.ts';
import { IntercomError, type WorkspaceWriter } from '../../src/model/workspace.ts';
import { type LittleIntercom, littleIntercom } from './little-intercom.ts';
import { hurriedOptions, secret } from './test-options.ts';
import { errorList, json, tinyServer } from './tiny-server.ts';

let intercom: LittleIntercom;
beforeEach(async () => {
  intercom = await littleIntercom();
});
afterEach(() => intercom.close());

test('a reader has no way to write, neither for the compiler nor at run time', () => {
  const reader = createReader(hurriedOptions(intercom.url));
  // @ts-expect-error: a reader is no writer.
  const writer: WorkspaceWriter = reader;
  expect(Object.keys(writer).sort()).toEqual([
    'article',
    'audiences',
    'close',
    'drafts',
    'redirects',
    'requests',
    'snapshot',
    'statistics',
    'tags',
    'unlisted',
    'version',
    'versions',
  ]);
});

test('a snapshot holds the whole workspace, in as few requests as there are pages', async () => {
  for (let at = 0; at < 320; at += 1) intercom.addArticle({ title: `Article ${at}`, body: '<p>B</p>', state: 'draft' });
  const writer = createWriter(hurriedOptions(intercom.url));
  const top = { name: 'Billing', description: '', parentId: null, translations: {}, helpCentreId: '79' };
  const { id } = await writer.createCollection(top, 'en');
  await writer.createCollection({ ...top, name: 'Invoices', parentId: id, helpCentreId: null }, 'en');

  const reader = createReader(hurriedOptions(intercom.url));
  const remote = await reader.snapshot({ defaultLocale: 'en' });
  expect(remote.workspace).toEqual({ id: 'abc12345', name: 'Acme', region: 'us', tokenOwnerId: '1' });
  expect(remote.articles).toHaveLength(320);
  expect(new Set(remote.articles.map((article) => article.id)).size).toBe(320);
  expect(remote.collections.map((one) => one.helpCentreId)).toEqual(['79', '79']);
  expect(remote.teammates).toEqual([{ id: '1', name: 'Ada', email: 'ada@example.com' }]);
  expect(remote.helpCentres).toEqual([]);
  // The owner, teammates, help centres, one page of collections, and three of articles: this server gives 150 each.
  expect(reader.requests()).toEqual({ GET: 7 });
  expect(JSON.parse(JSON.stringify(remote))).toEqual(remote);
});

test('token, version and media type go with every request, and no body with a GET', async () => {
  const reader = createReader(hurriedOptions(intercom.url, { version: '2.12' }));
  await reader.snapshot({ defaultLocale: 'en' });
  expect(intercom.seen[0]?.path).toBe('/me');
  for (const { headers, body } of intercom.seen) {
    expect(headers).toMatchObject({
      authorization: `Bearer ${secret}`,
      'intercom-version': '2.12',
      accept: 'application/json',
    });
    expect(headers['content-type']).toBeUndefined();
    expect(body).toBeUndefined();
  }
  const lists = intercom.seen.map((seen) => seen.path).filter((path) => path.includes('?'));
  expect(lists.sort()).toEqual(['/articles?page=1&per_page=250', '/help_center/collections?page=1&per_page=150']);
});

test('connections are kept alive', async () => {
  let connections = 0;
  intercom.server.on('connection', () => {
    connections += 1;
  });
  const reader = createReader(hurriedOptions(intercom.url, { concurrency: 2 }));
  for (let at = 0; at < 10; at += 1) await reader.article('1', 'en');
  expect(connections).toBeLessThanOrEqual(2);
  await reader.close();
});

test('an article that does not exist is null', async () => {
  const reader = createReader(hurriedOptions(intercom.url));
  expect(await reader.article('404', 'en')).toBeNull();
  const id = intercom.addArticle({ title: 'There', body: '', state: 'published' });
  expect(await reader.article(id, 'de')).toMatchObject({
    id,
    defaultLocale: 'de',
    locales: { de: { title: 'There' } },
  });
});

test('an id cannot reach beyond its place in the path', async () => {
  const reader = createReader(hurriedOptions(intercom.url));
  await reader.article('../me?x=#', 'en').catch(() => undefined);
  expect(intercom.seen[0]?.path).toBe('/articles/..%2Fme%3Fx%3D%23');
});

test('a token that is refused is one error after one request', async () => {
  const server = await tinyServer((_seen, reply) =>
    json(reply, 401, errorList('unauthorized', 'Access Token Invalid')),
  );
  const reader = createReader(hurriedOptions(server.url));
  await expect(reader.snapshot({ defaultLocale: 'en' })).rejects.toMatchObject({ status: 401, code: 'unauthorized' });
  expect(server.seen).toHaveLength(1);
  await server.close();
});

test('when one list fails its own error is told, not that the others were stopped', async () => {
  intercom.addArticle({ title: 'A', state: 'draft' });
  const server = await tinyServer((seen, reply) => {
    if (seen.path === '/me') return json(reply, 200, { id: '1', app: { id_code: 'a', name: 'n', region: 'US' } });
    if (seen.path === '/admins') return json(reply, 403, errorList('forbidden', 'Read admins is missing'));
    setTimeout(() => json(reply, 200, { data: [], pages: null, total_count: 0 }), 50);
  });
  const reader = createReader(hurriedOptions(server.url));
  await expect(reader.snapshot({ defaultLocale: 'en' })).rejects.toMatchObject({ status: 403, path: '/admins' });
  await server.close();
});

test('a list that keeps changing is an error that says so', async () => {
  let turn = 0;
  const server = await tinyServer((seen, reply) => {
    if (seen.path === '/me') return json(reply, 200, { id: '1', app: { id_code: 'a', name: 'n', region: 'US' } });
    if (seen.path === '/admins') return json(reply, 200, { admins: [] });
    if (seen.path.startsWith('/help_center')) return json(reply, 200, { data: [], pages: null });
    turn += 1;
    const pages = { type: 'pages', page: 1, per_page: 1, total_pages: 2 };
    json(reply, 200, { data: [{ id: '1', title: 'same' }], pages, total_count: 1 + (turn % 3) });
  });
  const reader = createReader(hurriedOptions(server.url, { limits: { listAttempts: 3 } }));
  const error = await reader.snapshot({ defaultLocale: 'en' }).catch((reason: unknown) => reason);
  expect(error).toMatchObject({ code: 'changed-while-reading', path: '/articles' });
  expect(error).toMatchObject({
    message: expect.stringMatching(/kept changing while it was read \(3 times; .*Run it again/),
  });
  await server.close();
});

test('every exchange is told, with nothing secret in it', async () => {
  const exchanges: Exchange[] = [];
  const server = await tinyServer((seen, reply) => {
    const headers = { 'x-ratelimit-limit': '100', 'x-ratelimit-remaining': '55', 'x-ratelimit-reset': '1' };
    json(reply, seen.path.endsWith('404') ? 404 : 200, { id: '5' }, headers);
  });
  const options = hurriedOptions(server.url, { onExchange: (exchange) => exchanges.push(exchange) });
  const reader = createReader(options);
  await reader.article('5', 'en');
  await reader.article('404', 'en');
  expect(exchanges).toMatchObject([
    { method: 'GET', path: '/articles/5', status: 200, remaining: 55 },
    { method: 'GET', path: '/articles/404', status: 404, remaining: 55 },
  ]);
  expect(exchanges.every((one) => one.milliseconds >= 0)).toBe(true);
  expect(JSON.stringify(exchanges)).not.toContain(secret);
  await server.close();
});

const stopped = async (reader: IntercomReader, signal?: AbortSignal) => {
  const snapshot = reader.snapshot(signal === undefined ? { defaultLocale: 'en' } : { defaultLocale: 'en', signal });
  const error = await snapshot.catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(IntercomError);
  expect(error).toMatchObject({ code: 'cancelled', status: null });
};

test('after an abort of the run nothing is sent any more', async () => {
  const stop = new AbortController();
  const reader = createReader(hurriedOptions(intercom.url, { signal: stop.signal }));
  intercom.fault = () => {
    stop.abort();
    return 'none';
  };
  await stopped(reader);
  expect(intercom.seen).toHaveLength(1);
  await expect(reader.article('5', 'en')).rejects.toMatchObject({ code: 'cancelled' });
  expect(intercom.seen).toHaveLength(1);
});

test('a snapshot can be stopped alone', async () => {
  const stop = new AbortController();
  const reader = createReader(hurriedOptions(intercom.url));
  intercom.fault = () => {
    stop.abort();
    return 'none';
  };
  await stopped(reader, stop.signal);
  expect(await reader.article('404', 'en')).toBeNull();
});
