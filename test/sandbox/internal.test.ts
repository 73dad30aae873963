import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type TestBed, testBed } from './start.ts';

const dot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** An image that is not answered before something else has happened. */
async function slowImage(meanwhile: () => Promise<unknown>): Promise<string> {
  const server = createServer(async (_, answer) => {
    await meanwhile();
    answer.end(dot);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/dot.png`;
}

const ours = (bed: TestBed, fields: object = {}) => ({
  ...{ title: 'For us', body: '<p>x</p>', owner_id: bed.author, author_id: bed.author },
  ...fields,
});

describe('an internal article', () => {
  test.each([
    ['an owner who is nobody', { owner_id: 1 }, 400, 'parameter_invalid'],
    ['an author who is nobody', { author_id: 1 }, 401, 'unauthorized'],
    ['a blank title', { title: ' ' }, 400, 'parameter_'],
    ['a title that is no text', { title: 5 }, 400, 'parameter_invalid'],
    ['two bodies', { body_markdown: 'x' }, 400, 'parameter_invalid'],
    ['a body that cannot be', { body: '<dl><dt>x</dt></dl>' }, 400, 'parameter_invalid'],
    ['unknown audiences', { audience_ids: [998, 999] }, 404, 'parameter_invalid'],
  ])('with %s is refused, and nothing has changed', async (_, wrong, status, code) => {
    const bed = await testBed();
    const created = await bed.post('/internal_articles', ours(bed, wrong));
    expect([created.status, created.body.errors[0].code]).toEqual([status, expect.stringContaining(code)]);
    expect((await bed.get('/internal_articles')).body.total_count).toBe(0);
    const made = (await bed.post('/internal_articles', ours(bed))).body;
    const put = await bed.put(`/internal_articles/${made.id}`, { title: 'New', body: '<p>new</p>', ...wrong });
    expect([put.status, put.body.errors[0].code]).toEqual([status, expect.stringContaining(code)]);
    expect((await bed.get(`/internal_articles/${made.id}`)).body).toEqual(made);
  });

  test('says of unknown audiences which they are, as an article and a snippet do', async () => {
    const bed = await testBed();
    const known = Number((await bed.post('/audiences', { name: 'A' })).body.id);
    const asked = { audience_ids: [known, 998, 999] };
    const answers = [
      await bed.post('/internal_articles', ours(bed, asked)),
      await bed.post('/articles', { title: 'x', author_id: bed.author, ...asked }),
      await bed.post('/content_snippets', { title: 'x', body_markdown: 'x', ...asked }),
    ];
    const error = { code: 'parameter_invalid', message: 'audience_ids contains unknown audience IDs: 998, 999' };
    expect(answers.map(({ status, body }) => [status, body.errors])).toEqual(Array(3).fill([404, [error]]));
  });

  test('keeps its audiences where an update names none, and loses them to an empty list', async () => {
    const bed = await testBed();
    const id = Number((await bed.post('/audiences', { name: 'A' })).body.id);
    const made = (await bed.post('/internal_articles', ours(bed, { audience_ids: [id, id] }))).body;
    expect(made.audience_ids).toEqual([id]);
    const put = async (fields: object) => (await bed.put(`/internal_articles/${made.id}`, fields)).body.audience_ids;
    expect(await put({ title: 'New' })).toEqual([id]);
    expect(await put({ audience_ids: [] })).toEqual([]);
    expect(await put({ audience_ids: [id] })).toEqual([id]);
    expect(await put({ audience_ids: null })).toEqual([]);
    expect((await bed.post('/internal_articles', ours(bed, { audience_ids: null }))).body.audience_ids).toEqual([]);
  });

  test('that is deleted while its images are fetched stays deleted', async () => {
    const bed = await testBed();
    const { id } = (await bed.post('/internal_articles', ours(bed))).body;
    const image = await slowImage(
      () =>
        bed.sandbox.world &&
        fetch(`${bed.sandbox.url}/internal_articles/${id}`, {
          method: 'DELETE',
          headers: { authorization: `Bearer ${bed.sandbox.token}` },
        }),
    );
    expect((await bed.put(`/internal_articles/${id}`, { body: `<img src="${image}">` })).status).toBe(404);
    expect((await bed.get(`/internal_articles/${id}`)).status).toBe(404);
  });

  test('has before 2.16 neither Markdown nor what Fin may do, and none of it is written', async () => {
    const bed = await testBed();
    const fields = ours(bed, { body_markdown: 'y', audience_ids: [1], ai_chatbot_availability: true });
    const made = (await bed.post('/internal_articles', fields, { version: '2.15' })).body;
    expect(Object.keys(made).sort()).toEqual(
      ['author_id', 'body', 'created_at', 'id', 'locale', 'owner_id', 'title', 'type', 'updated_at'].sort(),
    );
    const now = (await bed.get(`/internal_articles/${made.id}`)).body;
    expect(now).toMatchObject({ body_markdown: 'x\n', audience_ids: [], ai_chatbot_availability: false });
  });

  test('takes ids as numbers only, in strict mode', async () => {
    const bed = await testBed({ mode: 'strict' });
    for (const field of ['author_id', 'owner_id']) {
      const { status, body } = await bed.post('/internal_articles', ours(bed, { [field]: String(bed.author) }));
      expect([status, body.errors[0].field]).toEqual([400, field]);
    }
  });
});

/** Every list of rows by their time, what makes a row, and where the rows are. */
const LISTS: readonly [string, (bed: TestBed, n: number) => Promise<unknown>][] = [
  ['/internal_articles', (bed) => bed.post('/internal_articles', ours(bed))],
  ['/internal_articles/search', (bed) => bed.post('/internal_articles', ours(bed))],
  ['/content_snippets', (bed) => bed.post('/content_snippets', { title: 'x', body_markdown: 'x' })],
  ['/audiences', (bed, n) => bed.post('/audiences', { name: `A${n}` })],
  ['/articles/search', (bed) => bed.article()],
];

describe.each(LISTS)('%s', (path, make) => {
  test('comes in pages, whose rows are in no lasting order where ties have none', async () => {
    const bed = await testBed({ now: () => 1.8e12 });
    for (let n = 0; n < 4; n++) await make(bed, n);
    const page = async (number: number): Promise<string[]> => {
      const { data } = (await bed.get(`${path}?per_page=2&page=${number}`)).body;
      return (data.internal_articles ?? data.articles ?? data).map(({ id }: { id: string }) => id);
    };
    const [first, second, third] = [await page(1), await page(2), await page(3)];
    expect([first.length, second.length, third.length]).toEqual([2, 2, 0]);
    expect(new Set([...first, ...second]).size).toBe(4);
    bed.sandbox.setQuirks({ tiedRows: 'unstable' });
    expect(await page(1)).toEqual(first);
    expect(new Set([...first, ...(await page(2))]).size).toBeLessThan(4);
  });
});

test('a list of internal articles gives the address of its next page', async () => {
  const bed = await testBed();
  for (let n = 0; n < 3; n++) await bed.post('/internal_articles', ours(bed));
  const { pages, total_count } = (await bed.get('/internal_articles?per_page=2')).body;
  const next = `${bed.sandbox.url}/internal_articles?per_page=2&page=2`;
  expect([pages, total_count]).toEqual([{ type: 'pages', next, page: 1, per_page: 2, total_pages: 2 }, 3]);
  expect((await bed.get('/internal_articles')).body.pages).toMatchObject({ per_page: 25, total_pages: 1 });
});
