import { afterEach, beforeEach, expect, test } from 'vitest';
import { createWriter, type IntercomWriter, type Wait } from '../../src/intercom/index.ts';
import { type Fault, type LittleIntercom, littleIntercom } from './little-intercom.ts';
import { hurriedOptions } from './test-options.ts';

let intercom: LittleIntercom;
let writer: IntercomWriter;
const limits = { headersMs: 150, attempts: 4 };

beforeEach(async () => {
  intercom = await littleIntercom();
  writer = createWriter(hurriedOptions(intercom.url, { limits }));
});
afterEach(() => intercom.close());

const part = { title: 'T', description: '', body: '<p>B</p>', state: 'published', authorId: '42' } as const;

function fail(method: string, fault: Fault, times = 1): void {
  let left = times;
  intercom.fault = (seen) => (seen.method === method && left-- > 0 ? fault : 'none');
}

const every: readonly Fault[] = [
  'reset-before',
  'reset-after',
  '500-before',
  '502-after',
  'cut-after',
  'silent-after',
  '429',
];

test.each(every)('an update whose answer is lost (%s) is sent again', async (fault) => {
  const id = intercom.addArticle({ title: 'Old', body: '', state: 'draft' });
  fail('PUT', fault);
  const updated = await writer.updateArticle(id, { locales: { en: part } }, 'en');
  expect(updated.locales.en).toMatchObject({ title: 'T', body: '<p class="no-margin">B</p>', state: 'published' });
  expect(writer.requests()).toEqual({ PUT: 2 });
});

test.each(every)('a delete whose answer is lost (%s) is sent again, and 404 then means done', async (fault) => {
  const id = intercom.addArticle({ title: 'Old', body: '', state: 'draft' });
  fail('DELETE', fault);
  await writer.deleteArticle(id);
  expect(intercom.articles.size).toBe(0);
  expect(writer.requests()).toEqual({ DELETE: 2 });
});

test.each(every)('a read whose answer is lost (%s) is sent again', async (fault) => {
  const id = intercom.addArticle({ title: 'Old', body: '', state: 'draft' });
  fail('GET', fault);
  expect(await writer.article(id, 'en')).toMatchObject({ id });
  expect(writer.requests()).toEqual({ GET: 2 });
});

test('an article that is gone already counts as deleted', async () => {
  await writer.deleteArticle('404');
  expect(writer.requests()).toEqual({ DELETE: 1 });
});

test('a delete that is refused is an error', async () => {
  fail('DELETE', '500-before', 99);
  await expect(writer.deleteArticle('5')).rejects.toMatchObject({ status: 500, method: 'DELETE', path: '/articles/5' });
  expect(writer.requests()).toEqual({ DELETE: 4 });
});

test('a collection is updated in place', async () => {
  const write = { name: 'Billing', description: '', parentId: null, translations: {} };
  const { id } = await writer.createCollection({ ...write, helpCentreId: null }, 'en');
  const invoices = { ...write, name: 'Invoices', translations: { fr: { name: 'F' } } };
  const updated = await writer.updateCollection(id, invoices, 'en');
  expect(updated).toMatchObject({ id, name: 'Invoices', translations: { fr: { name: 'F' } } });
  expect(intercom.seen.at(-1)).toMatchObject({ method: 'PUT', path: `/help_center/collections/${id}` });
});

test('the waits between attempts grow, with jitter, and long ones are told', async () => {
  const slept: number[] = [];
  const waits: Wait[] = [];
  const options = hurriedOptions(intercom.url, { limits: { attempts: 6 }, onWait: (wait) => waits.push(wait) }, slept);
  fail('PUT', '500-before', 99);
  await createWriter(options)
    .updateArticle('5', { locales: { en: part } }, 'en')
    .catch(() => undefined);
  // Half of 500, 1,000, 2,000 … since chance always says one half here.
  expect(slept.filter((milliseconds) => milliseconds >= 250)).toEqual([250, 500, 1_000, 2_000, 4_000]);
  expect(waits).toEqual([1_000, 2_000, 4_000].map((milliseconds) => ({ milliseconds, why: 'trouble' })));
});

test('a run that is stopped while it waits to try again ends at once, as cancelled', async () => {
  const stop = new AbortController();
  const options = hurriedOptions(intercom.url, { signal: stop.signal });
  fail('PUT', '500-before', 99);
  const stopping = createWriter({
    ...options,
    sleep: async (milliseconds, signal) => {
      if (milliseconds >= 250) stop.abort();
      await options.sleep(milliseconds, signal);
    },
  });
  const update = stopping.updateArticle('5', { locales: { en: part } }, 'en');
  await expect(update).rejects.toMatchObject({ code: 'cancelled', method: 'PUT' });
  expect(stopping.requests()).toEqual({ PUT: 1 });
});

const collectionWrite = { name: 'Billing', description: '', parentId: null, translations: {} };

/** What each request asks of a workspace where article and collection 1002 and 1003 are. */
const asks: Readonly<
  Record<string, (there: { readonly article: string; readonly collection: string }) => Promise<unknown>>
> = {
  PUT: ({ article }) => writer.updateArticle(article, { locales: { en: part } }, 'en'),
  'PUT collection': ({ collection }) => writer.updateCollection(collection, collectionWrite, 'en'),
  GET: ({ article }) => writer.article(article, 'en'),
  DELETE: ({ article }) => writer.deleteArticle(article),
  POST: () => writer.createArticle({ locales: { en: part } }, 'en'),
  'POST collection': () => writer.createCollection({ ...collectionWrite, name: 'Other', helpCentreId: null }, 'en'),
};

test.each(Object.keys(asks))('an answer to %s about something else is an error', async (what) => {
  intercom.addArticle({ title: 'Another', body: '', state: 'draft' });
  const article = intercom.addArticle({ title: 'Old', body: '', state: 'draft' });
  const { id: collection } = await writer.createCollection({ ...collectionWrite, helpCentreId: null }, 'en');
  intercom.collections.set('1001', { ...intercom.collections.get(collection), id: '1001' } as never);
  await writer.snapshot({ defaultLocale: 'en' });
  const [method] = what.split(' ');
  intercom.fault = (seen) => (seen.method === method && !seen.path.includes('?') ? 'other-id' : 'none');
  await expect(asks[what]?.({ article, collection })).rejects.toMatchObject({
    code: 'wrong-id',
    message: expect.stringMatching(/1001/),
  });
});
