import { describe, expect, test } from 'vitest';
import { type TestBed, testBed } from './start.ts';

const NEVER_NESTED = ['2.7', '2.8', '2.9'] as const;

/** A collection with a section in it, which has one too, and the same requests in one version. */
async function tree(version: string) {
  const bed = await testBed();
  const top = await bed.collection({ name: 'Billing', description: 'Money' });
  const section = await bed.collection({ name: 'Invoices', parent_id: top.id });
  const deep = await bed.collection({ name: 'Taxes', parent_id: section.id });
  const ask = (method: string, path: string, body?: unknown) => bed.request(method, path, body, { version });
  return { bed, top, section, deep, ask };
}

const ids = ({ body }: { body: { data: { id: string }[] } }) => body.data.map(({ id }) => id).sort();

describe.each(NEVER_NESTED)('version %s', (version) => {
  test('has collections of one level, which say their type and name no parent', async () => {
    const { top, section, ask } = await tree(version);
    expect(ids(await ask('GET', '/help_center/collections'))).toEqual([top.id]);
    const { body } = await ask('GET', `/help_center/collections/${top.id}`);
    const { parent_id: _, ...rest } = top;
    expect(body).toEqual({ ...rest, type: 'collection' });
    expect((await ask('GET', `/help_center/collections/${section.id}`)).status).toBe(404);
    const made = (await ask('POST', '/help_center/collections', { name: 'More', parent_id: top.id })).body;
    expect(ids(await ask('GET', '/help_center/collections'))).toEqual([top.id, made.id]);
  });

  test('has what is in collections as sections', async () => {
    const { bed, top, section, deep, ask } = await tree(version);
    expect(ids(await ask('GET', '/help_center/sections'))).toEqual([section.id, deep.id]);
    const { body } = await ask('GET', `/help_center/sections/${section.id}`);
    expect(body).toMatchObject({ type: 'section', id: section.id, name: 'Invoices', parent_id: Number(top.id) });
    expect(Object.keys(body)).not.toContain('description');
    expect((await ask('GET', `/help_center/sections/${top.id}`)).status).toBe(404);
    const made = (await ask('POST', '/help_center/sections', { name: 'Refunds', parent_id: Number(top.id) })).body;
    // A string where it was written, as in the description's examples.
    expect(made).toMatchObject({ type: 'section', name: 'Refunds', parent_id: top.id });
    expect((await bed.get(`/help_center/collections/${made.id}`)).body.parent_id).toBe(top.id);
    const renamed = (await ask('PUT', `/help_center/sections/${made.id}`, { name: 'Money back' })).body;
    expect(renamed).toMatchObject({ name: 'Money back', parent_id: top.id });
    const gone = { id: made.id, object: 'section', deleted: true };
    expect((await ask('DELETE', `/help_center/sections/${made.id}`)).body).toEqual(gone);
    expect((await ask('DELETE', `/help_center/sections/${made.id}`)).status).toBe(404);
  });

  test.each([
    ['a name', (top: string) => ({ parent_id: top }), 400, 'parameter_not_found'],
    ['a collection', () => ({ name: 'x' }), 400, 'parameter_not_found'],
    ['a collection that exists', () => ({ name: 'x', parent_id: 1 }), 404, 'not_found'],
    [
      'a collection, and no section',
      (_: string, section: string) => ({ name: 'x', parent_id: section }),
      404,
      'not_found',
    ],
  ])('makes no section without %s', async (_, fields, status, code) => {
    const { top, section, ask } = await tree(version);
    const answer = await ask('POST', '/help_center/sections', fields(top.id, section.id));
    expect([answer.status, answer.body.errors[0].code]).toEqual([status, code]);
    expect((await ask('GET', '/help_center/sections')).body.total_count).toBe(2);
  });

  test('knows whether an article is in a collection or in a section', async () => {
    const { bed, top, section, ask } = await tree(version);
    const article = (parent_id: string, parent_type?: string) =>
      ask('POST', '/articles', { title: 'x', author_id: bed.author, parent_id: Number(parent_id), parent_type });
    const inSection = await article(section.id, 'section');
    expect(inSection.body).toMatchObject({ parent_id: Number(section.id), parent_type: 'section' });
    expect((await article(top.id, 'collection')).body).toMatchObject({ parent_type: 'collection' });
    expect((await article(section.id)).body).toMatchObject({ parent_type: 'section' });
    expect((await article(top.id, 'section')).status).toBe(404);
    expect((await article(section.id, 'collection')).status).toBe(404);
    const newer = await bed.get(`/articles/${inSection.body.id}`, { version: '2.10' });
    expect(newer.body.parent_type).toBe('collection');
  });
});

test('version 2.10 nests collections, searches, and has no sections', async () => {
  const { bed, top, section, ask } = await tree('2.10');
  expect((await ask('GET', `/help_center/collections/${section.id}`)).body).toEqual(section);
  expect(section).toMatchObject({ parent_id: top.id });
  expect(section).not.toHaveProperty('type');
  const { id } = await bed.article({ body: '<p>Hello</p>' });
  expect((await ask('GET', '/articles/search?phrase=hello')).body.data.articles[0].id).toBe(id);
});

/** What a version does not have. */
const MISSING: readonly [string, string][] = [
  ['2.7', '/articles/search'],
  ['2.9', '/articles/search'],
  ['2.10', '/help_center/sections'],
  ['2.16', '/help_center/sections/1'],
  ['2.10', '/internal_articles'],
  ['2.7', '/brands'],
  ['2.10', '/content_snippets'],
];

test.each(MISSING)('%s has no %s', async (version, path) => {
  const bed: TestBed = await testBed();
  const { status, body } = await bed.get(path, { version });
  expect([status, body.errors[0].code]).toEqual([400, 'intercom_version_invalid']);
});

test.each(['2.7', '2.8', '2.9', '2.10'])(
  '%s shows articles without tags, with parents, and none of 2.16',
  async (version) => {
    const bed = await testBed();
    const collection = await bed.collection();
    const { id } = await bed.article({ parent_id: Number(collection.id) });
    const old = (await bed.get(`/articles/${id}`, { version })).body;
    const known = (await bed.get(`/articles/${id}`, { version: '2.12' })).body;
    expect(old).toEqual(known);
    expect(old).toMatchObject({ parent_id: Number(collection.id), parent_type: 'collection' });
    expect((await bed.get('/me', { version })).headers.get('intercom-version')).toBe(version);
  },
);
