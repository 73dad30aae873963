import { describe, expect, test } from 'vitest';
import { type TestBed, testBed } from './start.ts';

/** Creates articles one second apart, unless they shall share one. */
async function articles(count: number, options: { oneSecond?: boolean; quirks?: object } = {}): Promise<TestBed> {
  let now = Date.UTC(2026, 0, 1);
  const bed = await testBed({ now: () => now, ...(options.quirks ? { quirks: options.quirks } : {}) });
  for (let n = 1; n <= count; n++) {
    await bed.sandbox.world.createArticle({ title: `Article ${n}` });
    if (!options.oneSecond) now += 1000;
  }
  return bed;
}

const titles = (body: { data: { title: string }[] }) => body.data.map(({ title }) => Number(title.slice(8)));

describe('lists', () => {
  test('come in pages of 25 articles and 20 collections, last changed first', async () => {
    const bed = await articles(30);
    const { body } = await bed.get('/articles');
    expect(titles(body)).toEqual(Array.from({ length: 25 }, (_, n) => 30 - n));
    expect(body.total_count).toBe(30);
    const next = `${bed.sandbox.url}/articles?per_page=25&page=2`;
    expect(body.pages).toEqual({ type: 'pages', next, page: 1, per_page: 25, total_pages: 2 });
    await bed.put(`/articles/${body.data[20].id}`, { title: 'Article 0' });
    expect(titles((await bed.get('/articles')).body)[0]).toBe(0);
    for (let n = 0; n < 21; n++) await bed.collection();
    expect((await bed.get('/help_center/collections')).body.pages).toMatchObject({ per_page: 20, total_pages: 2 });
  });

  test('end with a page without next, and are empty after it', async () => {
    const bed = await articles(7);
    const walked: number[] = [];
    let path: string | undefined = '/articles?per_page=3';
    for (let page = 1; path !== undefined; page++) {
      const { body }: { body: { pages: { page: number; next?: string }; data: { title: string }[] } } =
        await bed.get(path);
      expect(body.pages.page).toBe(page);
      walked.push(...titles(body));
      path = body.pages.next?.slice(bed.sandbox.url.length);
    }
    expect(walked).toEqual([7, 6, 5, 4, 3, 2, 1]);
    const last = (await bed.get('/articles?per_page=3&page=3')).body;
    expect(Object.keys(last.pages)).not.toContain('next');
    const beyond = (await bed.get('/articles?per_page=3&page=9')).body;
    expect([beyond.data, beyond.pages.page, beyond.pages.next, beyond.total_count]).toEqual([[], 9, undefined, 7]);
  });

  test('take page 0, which has every row and leads to page 1', async () => {
    const bed = await articles(3);
    const { body } = await bed.get('/articles?page=0&per_page=2');
    expect([titles(body), body.pages.page]).toEqual([[3, 2, 1], 0]);
    expect(body.pages.next).toBe(`${bed.sandbox.url}/articles?per_page=2&page=1`);
    bed.sandbox.setQuirks({ pageZero: 'first-page' });
    expect(titles((await bed.get('/articles?page=0&per_page=2')).body)).toEqual([3, 2]);
  });

  test('give 250 rows a page at most', async () => {
    const bed = await articles(1);
    expect((await bed.get('/articles?per_page=250')).status).toBe(200);
    for (const path of ['/articles', '/help_center/collections']) {
      const { status, body } = await bed.get(`${path}?per_page=251`);
      expect([status, body.errors[0]]).toEqual([
        400,
        { code: 'parameter_invalid', message: 'Per Page is too big', field: 'per_page' },
      ]);
    }
    bed.sandbox.setQuirks({ perPageTooBig: 'clamped' });
    expect((await bed.get('/articles?per_page=1000')).body.pages.per_page).toBe(250);
  });

  test.each(['page=x', 'page=-1', 'per_page=0', 'per_page=1.5'])('refuse %s', async (query) => {
    const bed = await articles(1);
    expect((await bed.get(`/articles?${query}`)).body.errors[0].code).toBe('parameter_invalid');
  });

  test('put the newer first where two changed in one second', async () => {
    const bed = await articles(5, { oneSecond: true });
    expect(titles((await bed.get('/articles')).body)).toEqual([5, 4, 3, 2, 1]);
  });

  test('may order such rows otherwise on every page, so that a walk misses some and meets others twice', async () => {
    const bed = await articles(6, { oneSecond: true, quirks: { tiedRows: 'unstable' } });
    const pages = await Promise.all([1, 2].map((page) => bed.get(`/articles?per_page=3&page=${page}`)));
    const met = pages.flatMap(({ body }) => titles(body));
    expect(met.length).toBe(6);
    expect(new Set(met).size).toBeLessThan(6);
    expect(new Set(titles((await bed.get('/articles')).body)).size).toBe(6);
  });

  test('carry bodies and translations, but no statistics', async () => {
    const bed = await testBed();
    await bed.article({ body: '<p>x</p>', translated_content: { fr: { title: 'Bonjour' } } });
    const [row] = (await bed.get('/articles')).body.data;
    expect(row.body).toBe('<p class="no-margin">x</p>');
    expect(row.translated_content.fr.title).toBe('Bonjour');
    expect(row).not.toHaveProperty('statistics');
  });
});
