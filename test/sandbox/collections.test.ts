import { describe, expect, test } from 'vitest';
import { testBed } from './start.ts';

describe('collections', () => {
  test('are created at the top in order, with an address', async () => {
    const bed = await testBed();
    const first = await bed.collection({ name: 'Getting started', description: 'First steps' });
    const second = await bed.collection({ name: 'Billing' });
    const [centre] = (await bed.get('/help_center/help_centers')).body.data;
    expect(first).toMatchObject({
      description: 'First steps',
      order: 0,
      parent_id: null,
      help_center_id: Number(centre.id),
    });
    expect(first.url).toBe(`${centre.url}/en/collections/${first.id}-getting-started`);
    expect([second.order, second.description]).toEqual([1, null]);
  });

  test('nest three levels deep, and say no help centre inside another', async () => {
    const bed = await testBed();
    const top = await bed.collection();
    const middle = await bed.collection({ parent_id: top.id });
    const bottom = await bed.collection({ parent_id: middle.id });
    expect([middle.parent_id, middle.help_center_id, bottom.order]).toEqual([top.id, null, 0]);
    expect((await bed.post('/help_center/collections', { name: 'x', parent_id: bottom.id })).status).toBe(400);
    const other = await bed.collection();
    expect((await bed.put(`/help_center/collections/${top.id}`, { parent_id: other.id })).status).toBe(400);
    expect((await bed.put(`/help_center/collections/${top.id}`, { parent_id: bottom.id })).status).toBe(400);
    bed.sandbox.setQuirks({ nestedHelpCentreId: 'given' });
    const given = (await bed.get(`/help_center/collections/${middle.id}`)).body.help_center_id;
    expect(given).toBe(top.help_center_id);
  });

  test('want a name, a parent that exists and a help centre that exists', async () => {
    const bed = await testBed();
    const create = (body: object) => bed.post('/help_center/collections', body);
    const missing = await create({ description: 'x' });
    expect(missing.body.errors).toEqual([{ code: 'parameter_not_found', message: 'Name is a required parameter.' }]);
    expect((await create({ name: 'x', parent_id: '1' })).status).toBe(404);
    expect((await create({ name: 'x', help_center_id: 1 })).status).toBe(404);
    expect((await bed.get('/help_center/collections')).body.total_count).toBe(0);
  });

  test('merge translations, and repeat the default locale among them', async () => {
    const bed = await testBed();
    const fr = { name: 'Factures', description: 'Argent' };
    const { id } = await bed.collection({ name: 'Bills', translated_content: { fr } });
    const update = { name: 'Invoices', translated_content: { de: { name: 'Rechnungen' } } };
    const { body } = await bed.put(`/help_center/collections/${id}`, update);
    expect(body.translated_content).toEqual({
      type: 'group_translated_content',
      en: { type: 'group_content', name: 'Invoices', description: '' },
      fr: { type: 'group_content', ...fr },
      de: { type: 'group_content', name: 'Rechnungen', description: '' },
    });
  });

  test('move to the top with parent_id null, and stay where they are without it', async () => {
    const bed = await testBed();
    const top = await bed.collection();
    const inner = await bed.collection({ parent_id: top.id });
    const path = `/help_center/collections/${inner.id}`;
    expect((await bed.put(path, { name: 'x' })).body.parent_id).toBe(top.id);
    expect((await bed.put(path, { parent_id: null })).body.parent_id).toBeNull();
  });
});

describe('deleting a collection that holds something', () => {
  async function filled(rule: 'unlist' | 'lift' | 'refuse') {
    const bed = await testBed({ quirks: { deleteNonEmptyCollection: rule } });
    const top = await bed.collection({ name: 'Top' });
    const middle = await bed.collection({ name: 'Middle', parent_id: top.id });
    const bottom = await bed.collection({ name: 'Bottom', parent_id: middle.id });
    const inMiddle = await bed.article({ parent_id: Number(middle.id) });
    const inBottom = await bed.article({ parent_id: Number(bottom.id) });
    const answer = await bed.del(`/help_center/collections/${middle.id}`);
    const names = (await bed.get('/help_center/collections')).body.data.map(({ name }: { name: string }) => name);
    const parents = async (id: string) => (await bed.get(`/articles/${id}`)).body.parent_ids;
    return {
      answer,
      names: names.sort(),
      top,
      bottom,
      parents: [await parents(inMiddle.id), await parents(inBottom.id)],
    };
  }

  test('takes its sections with it, and leaves the articles in no collection', async () => {
    const { answer, names, parents } = await filled('unlist');
    expect(answer.body).toMatchObject({ object: 'collection', deleted: true });
    expect([names, parents]).toEqual([['Top'], [[], []]]);
  });

  test('or lifts what it holds one level', async () => {
    const { names, parents, top, bottom } = await filled('lift');
    expect(names).toEqual(['Bottom', 'Top']);
    expect(parents).toEqual([[Number(top.id)], [Number(bottom.id)]]);
  });

  test('or is refused', async () => {
    const { answer, names } = await filled('refuse');
    expect([answer.status, names.length]).toEqual([400, 3]);
  });
});
