import { expect, test } from 'vitest';
import { testBed } from './start.ts';

test('translated_content repeats the default locale as it is at the root, and has the others', async () => {
  const bed = await testBed();
  const fr = { title: 'Bonjour', body: '<img src="https://example.com/a.png">', author_id: bed.author, state: 'draft' };
  const { id } = await bed.article({
    body: '<img src="https://example.com/a.png">',
    state: 'published',
    translated_content: { fr },
  });
  const { body } = await bed.get(`/articles/${id}`);
  expect(body.default_locale).toBe('en');
  expect(Object.keys(body.translated_content)).toEqual(['type', 'en', 'fr']);
  for (const field of ['title', 'description', 'body', 'author_id', 'state', 'created_at', 'updated_at', 'url']) {
    expect(body.translated_content.en[field]).toEqual(body[field]);
  }
  expect(body.translated_content.fr).toMatchObject({
    type: 'article_content',
    title: 'Bonjour',
    state: 'draft',
    url: null,
  });
});

test('a write merges: locales and fields that it does not name stay', async () => {
  const bed = await testBed();
  const author_id = bed.author;
  const fr = { title: 'Bonjour', description: 'Salut', body: '<p>x</p>', author_id, state: 'published' };
  const { id } = await bed.article({ translated_content: { fr } });
  await bed.put(`/articles/${id}`, { translated_content: { es: { title: 'Hola', author_id } } });
  const { body } = await bed.put(`/articles/${id}`, { translated_content: { fr: { body: '<p>y</p>', author_id } } });
  expect(body.translated_content.fr).toMatchObject({ ...fr, body: '<p class="no-margin">y</p>' });
  expect(body.translated_content.es).toMatchObject({ title: 'Hola', state: 'draft' });
  expect(body.translated_content.fr.url).toBe(`${bed.sandbox.url}/sandbox-help/fr/articles/${id}-bonjour`);
});

test('the root wins over the default locale in the map', async () => {
  const bed = await testBed();
  const en = { title: 'In the map', description: 'From the map' };
  const { title, description } = await bed.article({ title: 'At the root', translated_content: { en } });
  expect([title, description]).toEqual(['At the root', 'From the map']);
});

test('updated_at is the default locale’s: a change in another does not move it, as the official pages say', async () => {
  let now = Date.UTC(2026, 0, 1);
  const bed = await testBed({ now: () => now });
  const fr = { title: 'Bonjour', author_id: bed.author };
  const { id, updated_at } = await bed.article({ translated_content: { fr } });
  now += 60_000;
  const { body } = await bed.put(`/articles/${id}`, {
    translated_content: { fr: { title: 'Salut', author_id: bed.author } },
  });
  expect(body.updated_at).toBe(updated_at);
  expect(body.translated_content.fr.updated_at).toBe(updated_at + 60);
});

test('without languages there is neither map nor default locale, and audiences stand at the root', async () => {
  const bed = await testBed({ multilingual: false });
  const { id } = await bed.article({ translated_content: { fr: { title: 'Bonjour' } } });
  const { body } = await bed.get(`/articles/${id}`);
  expect(body).not.toHaveProperty('translated_content');
  expect(body).not.toHaveProperty('default_locale');
  expect(body.audience_ids).toEqual([]);
  expect(await bed.collection()).not.toHaveProperty('translated_content');
  bed.sandbox.setQuirks({ translationsWhenOff: 'refused' });
  const refused = await bed.post('/articles', {
    title: 'x',
    author_id: bed.author,
    translated_content: { fr: { title: 'y' } },
  });
  expect(refused.status).toBe(400);
});

test('locales named like fields are locales: id is Indonesian', async () => {
  const bed = await testBed({ locales: ['en', 'id'] });
  const article = await bed.article({
    translated_content: { type: 'article_translated_content', id: { title: 'Halo' } },
  });
  expect(article.translated_content.id.title).toBe('Halo');
  expect((await bed.get('/articles/search?phrase=halo')).body.total_count).toBe(1);
});

test('audiences reach every locale from the root, and one locale from the map', async () => {
  const bed = await testBed();
  await bed.sandbox.world.addAudience(5);
  await bed.sandbox.world.addAudience(6);
  const fr = { title: 'Bonjour', author_id: bed.author, audience_ids: [6] };
  const { id, translated_content } = await bed.article({ translated_content: { fr } });
  expect([translated_content.en.audience_ids, translated_content.fr.audience_ids]).toEqual([[], [6]]);
  const { body } = await bed.put(`/articles/${id}`, { audience_ids: [5] });
  expect([body.translated_content.en.audience_ids, body.translated_content.fr.audience_ids]).toEqual([[5], [5]]);
});
