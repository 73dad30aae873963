import { describe, expect, test } from 'vitest';
import { testBed } from './start.ts';

describe('the workspace', () => {
  test('begins with two teammates, the operator bot, one help centre and nothing in it', async () => {
    const bed = await testBed();
    const me = (await bed.get('/me')).body;
    const { admins } = (await bed.get('/admins')).body;
    expect(me).toMatchObject({ type: 'admin', id: admins[0].id, app: { type: 'app', region: 'US' } });
    expect(me.app.id_code).toMatch(/^[a-z0-9]{8}$/);
    expect(admins.map(({ name }: { name: string }) => name)).toEqual(['Ada Byrne', 'Tom Quinn', 'Fin']);
    expect(admins[2].email).toBe(`operator+${me.app.id_code}@intercom.io`);
    const { data } = (await bed.get('/help_center/help_centers')).body;
    expect(data).toHaveLength(1);
    expect(data[0]).toMatchObject({ default: true, locales: ['en', 'fr', 'de', 'es'], website_turned_on: true });
    expect((await bed.get('/articles')).body.total_count).toBe(0);
  });

  test('answers 404 for teammates and help centres there are not', async () => {
    const bed = await testBed();
    const admin = await bed.get('/admins/5');
    expect([admin.status, admin.body.errors[0].code]).toEqual([404, 'admin_not_found']);
    expect((await bed.get('/help_center/help_centers/5')).status).toBe(404);
    expect((await bed.get('/contacts')).body.errors[0].code).toBe('not_found');
  });
});

describe('versions of the API', () => {
  test('are answered as they were asked for, the newest by default', async () => {
    const bed = await testBed();
    expect((await bed.get('/me')).headers.get('intercom-version')).toBe('2.16');
    expect((await bed.get('/me', { version: '2.12' })).headers.get('intercom-version')).toBe('2.12');
    const old = await testBed({ version: '2.11' });
    expect((await old.get('/me')).headers.get('intercom-version')).toBe('2.11');
  });

  test.each(['1.0', '2.6', '2.17', '3', 'Unstable'])('there is no %s here', async (version) => {
    const bed = await testBed();
    const { status, body } = await bed.get('/me', { version });
    const message = 'The requested version could not be found';
    expect([status, body.errors[0]]).toEqual([400, { code: 'intercom_version_invalid', message }]);
  });

  test.each([
    ['2.12', 'GET', '/internal_articles'],
    ['2.15', 'GET', '/articles/1/draft'],
    ['2.15', 'POST', '/articles/1/draft/publish'],
    ['2.15', 'GET', '/articles/1/versions'],
    ['2.15', 'POST', '/articles/1/tags'],
    ['2.14', 'GET', '/brands'],
    ['2.15', 'GET', '/audiences'],
    ['2.15', 'GET', '/content_snippets'],
    ['2.15', 'GET', '/content/search'],
    ['2.15', 'POST', '/content/bulk_actions'],
    ['2.15', 'GET', '/help_center/help_centers/1/redirects'],
  ])('%s has no %s %s', async (version, method, path) => {
    const bed = await testBed();
    const { status, body } = await bed.request(method, path, undefined, { version });
    const message = 'Requested resource is not available in current API version';
    expect([status, body.errors[0]]).toEqual([400, { code: 'intercom_version_invalid', message }]);
  });
});

describe('tags', () => {
  test('are put on articles that exist, and taken off', async () => {
    const bed = await testBed();
    const tag = (await bed.post('/tags', { name: 'Urgent' })).body;
    expect((await bed.post('/tags', { name: 'urgent' })).body.id).toBe(tag.id);
    expect((await bed.post('/tags', { id: tag.id, name: 'Soon' })).body.name).toBe('Soon');
    const { id } = await bed.article();
    const applied = (await bed.post(`/articles/${id}/tags`, { id: tag.id })).body;
    expect(applied).toMatchObject({ type: 'tag', name: 'Soon', applied_by: { type: 'admin', id: String(bed.author) } });
    expect((await bed.get(`/articles/${id}`, { version: '2.13' })).body.tags.tags).toEqual([applied]);
    expect((await bed.get(`/articles/${id}`, { version: '2.12' })).body).not.toHaveProperty('tags');
    const removed = (await bed.del(`/articles/${id}/tags/${tag.id}`)).body;
    expect([removed.applied_at, removed.applied_by]).toEqual([null, null]);
    expect((await bed.get(`/articles/${id}`)).body.tags.tags).toEqual([]);
  });

  test('go from articles when they are deleted', async () => {
    const bed = await testBed();
    const tag = (await bed.post('/tags', { name: 'Urgent' })).body;
    const { id } = await bed.article();
    await bed.post(`/articles/${id}/tags`, { id: tag.id });
    expect((await bed.del(`/tags/${tag.id}`)).status).toBe(200);
    expect((await bed.get(`/articles/${id}`)).body.tags.tags).toEqual([]);
    expect((await bed.get('/tags')).body.data).toEqual([]);
  });

  test('say what is missing: article, tag or right', async () => {
    const bed = await testBed();
    const { id } = await bed.article();
    const code = async (path: string) => (await bed.post(path, { id: '1' })).body.errors[0].code;
    expect(await code('/articles/1/tags')).toBe('article_not_found');
    expect(await code(`/articles/${id}/tags`)).toBe('tag_not_found');
    await bed.sandbox.world.setRights(String(bed.author), { managesKnowledge: false });
    expect(await code(`/articles/${id}/tags`)).toBe('forbidden');
  });
});

describe('redirects', () => {
  test('lead from addresses inside the help centre, each once, to what exists', async () => {
    const bed = await testBed();
    const [centre] = (await bed.get('/help_center/help_centers')).body.data;
    const base = `/help_center/help_centers/${centre.id}/redirects`;
    const { id } = await bed.article();
    const fields = { from_url: `${centre.url}/old?page=1`, locale: 'fr', target_type: 'article', target_id: id };
    const made = (await bed.post(base, fields)).body;
    // The article is not there in French: the redirect is bound to the locale it is there in.
    expect(made).toMatchObject({ ...fields, type: 'help_center_redirect', locale: 'en', help_center_id: centre.id });
    const errors = async (body: object) => {
      const answer = await bed.post(base, body);
      return [answer.status, answer.body.errors[0].code, answer.body.errors[0].message];
    };
    expect(await errors(fields)).toEqual([409, 'resource_conflict', 'A redirect with that URL already exists']);
    expect(await errors({ ...fields, from_url: undefined })).toEqual([
      400,
      'parameter_not_found',
      'from_url is required',
    ]);
    const kind = "target_type must be 'article' or 'collection'";
    expect(await errors({ ...fields, target_type: 'page' })).toEqual([400, 'parameter_invalid', kind]);
    const space = "from_url must be an absolute URL within this help center's URL space";
    expect(await errors({ ...fields, from_url: 'https://example.com/x' })).toEqual([422, 'data_invalid', space]);
    expect(await errors({ ...fields, from_url: '/old' })).toEqual([422, 'data_invalid', space]);
    expect((await errors({ ...fields, from_url: `${centre.url}/y`, target_id: '1' }))[0]).toBe(422);
    expect((await bed.get(base)).body).toMatchObject({ total_count: 1, data: [made], pages: { per_page: 50 } });
    const followed = await fetch(fields.from_url, { redirect: 'manual' });
    expect(followed.headers.get('location')).toBe(`/sandbox-help/en/articles/${id}-title`);
    expect((await bed.del(`${base}/${made.id}`)).body).toEqual({
      id: made.id,
      object: 'help_center_redirect',
      deleted: true,
    });
    expect((await bed.get(`${base}/${made.id}`)).status).toBe(404);
  });

  test('go with the article they lead to', async () => {
    const bed = await testBed();
    const [centre] = (await bed.get('/help_center/help_centers')).body.data;
    const base = `/help_center/help_centers/${centre.id}/redirects`;
    const { id } = await bed.article();
    await bed.post(base, { from_url: `${centre.url}/old`, locale: 'en', target_type: 'article', target_id: id });
    await bed.del(`/articles/${id}`);
    expect((await bed.get(base)).body.total_count).toBe(0);
  });
});

describe('internal articles', () => {
  test('have an owner and an author, and neither state nor collection', async () => {
    const bed = await testBed();
    const fields = { title: 'For us', body: '<p>x</p>', owner_id: bed.author, author_id: bed.author };
    const made = (await bed.post('/internal_articles', fields)).body;
    expect(made).toMatchObject({
      ...fields,
      type: 'internal_article',
      body: '<p class="no-margin">x</p>',
      locale: 'en',
    });
    expect(made).toMatchObject({ ai_chatbot_availability: false, body_markdown: 'x\n' });
    expect((await bed.put(`/internal_articles/${made.id}`, { title: 'New' })).body).toMatchObject({
      title: 'New',
      body: made.body,
    });
    for (const field of ['title', 'owner_id', 'author_id']) {
      const answer = await bed.post('/internal_articles', { ...fields, [field]: undefined });
      expect([answer.status, answer.body.errors[0].code]).toEqual([400, 'parameter_not_found']);
    }
    expect((await bed.get('/internal_articles/search?folder_id=1')).body.total_count).toBe(0);
    expect((await bed.get('/articles')).body.total_count).toBe(0);
    const gone = (await bed.del(`/internal_articles/${made.id}`)).body;
    expect(gone).toEqual({ id: made.id, object: 'internal_article', deleted: true });
  });
});
