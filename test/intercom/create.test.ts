import { afterEach, beforeEach, expect, test } from 'vitest';
import { createWriter, type IntercomWriter } from '../../src/intercom/index.ts';
import { type ArticleWrite, IntercomError } from '../../src/model/workspace.ts';
import { type Fault, type LittleIntercom, littleIntercom } from './little-intercom.ts';
import { hurriedOptions } from './test-options.ts';
import { errorList, json, tinyServer } from './tiny-server.ts';

let intercom: LittleIntercom;
let writer: IntercomWriter;
const limits = { headersMs: 150, lookMs: [100, 200], lookAfterTimeOutMs: [100, 200, 300], attempts: 4 };

beforeEach(async () => {
  intercom = await littleIntercom();
  writer = createWriter(hurriedOptions(intercom.url, { limits }));
});
afterEach(() => intercom.close());

const article = (title: string, more: Partial<ArticleWrite> = {}, body = '<p>Some text</p>'): ArticleWrite => ({
  parentId: '18',
  locales: { en: { title, description: '', body, state: 'draft', authorId: '42' } },
  ...more,
});

/** The first so many posts go wrong. */
function failPosts(fault: Fault, times = 1): void {
  let left = times;
  intercom.fault = (seen) => (seen.method === 'POST' && left-- > 0 ? fault : 'none');
}

const posts = () => intercom.seen.filter((seen) => seen.method === 'POST').length;
const titles = () => [...intercom.articles.values()].map((stored) => stored.fields.title);

test.each<Fault>(['reset-after', '502-after', 'cut-after', 'html-after', 'silent-after'])(
  'a create whose answer is lost (%s) is found in the list and not sent again',
  async (fault) => {
    failPosts(fault);
    const created = await writer.createArticle(article('New'), 'en');
    expect(posts()).toBe(1);
    expect(titles()).toEqual(['New']);
    expect(intercom.articles.has(created.id)).toBe(true);
    expect(created.locales.en?.body).toBe('<p class="no-margin">Some text</p>');
  },
);

test.each<Fault>(['reset-before', '500-before', '429'])(
  'a create that did not happen (%s) is sent again, once',
  async (fault) => {
    failPosts(fault);
    const created = await writer.createArticle(article('New'), 'en');
    expect(posts()).toBe(2);
    expect([...intercom.articles.keys()]).toEqual([created.id]);
  },
);

test('a collection goes before the articles that wait already, since others wait for it', async () => {
  const one = createWriter(hurriedOptions(intercom.url, { limits, concurrency: 1 }));
  await one.snapshot({ defaultLocale: 'en' });
  const articles = ['A', 'B', 'C'].map((title) => one.createArticle(article(title), 'en'));
  const write = { name: 'Urgent', description: '', parentId: null, translations: {}, helpCentreId: null };
  await Promise.all([...articles, one.createCollection(write, 'en')]);
  const sent = intercom.seen.filter(({ method }) => method === 'POST').map(({ path }) => path);
  expect(sent).toEqual(['/articles', '/help_center/collections', '/articles', '/articles']);
});

test('a create that shows only a little later is still found', async () => {
  const options = hurriedOptions(intercom.url, { limits });
  const patient = createWriter({
    ...options,
    sleep: async (milliseconds, signal) => {
      await options.sleep(milliseconds, signal);
      if (milliseconds === 200) await new Promise((resolve) => setTimeout(resolve, 100));
    },
  });
  failPosts('late-create');
  const created = await patient.createArticle(article('New'), 'en');
  expect([...intercom.articles.keys()]).toEqual([created.id]);
  expect(posts()).toBe(1);
});

test('an older article that looks the same is not taken for the new one', async () => {
  const twin = { title: 'New', body: '<p>Some text</p>', state: 'draft', parent_id: 18 };
  const old = intercom.addArticle(twin);
  await writer.snapshot({ defaultLocale: 'en' });
  failPosts('reset-before');
  const created = await writer.createArticle(article('New'), 'en');
  expect(created.id).not.toBe(old);
  expect(intercom.articles.size).toBe(2);
});

test('without a snapshot the newest articles are noted before the first create, once for many', async () => {
  const old = intercom.addArticle({ title: 'A', body: '<p>Some text</p>', state: 'draft', parent_id: 18 });
  failPosts('reset-before');
  const created = await Promise.all(['A', 'B', 'C'].map((title) => writer.createArticle(article(title), 'en')));
  expect(new Set([old, ...created.map((one) => one.id)]).size).toBe(4);
  expect(intercom.seen.filter((seen) => seen.path === '/articles?page=1&per_page=50')).toHaveLength(1);
});

test.each([
  ['another parent', { parent_id: 19 }],
  ['no parent', { parent_id: undefined }],
  ['another state', { state: 'published' }],
  ['another title', { title: 'Newer' }],
  ['far more text', { body: `<p>${'word '.repeat(200)}</p>` }],
])('an article somebody else makes at the same moment is not taken for ours: %s', async (_what, differs) => {
  let left = 1;
  intercom.fault = (seen) => {
    if (seen.method !== 'POST' || left-- === 0) return 'none';
    intercom.addArticle({ title: 'New', body: '<p>Some text</p>', state: 'draft', parent_id: 18, ...differs });
    return 'reset-before';
  };
  const created = await writer.createArticle(article('New'), 'en');
  expect(posts()).toBe(2);
  expect(intercom.articles.size).toBe(2);
  expect(intercom.articles.get(created.id)?.fields.body).toBe('<p>Some text</p>');
});

test('articles with one title and parent, created together with answers lost, get an id each', async () => {
  let number = 0;
  const faults: Fault[] = ['reset-after', 'reset-before', 'cut-after', '500-before', 'none', '502-after'];
  intercom.fault = (seen) => (seen.method === 'POST' ? (faults[number++ % faults.length] ?? 'none') : 'none');
  const created = await Promise.all(
    Array.from({ length: 12 }, (_, at) => writer.createArticle(article('Overview', {}, `<p>Text ${at}</p>`), 'en')),
  );
  expect(new Set(created.map((one) => one.id)).size).toBe(12);
  expect(intercom.articles.size).toBe(12);
  for (const [at, { id }] of created.entries()) {
    expect(intercom.articles.get(id)?.fields.body).toBe(`<p>Text ${at}</p>`);
  }
});

test('an article pushed off the newest page by other writes is still found', async () => {
  for (let at = 0; at < 400; at += 1) intercom.addArticle({ title: `Old ${at}`, state: 'draft' });
  await writer.snapshot({ defaultLocale: 'en' });
  let left = 1;
  intercom.fault = (seen) => {
    if (seen.method === 'GET' && left === 0) {
      left -= 1;
      for (let at = 0; at < 200; at += 1) intercom.addArticle({ title: `Other ${at}`, state: 'draft' });
    }
    return seen.method === 'POST' && left-- > 0 ? 'reset-after' : 'none';
  };
  const created = await writer.createArticle(article('New'), 'en');
  expect(posts()).toBe(1);
  expect(intercom.articles.get(created.id)?.fields.title).toBe('New');
});

test('when looking fails too, nothing is sent again and the error says that nobody knows', async () => {
  await writer.snapshot({ defaultLocale: 'en' });
  intercom.fault = () => 'reset-after';
  const error = await writer.createArticle(article('New'), 'en').catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(IntercomError);
  expect(error).toMatchObject({ method: 'POST', path: '/articles', code: 'no-answer' });
  expect(error).toMatchObject({ message: expect.stringMatching(/It is not known whether it was created/) });
  expect(posts()).toBe(1);
});

test('a run that is stopped before the look is cancelled, and says that nobody knows', async () => {
  const stop = new AbortController();
  const stopping = createWriter(hurriedOptions(intercom.url, { limits, signal: stop.signal }));
  intercom.fault = (seen) => {
    if (seen.method !== 'POST') return 'none';
    stop.abort();
    return 'reset-after';
  };
  await expect(stopping.createArticle(article('New'), 'en')).rejects.toMatchObject({
    code: 'cancelled',
    method: 'POST',
    message: expect.stringMatching(/not known whether it was created: Stopped before/),
  });
  expect(posts()).toBe(1);
});

test('a create that never gets through is given up after so many attempts', async () => {
  failPosts('500-before', 99);
  await expect(writer.createArticle(article('New'), 'en')).rejects.toMatchObject({ status: 500 });
  expect(posts()).toBe(4);
  expect(intercom.articles.size).toBe(0);
});

test('a create that is refused is an error at once', async () => {
  const server = await tinyServer((seen, reply) => {
    if (seen.method === 'GET') return json(reply, 200, { data: [], total_count: 0, pages: null });
    json(reply, 400, errorList('parameter_not_found', 'author_id must be in the main body'));
  });
  const refused = createWriter(hurriedOptions(server.url)).createArticle(article('New'), 'en');
  await expect(refused).rejects.toMatchObject({ status: 400, code: 'parameter_not_found' });
  expect(server.seen.filter((seen) => seen.method === 'POST')).toHaveLength(1);
  await server.close();
});

const collection = (name: string, parentId: string | null = null) => ({
  name,
  description: '',
  parentId,
  translations: {},
  helpCentreId: null,
});

test.each<[Fault, number]>([
  ['reset-after', 1],
  ['502-after', 1],
  ['silent-after', 1],
  ['reset-before', 2],
])('a collection whose answer is lost (%s) exists once, after %i requests', async (fault, requests) => {
  failPosts(fault);
  const created = await writer.createCollection(collection('Billing'), 'en');
  expect([...intercom.collections.keys()]).toEqual([created.id]);
  expect(posts()).toBe(requests);
});

test('a section is not mistaken for one of the same name elsewhere, nor for an older one', async () => {
  const top = await writer.createCollection(collection('Billing'), 'en');
  const older = await writer.createCollection(collection('Invoices', top.id), 'en');
  failPosts('reset-before');
  const created = await writer.createCollection(collection('Invoices'), 'en');
  failPosts('reset-after');
  const another = await writer.createCollection(collection('Invoices', top.id), 'en');
  expect(new Set([top.id, older.id, created.id, another.id]).size).toBe(4);
  expect(intercom.collections.size).toBe(4);
  expect(intercom.collections.get(another.id)?.fields.parent_id).toBe(top.id);
});
