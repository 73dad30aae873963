import { type Intercom, IntercomClient, IntercomError } from 'intercom-client';
import { describe, expect, test } from 'vitest';
import { testBed } from './start.ts';

/** The official client, pointed at a sandbox. */
async function official(version: '2.11' | '2.14' = '2.14') {
  // Lists are sorted by whole seconds: none goes by between two requests.
  const bed = await testBed({ now: () => Date.UTC(2026, 0, 1) });
  return { bed, client: new IntercomClient({ baseUrl: bed.sandbox.url, token: bed.sandbox.token, version }) };
}

describe.each(['2.11', '2.14'] as const)('the official client, version %s', (version) => {
  test('creates, reads, lists, searches, updates and deletes articles', async () => {
    const { bed, client } = await official(version);
    const collection = await client.helpCenters.collections.create({ name: 'Billing' });
    const made = await client.articles.create({
      title: 'Hello',
      author_id: bed.author,
      body: '<p>World</p>',
      state: 'published',
      parent_id: Number(collection.id),
      parent_type: 'collection',
    });
    expect(made).toMatchObject({
      title: 'Hello',
      body: '<p class="no-margin">World</p>',
      parent_id: Number(collection.id),
    });
    const article_id = Number(made.id);
    expect((await client.articles.find({ article_id })).url).toBe(made.url);
    const page = await client.articles.list({ per_page: 10 });
    expect(page.data.map(({ id }) => id)).toEqual([made.id]);
    const found = await client.articles.search({ phrase: 'world' });
    expect(found.data?.articles?.map(({ id }) => id)).toEqual([made.id]);
    const updated = await client.articles.update({ article_id, title: 'Hello again' });
    expect(updated).toMatchObject({ id: made.id, title: 'Hello again', state: 'published' });
    expect(await client.articles.delete({ article_id })).toMatchObject({ id: made.id, deleted: true });
    await expect(client.articles.find({ article_id })).rejects.toMatchObject({ statusCode: 404 });
  });

  test('walks every page, in its own way: until one is empty', async () => {
    const { bed, client } = await official(version);
    for (let n = 0; n < 5; n++) await bed.article({ title: `Article ${n}` });
    const ids: (string | undefined)[] = [];
    for await (const article of await client.articles.list({ per_page: 2 })) ids.push(article.id);
    expect(new Set(ids).size).toBe(5);
    expect(ids.length).toBe(5);
  });

  test('creates, reads, lists, updates and deletes collections', async () => {
    const { client } = await official(version);
    const { collections } = client.helpCenters;
    const made = await collections.create({ name: 'Billing', description: 'Money' });
    const inner = await collections.create({ name: 'Invoices', parent_id: made.id });
    expect(inner.parent_id).toBe(made.id);
    const collection_id = Number(made.id);
    expect(await collections.find({ collection_id })).toMatchObject({ name: 'Billing', description: 'Money' });
    expect(await collections.update({ collection_id, name: 'Bills' })).toMatchObject({ name: 'Bills' });
    expect((await collections.list({})).data.map(({ name }: Intercom.Collection) => name)).toEqual([
      'Invoices',
      'Bills',
    ]);
    expect(await collections.delete({ collection_id })).toMatchObject({ id: made.id, deleted: true });
    expect((await collections.list({})).data).toEqual([]);
  });

  test('knows the workspace, its help centres and its teammates', async () => {
    const { client } = await official(version);
    const me = await client.admins.identify();
    expect(me?.app?.id_code).toMatch(/^[a-z0-9]{8}$/);
    const { admins = [] } = await client.admins.list();
    expect(admins.map((admin) => admin?.name)).toEqual(['Ada Byrne', 'Tom Quinn', 'Fin']);
    const centres = await client.helpCenters.list({});
    expect(centres.data.map(({ identifier }) => identifier)).toEqual(['sandbox-help']);
  });
});

test('the official client understands errors, and sends again what was told to wait', async () => {
  const { bed, client } = await official();
  const error = await client.articles.create({ title: 'x', author_id: 1 }).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(IntercomError);
  expect(error).toMatchObject({ statusCode: 401, body: { errors: [{ code: 'unauthorized' }] } });
  bed.sandbox.setFaults('500@1');
  expect((await client.admins.identify())?.name).toBe('Ada Byrne');
  expect(bed.sandbox.log.slice(-2).map(({ status }) => status)).toEqual([500, 200]);
});

test('the official client creates an article twice when its first answer is lost, as ours must not', async () => {
  const { bed, client } = await official();
  bed.sandbox.setFaults('502-after@1');
  await client.articles.create({ title: 'x', author_id: bed.author });
  expect(bed.sandbox.world.articles().length).toBe(2);
});

/** The client names versions up to 2.14; in a header of the request it sends any. */
const newer = (version: string) => ({ headers: { 'Intercom-Version': version } });

// It has no method for audiences, content snippets, `/content/…`, redirects, drafts, versions and tags of articles, and
// none for a path of one's own.
describe.each(['2.13', '2.14', '2.16'])('the official client, on what is new in %s', (version) => {
  test('creates, finds, lists, searches, updates and deletes internal articles', async () => {
    const { bed, client } = await official();
    const { internalArticles } = client;
    const people = { author_id: bed.author, owner_id: bed.author };
    const fields = { title: 'For us', body: '<p>x</p>', ...people };
    const made = await internalArticles.createInternalArticle(fields, newer(version));
    expect(made).toMatchObject({ ...fields, body: '<p class="no-margin">x</p>', locale: 'en' });
    expect(Object.hasOwn(made, 'body_markdown')).toBe(version === '2.16');
    const internal_article_id = Number(made.id);
    expect(await internalArticles.retrieveInternalArticle({ internal_article_id }, newer(version))).toEqual(made);
    const listed = await internalArticles.listInternalArticles(newer(version));
    expect([listed.total_count, listed.data]).toEqual([1, [made]]);
    const found = await internalArticles.searchInternalArticles({}, newer(version));
    expect(found.data?.internal_articles).toEqual([made]);
    const changed = { internal_article_id, title: 'For all of us' };
    expect(await internalArticles.updateInternalArticle(changed, newer(version))).toMatchObject({
      ...{ id: made.id, title: 'For all of us', body: made.body },
    });
    const gone = { id: made.id, object: 'internal_article', deleted: true };
    expect(await internalArticles.deleteInternalArticle({ internal_article_id }, newer(version))).toEqual(gone);
    const again = internalArticles.retrieveInternalArticle({ internal_article_id }, newer(version));
    await expect(again).rejects.toMatchObject({ statusCode: 404 });
  });

  test('creates, renames, finds, lists and deletes tags, and sees them on articles', async () => {
    const { bed, client } = await official();
    const { tags } = client;
    const made = await tags.create({ name: 'Urgent' }, newer(version));
    expect(await tags.create({ id: made.id, name: 'Soon' }, newer(version))).toMatchObject({ id: made.id });
    expect(await tags.find({ tag_id: made.id ?? '' }, newer(version))).toMatchObject({ name: 'Soon' });
    expect((await tags.list(newer(version))).data?.map(({ name }) => name)).toEqual(['Soon']);
    const { id } = await bed.article();
    await bed.post(`/articles/${id}/tags`, { id: made.id });
    const article = await client.articles.find({ article_id: Number(id) }, newer(version));
    expect(article).toMatchObject({ tags: { tags: [{ id: made.id, name: 'Soon' }] } });
    await tags.delete({ tag_id: made.id ?? '' }, newer(version));
    expect((await tags.list(newer(version))).data).toEqual([]);
  });
});

test.each(['2.15', '2.16'])('the official client lists and finds brands of %s', async (version) => {
  const { client } = await official();
  const { brands } = client.unstable;
  const { data = [] } = await brands.listBrands(newer(version));
  expect(data.length).toBe(1);
  const id = data[0]?.id ?? '';
  expect(await brands.retrieveBrand({ id }, newer(version))).toEqual(data[0]);
});

test('the official client writes and reads what Fin may do with an article, and its Markdown', async () => {
  const { bed, client } = await official();
  const audience = Number((await bed.post('/audiences', { name: 'Enterprise' })).body.id);
  const reach = { ai_chatbot_availability: false, ai_sales_agent_availability: true, audience_ids: [audience] };
  const fields = { title: 'Hello', author_id: bed.author, body_markdown: 'World', ...reach };
  const { articles } = client.unstable;
  const made = await articles.createArticle(fields, newer('2.16'));
  const english = { body_markdown: 'World\n', ...reach };
  expect(made).toMatchObject({ title: 'Hello', translated_content: { en: english } });
  expect(await articles.retrieveArticle({ id: Number(made.id) }, newer('2.16'))).toEqual(made);
});

test.each(['2.7', '2.9', '2.10'] as const)(
  'the official client walks articles and collections of %s',
  async (version) => {
    const bed = await testBed();
    const client = new IntercomClient({ baseUrl: bed.sandbox.url, token: bed.sandbox.token, version });
    const top = await bed.collection({ name: 'Billing' });
    const nested = await bed.collection({ name: 'Invoices', parent_id: top.id });
    const { id } = await bed.article({ parent_id: Number(nested.id) });
    const [article] = (await client.articles.list({})).data;
    const isNested = version === '2.10';
    expect(article).toMatchObject({ id, parent_type: isNested ? 'collection' : 'section' });
    const { data } = await client.helpCenters.collections.list({});
    expect(data.map((collection) => collection.id)).toEqual(isNested ? [nested.id, top.id] : [top.id]);
  },
);
