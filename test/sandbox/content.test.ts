import { describe, expect, test } from 'vitest';
import { testBed } from './start.ts';

/** A workspace with an article, an internal article and a snippet that say the same. */
async function workspace() {
  const bed = await testBed();
  const article = await bed.article({ body: '<p>Questions &amp; answers</p>', state: 'published' });
  const people = { owner_id: bed.author, author_id: bed.author };
  const made = { title: 'Ours', body: '<p>Questions <b>&amp;</b> answers</p>', ...people };
  const internal = (await bed.post('/internal_articles', made)).body;
  const snippet = (await bed.post('/content_snippets', { title: 'Short', body_markdown: 'Questions & answers' })).body;
  const find = async (query: string): Promise<string[]> => {
    const { body } = await bed.get(`/content/search?${query}`);
    return body.data.map(({ id }: { id: string }) => id).sort();
  };
  const all = [article.id, internal.id, snippet.id];
  return { bed, article, internal, snippet, find, all: all.sort() };
}

describe('searching content', () => {
  test('finds the text that people read, in every kind of it', async () => {
    const { find, all, article, internal, snippet } = await workspace();
    expect(await find('query=questions%20%26%20answers')).toEqual(all);
    expect(await find('query=amp')).toEqual([]);
    expect(await find('query=short')).toEqual([snippet.id]);
    expect(await find('content_types=internal_article,article')).toEqual([article.id, internal.id].sort());
    expect(await find('states=draft')).toEqual([]);
    expect(await find('locales=en')).toEqual(all);
    expect(await find('locales=fr')).toEqual([]);
    expect(await find('copilot_state=off')).toEqual([internal.id, snippet.id].sort());
  });

  test('finds by tags, and by the lack of them', async () => {
    const { bed, find, internal, all } = await workspace();
    const tag = (await bed.post('/tags', { name: 'New' })).body.id;
    await bed.post(`/internal_articles/${internal.id}/tags`, { id: tag });
    expect(await find(`tag_ids=${tag}`)).toEqual([internal.id]);
    expect(await find(`tag_ids=${tag}&tag_operator=NIN`)).toEqual(all.filter((id) => id !== internal.id));
  });
});

describe('bulk actions', () => {
  test('set what Fin may do, audiences and tags of every kind, and delete it', async () => {
    const { bed, internal, snippet, find } = await workspace();
    const audience = Number((await bed.post('/audiences', { name: 'A' })).body.id);
    const tag = Number((await bed.post('/tags', { name: 'New' })).body.id);
    const items = [
      { type: 'internal_article', id: internal.id },
      { type: 'content_snippet', id: snippet.id },
      { type: 'content_snippet', id: '1' },
    ];
    const act = (action: string, rest: object = {}) =>
      bed.post('/content/bulk_actions', { action, content_ids: items, ...rest });
    expect((await act('set_availability', { availability: { ai_agent: true } })).status).toBe(202);
    await act('set_audience', { audience: { add_segment_ids: [audience] } });
    await act('update_tags', { tags: { add_tag_ids: [tag] } });
    const changed = { ai_chatbot_availability: true, ai_copilot_availability: false, audience_ids: [audience] };
    for (const path of [`/internal_articles/${internal.id}`, `/content_snippets/${snippet.id}`]) {
      expect((await bed.get(path)).body).toMatchObject(changed);
    }
    expect(await find(`tag_ids=${tag}`)).toEqual([internal.id, snippet.id].sort());
    const unknown = await act('set_audience', { audience: { add_segment_ids: [1] } });
    expect([unknown.status, unknown.body.errors[0].field]).toEqual([422, 'audience']);
    await act('delete');
    expect((await bed.get(`/content_snippets/${snippet.id}`)).status).toBe(404);
    expect((await bed.get(`/internal_articles/${internal.id}`)).status).toBe(404);
  });
});
