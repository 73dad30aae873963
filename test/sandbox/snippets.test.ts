import { describe, expect, test } from 'vitest';
import { type TestBed, testBed } from './start.ts';

const snippet = async (bed: TestBed, fields: object = {}) =>
  (await bed.post('/content_snippets', { title: 'Reset', body_markdown: 'Go on.', ...fields })).body;

describe('a content snippet', () => {
  test.each([
    ['a title of 256 characters', { title: 'x'.repeat(256) }],
    ['a blank title', { title: ' ' }],
    ['a title that is no text', { title: 5 }],
    ['blocks that are none', { body_markdown: undefined, json_blocks: 'x' }],
    ['a block of a kind there is not', { body_markdown: undefined, json_blocks: [{ type: 'hologram' }] }],
    ['two bodies', { json_blocks: [] }],
    ['a language that Fin has not', { locale: 'xx' }],
    ['a switch that is no switch', { ai_chatbot_availability: 'yes' }],
    ['audiences that are no numbers', { audience_ids: ['1'] }],
  ])('with %s is refused with a 422, and nothing has changed', async (_, wrong) => {
    const bed = await testBed();
    const fields = { title: 'New', body_markdown: 'New', ...wrong };
    const created = await bed.post('/content_snippets', fields);
    expect([created.status, created.body.errors[0].code]).toEqual([422, 'validation_error']);
    expect((await bed.get('/content_snippets')).body.total_count).toBe(0);
    const made = await snippet(bed);
    const put = await bed.put(`/content_snippets/${made.id}`, fields);
    expect([put.status, put.body.errors[0].code]).toEqual([422, 'validation_error']);
    expect((await bed.get(`/content_snippets/${made.id}`)).body).toEqual(made);
  });

  test('needs a title and a body, and is in English and for nobody where nothing else is said', async () => {
    const bed = await testBed();
    for (const body of [{ body_markdown: 'x' }, { title: 'x' }, {}]) {
      expect((await bed.post('/content_snippets', body)).status).toBe(422);
    }
    const availability = { ai_chatbot_availability: false, chatbot_availability: 0, copilot_availability: 0 };
    expect(await snippet(bed)).toMatchObject({ type: 'content_snippet', locale: 'en', ...availability });
    expect(await snippet(bed, { locale: 'fr', ai_copilot_availability: true })).toMatchObject({
      ...{ locale: 'fr', ai_copilot_availability: true, copilot_availability: 1 },
    });
  });

  test('reads back written anew, as blocks and as Markdown', async () => {
    const bed = await testBed();
    const made = await snippet(bed, { body_markdown: '* One\n* Two\n\nA __bold__\nword.' });
    expect(made.body_markdown).toMatch(/^- One\n+- Two\n\nA \*\*bold\*\* word\.\n$/);
    expect(made.json_blocks).toEqual([
      { type: 'unorderedList', items: ['One', 'Two'] },
      { type: 'paragraph', text: 'A <b>bold</b> word.' },
    ]);
    const blocks = [
      { type: 'heading', text: 'Reset' },
      { type: 'paragraph', text: 'Go to <b>Settings</b> > Security.' },
      { type: 'orderedList', items: ['One', 'Two'] },
      { type: 'code', text: 'x &lt; y' },
    ];
    const put = (await bed.put(`/content_snippets/${made.id}`, { json_blocks: blocks })).body;
    expect(put.json_blocks).toEqual(blocks);
    expect(put.body_markdown).toMatch(
      /^# Reset.*\n\nGo to \*\*Settings\*\* > Security\.\n\n1\. One\n+2\. Two\n\n```\n/,
    );
    expect((await bed.put(`/content_snippets/${made.id}`, { title: 'New' })).body).toMatchObject({
      ...{ title: 'New', json_blocks: blocks, body_markdown: put.body_markdown },
    });
  });

  test('keeps its audiences where an update names none, and loses one that is deleted', async () => {
    const bed = await testBed();
    const [a, b] = [await bed.post('/audiences', { name: 'A' }), await bed.post('/audiences', { name: 'B' })];
    const ids = [Number(a.body.id), Number(b.body.id)];
    const { id } = await snippet(bed, { audience_ids: ids });
    expect((await bed.put(`/content_snippets/${id}`, { title: 'New' })).body.audience_ids).toEqual(ids);
    expect((await bed.del(`/audiences/${ids[0]}`)).status).toBe(204);
    expect((await bed.get(`/content_snippets/${id}`)).body.audience_ids).toEqual([ids[1]]);
    const unknown = await bed.put(`/content_snippets/${id}`, { title: 'Never', audience_ids: [ids[0]] });
    expect([unknown.status, (await bed.get(`/content_snippets/${id}`)).body.title]).toEqual([404, 'New']);
    expect((await bed.put(`/content_snippets/${id}`, { audience_ids: [] })).body.audience_ids).toEqual([]);
  });

  test('is gone with a 204 that says nothing', async () => {
    const bed = await testBed();
    const { id } = await snippet(bed);
    const gone = await bed.del(`/content_snippets/${id}`);
    expect([gone.status, gone.body]).toEqual([204, undefined]);
    const again = await bed.del(`/content_snippets/${id}`);
    expect([again.status, again.body.errors]).toEqual([
      404,
      [{ code: 'not_found', message: 'Content snippet not found' }],
    ]);
  });
});

test.each(['/content_snippets', '/audiences'])('%s has pages of fifty at most, said beside the rows', async (path) => {
  const bed = await testBed();
  for (const name of ['A', 'B', 'C']) await bed.post(path, { name, title: name, body_markdown: name });
  const { type, data, ...facts } = (await bed.get(`${path}?per_page=2&page=2`)).body;
  expect([type, data.length, facts]).toEqual(['list', 1, { total_count: 3, page: 2, per_page: 2, total_pages: 2 }]);
  expect((await bed.get(path)).body).toMatchObject({ per_page: 50, total_pages: 1 });
  expect((await bed.get(`${path}?per_page=50`)).status).toBe(200);
  expect((await bed.get(`${path}?per_page=51`)).status).toBe(400);
});
