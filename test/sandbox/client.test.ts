import { type Intercom, IntercomClient, IntercomError } from 'intercom-client';
import { describe, expect, test } from 'vitest';
import { testBed } from './start.ts';

/** The official client, pointed at a sandbox. */
async function official(version: '2.11' | '2.14' = '2.14') {
  const bed = await testBed();
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
