import { expect, test } from 'vitest';
import { testBed } from './start.ts';

test('a teammate creates, edits, moves and removes articles', async () => {
  const bed = await testBed();
  const { world } = bed.sandbox;
  const [ada, tom] = world.teammates();
  const shelf = await world.createCollection({ name: 'Shelf' });
  const inner = await world.createCollection({ name: 'Inner', parentId: shelf.id });
  const made = await world.createArticle({ title: 'By Tom', state: 'published', parentId: shelf.id, body: '<p>x</p>' });
  expect((await bed.get(`/articles/${made.id}`)).body).toMatchObject({
    title: 'By Tom',
    body: '<p class="no-margin">x</p>',
    author_id: Number(tom?.id),
    created_by_id: Number(tom?.id),
    parent_ids: [Number(shelf.id)],
  });
  await world.editArticle(made.id, { description: 'New', by: ada?.id ?? '' });
  await world.moveArticle(made.id, inner.id);
  const moved = (await bed.get(`/articles/${made.id}`)).body;
  expect([moved.description, moved.updated_by_id, moved.parent_ids]).toEqual([
    'New',
    Number(ada?.id),
    [Number(inner.id)],
  ]);
  await world.moveArticle(made.id, null);
  expect((await bed.get(`/articles/${made.id}`)).body.parent_ids).toEqual([]);
  await world.removeArticle(made.id);
  expect([world.article(made.id), world.body(made.id)]).toEqual([null, null]);
  await expect(world.editArticle(made.id, { title: 'x' })).rejects.toThrow('Resource Not Found');
  await world.removeCollection(shelf.id);
  expect(world.collections()).toEqual([]);
  await expect(world.removeCollection(shelf.id)).rejects.toThrow('Resource Not Found');
});

test('a teammate edits another locale than the default one', async () => {
  const bed = await testBed();
  const { id } = await bed.article({ translated_content: { fr: { title: 'Bonjour', state: 'published' } } });
  await bed.sandbox.world.editArticle(id, { locale: 'fr', title: 'Salut' });
  await bed.sandbox.world.editArticle(id, { locale: 'de', title: 'Hallo', body: '<p>neu</p>' });
  const { translated_content: contents } = (await bed.get(`/articles/${id}`)).body;
  expect([contents.en.title, contents.fr.title, contents.de.title]).toEqual(['Title', 'Salut', 'Hallo']);
  expect(bed.sandbox.world.body(id, 'de')).toBe('<p class="no-margin">neu</p>');
  expect(bed.sandbox.world.body(id, 'es')).toBeNull();
});

test('the editor writes what the API would strip, and a body can be planted that neither would write', async () => {
  const bed = await testBed();
  const { world } = bed.sandbox;
  const { id } = await bed.article();
  await world.editArticle(id, { body: '<h2 id="a"><b>Bold</b> title</h2>' });
  expect(world.body(id)).toBe('<h2 id="a"><b>Bold</b> title</h2>');
  await world.plantBody(id, '<p><b>Could not display content</b></p>');
  expect((await bed.get(`/articles/${id}`)).body.body).toBe('<p><b>Could not display content</b></p>');
});

test('nothing can be staged over an article that is not published', async () => {
  const bed = await testBed();
  const { id } = await bed.article();
  await expect(bed.sandbox.world.stageDraft(id, { title: 'x' })).rejects.toThrow('must be published');
  await expect(bed.sandbox.world.discardDraft(id, 'fr')).rejects.toThrow('is not there in fr');
});

test('people come, lose rights and get them', async () => {
  const bed = await testBed();
  const { world } = bed.sandbox;
  const eva = await world.addTeammate({ name: 'Eva', email: 'eva@example.com' });
  expect((await bed.get(`/admins/${eva.id}`)).body).toMatchObject({ name: 'Eva', email: 'eva@example.com' });
  expect((await bed.article({ author_id: Number(eva.id) })).author_id).toBe(Number(eva.id));
  await world.setRights(eva.id, { writesArticles: false });
  expect((await bed.post('/articles', { title: 'x', author_id: Number(eva.id) })).status).toBe(401);
  await expect(world.setRights('1', {})).rejects.toThrow('Resource Not Found');
});

test('languages change under the articles', async () => {
  const bed = await testBed();
  const { id } = await bed.article();
  await bed.sandbox.world.setLocales(['en', 'ja']);
  const translated_content = { ja: { title: '日本語', author_id: bed.author } };
  expect((await bed.put(`/articles/${id}`, { translated_content })).body.translated_content.ja.title).toBe('日本語');
  await bed.sandbox.world.setMultilingual(false);
  expect((await bed.get(`/articles/${id}`)).body).not.toHaveProperty('translated_content');
});
