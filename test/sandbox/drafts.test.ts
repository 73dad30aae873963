import { describe, expect, test } from 'vitest';
import { testBed } from './start.ts';

describe('a draft that a person has not published', () => {
  test('shows in 2.16 and nowhere before', async () => {
    const bed = await testBed();
    const { id } = await bed.article({ state: 'published', body: '<p>Live</p>' });
    await bed.sandbox.world.stageDraft(id, { body: '<p>Later</p>' });
    const now = await bed.get(`/articles/${id}`);
    expect(now.body).toMatchObject({ has_unpublished_changes: true, body: '<p class="no-margin">Live</p>' });
    expect(now.body.draft_updated_at).toBeTypeOf('number');
    const before = await bed.get(`/articles/${id}`, { version: '2.15' });
    expect(before.body).not.toHaveProperty('has_unpublished_changes');
  });

  test('keeps a write from going live: it is staged into the draft', async () => {
    const bed = await testBed();
    const { id } = await bed.article({ title: 'Live', state: 'published' });
    await bed.sandbox.world.stageDraft(id, { body: '<p>Later</p>' });
    for (const state of [{}, { state: 'published' }]) {
      const { body } = await bed.put(`/articles/${id}`, { title: 'New', ...state });
      expect(body).toMatchObject({ title: 'Live', state: 'published', has_unpublished_changes: true });
    }
    const draft = (await bed.get(`/articles/${id}/draft`)).body;
    expect(draft).toMatchObject({ title: 'New', body: '<p class="no-margin">Later</p>' });
  });

  test('is replaced by an explicit published where that is so', async () => {
    const bed = await testBed({ quirks: { publishedOverPendingDraft: 'live' } });
    const { id } = await bed.article({ title: 'Live', state: 'published' });
    await bed.sandbox.world.stageDraft(id, { body: '<p>Later</p>' });
    const { body } = await bed.put(`/articles/${id}`, { title: 'New', state: 'published' });
    expect(body).toMatchObject({ title: 'New', body: '', has_unpublished_changes: false });
  });

  test('is what the article holds once it is unpublished', async () => {
    const bed = await testBed();
    const { id } = await bed.article({ state: 'published', body: '<p>Live</p>' });
    await bed.sandbox.world.stageDraft(id, { body: '<p>Later</p>' });
    const { body } = await bed.put(`/articles/${id}`, { state: 'draft' });
    expect(body).toMatchObject({
      state: 'draft',
      body: '<p class="no-margin">Later</p>',
      has_unpublished_changes: false,
    });
  });

  test('goes when a person discards it, and goes live when a person saves', async () => {
    const bed = await testBed();
    const { id } = await bed.article({ state: 'published', body: '<p>Live</p>' });
    await bed.sandbox.world.stageDraft(id, { body: '<p>Later</p>' });
    await bed.sandbox.world.discardDraft(id);
    expect((await bed.get(`/articles/${id}`)).body.has_unpublished_changes).toBe(false);
    await bed.sandbox.world.stageDraft(id, { body: '<p>Later</p>' });
    await bed.sandbox.world.editArticle(id, { title: 'New' });
    const { body } = await bed.get(`/articles/${id}`);
    expect(body).toMatchObject({
      title: 'New',
      body: '<p class="no-margin">Later</p>',
      has_unpublished_changes: false,
    });
  });
});

describe('the draft endpoints', () => {
  test('stage text over a published article, and publish it', async () => {
    const bed = await testBed({ multilingual: false });
    const { id } = await bed.article({ title: 'Live', state: 'published' });
    const staged = await bed.put(`/articles/${id}/draft`, { title: 'Later', author_id: bed.author, parent_id: null });
    expect(staged.body).toMatchObject({ title: 'Later', state: 'published', has_unpublished_changes: true });
    expect((await bed.get(`/articles/${id}`)).body.title).toBe('Live');
    const published = await bed.post(`/articles/${id}/draft/publish`, undefined);
    expect(published.body).toMatchObject({ title: 'Later', has_unpublished_changes: false, draft_updated_at: null });
  });

  test('want the locales named where there are languages, and each with something to publish', async () => {
    const bed = await testBed({ quirks: { draftErrorBody: 'envelope' } });
    const fr = { title: 'Bonjour', author_id: bed.author, state: 'published' };
    const { id } = await bed.article({ state: 'published', translated_content: { fr } });
    await bed.put(`/articles/${id}/draft`, { translated_content: { fr: { title: 'Salut' } } });
    const publish = (body: object) => bed.post(`/articles/${id}/draft/publish`, body);
    expect((await publish({})).body.errors[0]).toEqual({
      code: 'parameter_not_found',
      message: 'locales must be specified to publish a draft on a multilingual workspace',
    });
    expect((await publish({ locales: ['en', 'fr'] })).body.errors[0]).toEqual({
      code: 'parameter_invalid',
      message: 'Cannot publish a draft for locale(s) without pending changes: en',
    });
    expect((await publish({ locales: ['fr'] })).body.translated_content.fr.title).toBe('Salut');
    const again = await publish({ locales: ['fr'] });
    expect([again.status, again.body.errors[0].message]).toEqual([422, 'Article has no draft to publish']);
  });

  test('answer 422 for an article that is not published, in the short form unless told otherwise', async () => {
    const bed = await testBed();
    const { id } = await bed.article();
    const message = 'Article must be published before a draft can be staged';
    // Not the envelope of the description: real answers of this endpoint have neither type nor code.
    const short = await bed.put(`/articles/${id}/draft`, { title: 'x' });
    expect([short.status, short.body]).toEqual([422, { errors: [{ message, status: 422 }] }]);
    bed.sandbox.setQuirks({ draftErrorBody: 'envelope' });
    expect((await bed.put(`/articles/${id}/draft`, { title: 'x' })).body.errors[0].code).toBe('parameter_invalid');
  });

  test('answer 404 without a body where nothing is staged', async () => {
    const bed = await testBed();
    const { id } = await bed.article({ state: 'published' });
    const answer = await bed.get(`/articles/${id}/draft`);
    expect([answer.status, answer.body]).toEqual([404, undefined]);
    bed.sandbox.setQuirks({ draftNotFoundBody: 'envelope' });
    expect((await bed.get(`/articles/${id}/draft`)).body.errors[0].code).toBe('not_found');
  });
});

describe('versions', () => {
  test('keep every text an article had, newest first, and say which one readers see', async () => {
    const bed = await testBed();
    const { id } = await bed.article({ title: 'One', state: 'published' });
    await bed.put(`/articles/${id}`, { title: 'Two' });
    await bed.sandbox.world.stageDraft(id, { title: 'Three' });
    const { data, total_count } = (await bed.get(`/articles/${id}/versions`)).body;
    expect(total_count).toBe(3);
    const rows = data.map(({ title, state, created_via }: Record<string, string>) => [title, state, created_via]);
    expect(rows).toEqual([
      ['Three', 'draft', 'web'],
      ['Two', 'published', 'api'],
      ['One', 'draft', 'api'],
    ]);
    expect(data[0].from_version_id).toBe(data[1].id);
    expect(data[0]).not.toHaveProperty('body');
    const one = (await bed.get(`/articles/${id}/versions/${data[2].id}`)).body;
    expect(one).toMatchObject({ title: 'One', body: '', from_version_id: null });
    expect((await bed.get(`/articles/${id}/versions?locale=fr`)).body.total_count).toBe(0);
    expect((await bed.get(`/articles/${id}/versions?locale=xx`)).body.errors[0].message).toBe('Unknown locale');
    expect((await bed.get(`/articles/${id}/versions/1`)).status).toBe(404);
  });
});

describe('schedules', () => {
  test('publish and unpublish when their time has come', async () => {
    let now = Date.UTC(2026, 0, 1);
    const bed = await testBed({ now: () => now });
    const at = (seconds: number) => new Date(now + seconds * 1000).toISOString();
    const { id, state, scheduled_publish_at } = await bed.article({ state: 'published', scheduled_publish_at: at(60) });
    expect([state, scheduled_publish_at]).toEqual(['draft', now / 1000 + 60]);
    now += 61_000;
    expect((await bed.get(`/articles/${id}`)).body).toMatchObject({ state: 'published', scheduled_publish_at: null });
    await bed.put(`/articles/${id}`, { scheduled_unpublish_at: at(60) });
    now += 61_000;
    expect((await bed.get(`/articles/${id}`)).body).toMatchObject({ state: 'draft', scheduled_unpublish_at: null });
  });

  test('hold an edit of a published article back until then', async () => {
    let now = Date.UTC(2026, 0, 1);
    const bed = await testBed({ now: () => now });
    const { id } = await bed.article({ title: 'Now', state: 'published' });
    const scheduled_publish_at = new Date(now + 60_000).toISOString();
    const { body } = await bed.put(`/articles/${id}`, { title: 'Then', scheduled_publish_at });
    expect(body).toMatchObject({ title: 'Now', has_unpublished_changes: true });
    now += 61_000;
    expect((await bed.get(`/articles/${id}`)).body).toMatchObject({ title: 'Then', has_unpublished_changes: false });
  });

  test.each([
    ['the past', { scheduled_publish_at: '2020-01-01T00:00:00Z' }],
    ['no time at all', { scheduled_publish_at: '' }],
    ['a draft', { scheduled_publish_at: '2999-01-01T00:00:00Z', state: 'draft' }],
    ['both at once', { scheduled_publish_at: '2999-01-01T00:00:00Z', scheduled_unpublish_at: '2999-01-02T00:00:00Z' }],
    ['unpublishing a draft', { scheduled_unpublish_at: '2999-01-01T00:00:00Z' }],
  ])('refuse %s', async (_, fields) => {
    const bed = await testBed();
    const { id } = await bed.article();
    const { status, body } = await bed.put(`/articles/${id}`, fields);
    expect([status, body.errors[0].code]).toEqual([400, 'parameter_invalid']);
    expect(body.errors[0].field).toMatch(/^scheduled_/);
  });
});
