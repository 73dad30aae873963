import { describe, expect, test } from 'vitest';
import { testBed } from './start.ts';

describe('creating an article', () => {
  test('answers 200 with the article, its body rewritten, a draft unless published is asked for', async () => {
    const bed = await testBed();
    const answer = await bed.post('/articles', { title: 'Test', body: '<p>Body</p>', author_id: bed.author });
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      type: 'article',
      title: 'Test',
      description: '',
      body: '<p class="no-margin">Body</p>',
      author_id: bed.author,
      state: 'draft',
      url: null,
      parent_ids: [],
      statistics: { type: 'article_statistics', views: 0, conversations: 0 },
    });
    expect(answer.body.id).toMatch(/^\d+$/);
    expect(answer.body.content_id).toMatch(/^\d+$/);
  });

  test('gives ids that grow, and the same ones for the same seed', async () => {
    const ids = async (seed: number) => {
      const bed = await testBed({ seed });
      return [(await bed.article()).id, (await bed.article()).id, (await bed.article()).id].map(Number);
    };
    const first = await ids(7);
    expect(first).toEqual([...first].sort((a, b) => a - b));
    expect(await ids(7)).toEqual(first);
    expect(await ids(8)).not.toEqual(first);
  });

  test('wants a title and an author, at the root or in the default locale', async () => {
    const bed = await testBed();
    const place = 'must be in the main body or default locale translated_content object';
    const message = async (body: object) => (await bed.post('/articles', body)).body.errors[0];
    expect(await message({ title: 'x' })).toEqual({ code: 'parameter_not_found', message: `author_id ${place}` });
    expect(await message({ author_id: bed.author })).toEqual({
      code: 'parameter_not_found',
      message: `title ${place}`,
    });
    const translated_content = { en: { title: 'In the map', author_id: bed.author } };
    expect((await bed.post('/articles', { translated_content })).body.title).toBe('In the map');
  });

  test.each([
    ['an unknown author', { author_id: 1 }, 401, 'unauthorized'],
    ['an unknown collection', { parent_id: 1 }, 404, 'not_found'],
    ['a state there is not', { state: 'live' }, 400, 'parameter_invalid'],
    ['a title that is no text', { title: 5 }, 400, 'parameter_invalid'],
    ['a locale that is none', { translated_content: { xx: { title: 'x' } } }, 400, 'parameter_invalid'],
    ['a locale the help centre has not got', { translated_content: { ja: { title: 'x' } } }, 400, 'parameter_invalid'],
    ['a translation without a title', { translated_content: { fr: { body: 'x' } } }, 400, 'parameter_not_found'],
    ['a definition list', { body: '<dl><dt>x</dt></dl>' }, 400, 'parameter_invalid'],
    ['two bodies', { body: 'x', body_markdown: 'x' }, 400, 'parameter_invalid'],
    ['an unknown audience', { audience_ids: [1] }, 404, 'parameter_invalid'],
  ])('refuses %s, and nothing is there afterwards', async (_, fields, status, code) => {
    const bed = await testBed();
    const answer = await bed.post('/articles', { title: 'x', author_id: bed.author, ...fields });
    expect([answer.status, answer.body.errors[0].code]).toEqual([status, code]);
    expect(answer.body).toMatchObject({ type: 'error.list', request_id: answer.headers.get('x-request-id') });
    expect((await bed.get('/articles')).body.total_count).toBe(0);
  });

  test('refuses the operator bot, and a teammate without the right, as authors', async () => {
    const bed = await testBed();
    const bot = bed.sandbox.world.teammates().find((teammate) => teammate.isBot);
    const tom = bed.sandbox.world.teammates()[1];
    await bed.sandbox.world.setRights(tom?.id ?? '', { writesArticles: false });
    for (const author of [bot, tom]) {
      expect((await bed.post('/articles', { title: 'x', author_id: Number(author?.id) })).status).toBe(401);
    }
  });

  test('refuses what is no JSON', async () => {
    const bed = await testBed();
    const headers = { authorization: 'Bearer sandbox', 'content-type': 'application/json' };
    const answer = await fetch(`${bed.sandbox.url}/articles`, { method: 'POST', headers, body: '{"title":' });
    expect([answer.status, JSON.parse(await answer.text()).errors[0].code]).toEqual([400, 'bad_request']);
    expect((await bed.post('/articles', ['x'])).body.errors[0].code).toBe('bad_request');
  });

  test('takes Markdown where the version has it, and leaves it unread where it has not', async () => {
    const bed = await testBed();
    const fields = { title: 'x', author_id: bed.author, body_markdown: '# Hello\n\nA *word*.\n\n```js\na\nb\n```' };
    const { body } = await bed.post('/articles', fields);
    expect(body.body).toMatch(
      /^<h1 id="h_[0-9a-f]{10}">Hello<\/h1><p class="no-margin">A <i>word<\/i>\.<\/p><pre><code>a<br>b<\/code><\/pre>$/,
    );
    expect(body.body_markdown).toMatch(/^# Hello \{#h_[0-9a-f]{10}\}\n\nA _word_\.\n\n```js\na\nb\n```\n$/);
    expect((await bed.post('/articles', fields, { version: '2.15' })).body.body).toBe('');
  });
});

describe('updating an article', () => {
  test('changes what it names and leaves the rest', async () => {
    const bed = await testBed();
    const { id } = await bed.article({ description: 'About', body: '<p>Body</p>', state: 'published' });
    const { body } = await bed.put(`/articles/${id}`, { title: 'New', author_id: bed.author });
    expect(body).toMatchObject({ id, title: 'New', description: 'About', state: 'published' });
    expect(body.body).toBe('<p class="no-margin">Body</p>');
  });

  test('goes live at once, and only an explicit draft unpublishes', async () => {
    const bed = await testBed();
    const { id, url } = await bed.article({ state: 'published' });
    expect(url).toBe(`${bed.sandbox.url}/sandbox-help/en/articles/${id}-title`);
    expect((await bed.put(`/articles/${id}`, { body: '<p>x</p>' })).body).toMatchObject({ state: 'published', url });
    expect((await bed.put(`/articles/${id}`, { state: 'draft' })).body).toMatchObject({ state: 'draft', url: null });
    expect((await bed.put(`/articles/${id}`, { state: 'published' })).body).toMatchObject({ state: 'published', url });
  });

  test('gives the article to the token’s owner when it names no author', async () => {
    const bed = await testBed();
    const tom = Number(bed.sandbox.world.teammates()[1]?.id);
    const { id } = await bed.article({ author_id: tom });
    expect((await bed.put(`/articles/${id}`, { title: 'New' })).body.author_id).toBe(bed.author);
    bed.sandbox.setQuirks({ authorOmitted: 'kept' });
    await bed.put(`/articles/${id}`, { author_id: tom });
    expect((await bed.put(`/articles/${id}`, { title: 'Newer' })).body.author_id).toBe(tom);
  });

  test('moves it into a collection, and out of it', async () => {
    const bed = await testBed();
    const collection = await bed.collection();
    const { id } = await bed.article();
    const moved = await bed.put(`/articles/${id}`, { parent_id: collection.id }, { version: '2.15' });
    const parent = Number(collection.id);
    expect(moved.body).toMatchObject({ parent_id: parent, parent_type: 'collection', parent_ids: [parent] });
    const out = await bed.put(`/articles/${id}`, { parent_id: null }, { version: '2.15' });
    expect(out.body).toMatchObject({ parent_id: null, parent_type: null, parent_ids: [] });
  });

  test('changes nothing at all when any of it is refused', async () => {
    const bed = await testBed();
    const { id } = await bed.article({ body: '<p>Body</p>' });
    const before = await bed.get(`/articles/${id}`);
    const translated_content = { fr: { title: 'x', body: '<ul></ul>', author_id: bed.author } };
    expect((await bed.put(`/articles/${id}`, { title: 'New', translated_content })).status).toBe(400);
    expect((await bed.get(`/articles/${id}`)).body).toEqual(before.body);
  });

  test('tells seconds, and who did it', async () => {
    let now = Date.UTC(2026, 0, 1);
    const bed = await testBed({ now: () => now });
    const { id, created_at, updated_at } = await bed.article();
    expect([created_at, updated_at]).toEqual([now / 1000, now / 1000]);
    now += 90_500;
    const { body } = await bed.put(`/articles/${id}`, { title: 'New' });
    expect([body.created_at, body.updated_at]).toEqual([created_at, created_at + 90]);
    const tom = bed.sandbox.world.teammates()[1];
    await bed.sandbox.world.editArticle(id, { title: 'By Tom' });
    const edited = (await bed.get(`/articles/${id}`)).body;
    expect(edited).toMatchObject({ created_by_id: bed.author, updated_by_id: Number(tom?.id) });
  });
});

describe('deleting an article', () => {
  test('answers what was deleted, and then 404', async () => {
    const bed = await testBed();
    const { id } = await bed.article();
    expect((await bed.del(`/articles/${id}`)).body).toEqual({ id, object: 'article', deleted: true });
    expect((await bed.get(`/articles/${id}`)).body.errors[0]).toEqual({
      code: 'not_found',
      message: 'Resource Not Found',
    });
    expect((await bed.del(`/articles/${id}`)).status).toBe(404);
  });
});

describe('what was written', () => {
  test('can be read and written again without changing', async () => {
    const bed = await testBed();
    const html =
      '<h3>A</h3><p>x <strong>y</strong> <a href="https://example.com/ä#ö">z</a></p><ul><li>a<ul><li>b</li></ul></li></ul>' +
      '<blockquote><p>q</p></blockquote><img src="https://example.com/a.png" alt="A &quot;b&quot;"><pre><code>a<br>b</code></pre>' +
      '<table><tr><th>h</th></tr><tr><td style="background-color: rgba(215, 239, 220, 0.5)">c</td></tr></table>';
    const { id, body } = await bed.article({ body: html });
    const unsigned = (text: string) => text.replace(/\?expires=[^"]*/g, '');
    let last = body;
    for (let round = 0; round < 3; round++) {
      const read = (await bed.get(`/articles/${id}`)).body.body;
      expect(unsigned(read)).toBe(unsigned(last));
      expect(read).not.toBe(last);
      last = (await bed.put(`/articles/${id}`, { body: read })).body.body;
    }
    expect(unsigned(last)).toBe(unsigned(body));
  });
});

describe('searching', () => {
  test('finds the phrase in titles and bodies, published or not, ten a page', async () => {
    const bed = await testBed();
    for (let n = 0; n < 12; n++) await bed.article({ title: `Bike ${n}`, state: n < 3 ? 'published' : 'draft' });
    const car = await bed.article({ title: 'Car', body: '<p>is no <b>BIKE</b></p>' });
    await bed.article({ title: 'Boat' });
    const found = (await bed.get('/articles/search?phrase=bike&highlight=true')).body;
    expect(found).toMatchObject({ type: 'list', total_count: 13, pages: { page: 1, per_page: 10, total_pages: 2 } });
    expect(found.data.articles.length).toBe(10);
    expect(found.data.articles[0].statistics).toBeUndefined();
    expect(found.pages.next).toContain('page=2');
    const highlight = found.data.highlights.find((one: { article_id: string }) => one.article_id === car.id);
    expect(highlight).toEqual({
      article_id: car.id,
      highlighted_title: [{ type: 'plain', text: 'Car' }],
      highlighted_summary: [
        [
          { type: 'plain', text: 'is no ' },
          { type: 'highlight', text: 'BIKE' },
        ],
      ],
    });
    expect((await bed.get('/articles/search?phrase=bike&state=published')).body.total_count).toBe(3);
    expect((await bed.get('/articles/search?phrase=bike&help_center_id=1')).body.total_count).toBe(0);
    expect((await bed.get('/articles/search?phrase=bike')).body.data.highlights).toEqual([]);
  });
});
