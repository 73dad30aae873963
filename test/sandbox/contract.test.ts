import { describe, expect, test } from 'vitest';
import { breachOf, DESCRIBED, type Described, fieldsOf, hasDescriptions } from './contract.ts';
import { knownErrors } from './known-errors.ts';
import { type TestBed, testBed } from './start.ts';

/** Draws an answer from every endpoint that a version has. `testBed` holds each against the description. */
async function drawEverything(bed: TestBed, version: Described): Promise<string[]> {
  const drawn: string[] = [];
  const is = (...versions: Described[]) => versions.includes(version);
  const draw = async (method: string, path: string, body?: unknown, status = 200) => {
    const answer = await bed.request(method, path, body, { version });
    expect([path, answer.status, answer.body]).toEqual([path, status, answer.body]);
    drawn.push(`${method} ${path}`);
    return answer.body;
  };
  const person = { author_id: bed.author };
  await draw('GET', '/me');
  await draw('GET', '/admins');
  await draw('GET', '/admins?display_avatar=true');
  await draw('GET', `/admins/${bed.author}`);
  await draw('GET', '/admins/1', undefined, 404);
  const { data: centres } = await draw('GET', '/help_center/help_centers');
  await draw('GET', `/help_center/help_centers/${centres[0].id}`);
  await draw('GET', '/help_center/help_centers/1', undefined, 404);
  const collection = await draw('POST', '/help_center/collections', { name: 'Billing', description: 'Money' });
  const fr = { name: 'Factures' };
  const section = { name: 'Invoices', parent_id: collection.id, translated_content: { fr } };
  await draw('POST', '/help_center/collections', section);
  await draw('POST', '/help_center/collections', {}, 400);
  await draw('GET', '/help_center/collections?per_page=1');
  await draw('GET', `/help_center/collections/${collection.id}`);
  await draw('PUT', `/help_center/collections/${collection.id}`, { name: 'Bills' });
  await draw('GET', '/help_center/collections/1', undefined, 404);
  const translated_content = { fr: { title: 'Bonjour', ...person, body: '<p>Salut</p>', state: 'draft' } };
  const fields = { title: 'Hello', body: '<h2>Hi</h2><p>there</p>', state: 'published', ...person };
  const article = await draw('POST', '/articles', { ...fields, parent_id: Number(collection.id), translated_content });
  await draw('POST', '/articles', { ...fields, author_id: undefined }, 400);
  await draw('POST', '/articles', { title: 'A draft', ...person });
  await draw('GET', '/articles?per_page=1');
  await draw('GET', '/articles');
  await draw('GET', `/articles/${article.id}`);
  await draw('GET', '/articles/1', undefined, 404);
  await draw('PUT', `/articles/${article.id}`, { title: 'Hello again', ...person });
  await draw('PUT', '/articles/1', { title: 'x' }, 404);
  await draw('GET', '/articles/search?phrase=hello&highlight=true');
  const tag = await draw('POST', '/tags', { name: 'new' });
  await draw('GET', '/tags');
  await draw('GET', `/tags/${tag.id}`);
  if (is('2.15', '2.16')) {
    const brands = await draw('GET', '/brands');
    await draw('GET', `/brands/${brands.data[0]?.id}`);
    await draw('GET', '/brands/1', undefined, 404);
  }
  if (!is('2.11')) {
    const internal = await draw('POST', '/internal_articles', { title: 'For us', owner_id: bed.author, ...person });
    await draw('GET', '/internal_articles');
    await draw('GET', '/internal_articles/search');
    await draw('GET', `/internal_articles/${internal.id}`);
    await draw('PUT', `/internal_articles/${internal.id}`, { title: 'For all of us' });
    await draw('DELETE', `/internal_articles/${internal.id}`);
    await draw('GET', `/internal_articles/${internal.id}`, undefined, 404);
  }
  if (is('2.16')) await drawNew(draw, article.id, tag.id, centres[0], bed.author);
  await draw('DELETE', `/tags/${tag.id}`);
  await draw('DELETE', `/articles/${article.id}`);
  await draw('DELETE', `/articles/${article.id}`, undefined, 404);
  await draw('DELETE', `/help_center/collections/${collection.id}`);
  return drawn;
}

type Draw = (
  method: string,
  path: string,
  body?: unknown,
  status?: number,
) => Promise<{ id: string } & { data: { id: string }[] }>;

async function drawNew(draw: Draw, article: string, tag: string, centre: { id: string; url: string }, author: number) {
  await draw('PUT', `/articles/${article}/draft`, { title: 'Later', author_id: author });
  await draw('GET', `/articles/${article}/draft`);
  await draw('POST', `/articles/${article}/draft/publish`, { locales: ['en'] });
  const versions = await draw('GET', `/articles/${article}/versions?per_page=2`);
  await draw('GET', `/articles/${article}/versions/${versions.data[0]?.id}`);
  await draw('GET', `/articles/${article}/versions?locale=xx`, undefined, 400);
  await draw('POST', `/articles/${article}/tags`, { id: tag });
  await draw('GET', `/articles/${article}`);
  await draw('DELETE', `/articles/${article}/tags/${tag}`);
  await draw('DELETE', `/articles/${article}/tags/${tag}`, undefined, 404);
  const audience = await draw('POST', '/audiences', { name: 'Enterprise' }, 201);
  await draw('POST', '/audiences', {}, 422);
  await draw('GET', '/audiences?per_page=1');
  await draw('GET', `/audiences/${audience.id}`);
  await draw('GET', '/audiences/1', undefined, 404);
  await draw('PUT', `/audiences/${audience.id}`, { name: 'Enterprises' });
  const markdown = { title: 'Resetting', body_markdown: '# Reset\n\nGo on.\n', audience_ids: [Number(audience.id)] };
  const snippet = await draw('POST', '/content_snippets', markdown, 201);
  await draw('POST', '/content_snippets', { title: 'Nothing' }, 422);
  await draw('GET', '/content_snippets');
  await draw('GET', `/content_snippets/${snippet.id}`);
  await draw('PUT', `/content_snippets/${snippet.id}`, { json_blocks: [{ type: 'paragraph', text: 'Go.' }] });
  await draw('POST', `/content_snippets/${snippet.id}/tags`, { id: tag });
  await draw('DELETE', `/content_snippets/${snippet.id}/tags/${tag}`);
  const own = await draw('POST', '/internal_articles', { title: 'Ours', owner_id: author, author_id: author });
  await draw('POST', `/internal_articles/${own.id}/tags`, { id: tag });
  await draw('DELETE', `/internal_articles/${own.id}/tags/${tag}`);
  await draw('POST', '/internal_articles/1/tags', { id: tag }, 404);
  await draw('GET', '/content/search?query=go&content_types=snippet,article');
  await draw('GET', '/content/search?states=gone', undefined, 422);
  const bulk = {
    action: 'update_tags',
    content_ids: [{ type: 'article', id: article }],
    tags: { add_tag_ids: [Number(tag)] },
  };
  await draw('POST', '/content/bulk_actions', bulk, 202);
  await draw('POST', '/content/bulk_actions', { ...bulk, action: 'burn' }, 422);
  await draw('DELETE', `/content_snippets/${snippet.id}`, undefined, 204);
  await draw('GET', `/content_snippets/${snippet.id}`, undefined, 404);
  await draw('DELETE', `/audiences/${audience.id}`, undefined, 204);
  const redirects = `/help_center/help_centers/${centre.id}/redirects`;
  const fields = { from_url: `${centre.url}/old`, locale: 'en', target_type: 'article', target_id: article };
  const redirect = await draw('POST', redirects, fields);
  await draw('POST', redirects, fields, 409);
  await draw('POST', redirects, { ...fields, from_url: 'https://example.com/' }, 422);
  await draw('POST', redirects, {}, 400);
  await draw('GET', redirects);
  await draw('GET', `${redirects}/${redirect.id}`);
  await draw('DELETE', `${redirects}/${redirect.id}`);
}

describe.skipIf(!hasDescriptions)('the official description', () => {
  test.each(DESCRIBED)('%s: every endpoint answers as it says', async (version) => {
    const bed = await testBed();
    const drawn = await drawEverything(bed, version);
    expect(drawn.length).toBeGreaterThan(version === '2.16' ? 75 : 30);
  });

  test.each(DESCRIBED)('%s: so it does without languages', async (version) => {
    await drawEverything(await testBed({ multilingual: false }), version);
  });

  test.each(DESCRIBED)('%s: so it does in strict mode', async (version) => {
    await drawEverything(await testBed({ mode: 'strict', quirks: { idTypes: 'either' } }), version);
  });

  test.each(DESCRIBED)('%s: no object has a field of another version', async (version) => {
    const bed = await testBed();
    const article = await bed.article({ state: 'published' });
    const collection = await bed.collection();
    // In every recording, and in no description.
    const undocumented = ['content_id'];
    const single = (await bed.get(`/articles/${article.id}`, { version })).body;
    const listed = (await bed.get('/articles', { version })).body.data[0];
    const centre = (await bed.get('/help_center/help_centers', { version })).body.data[0];
    const admin = (await bed.get('/admins', { version })).body.admins[0];
    const group = (await bed.get(`/help_center/collections/${collection.id}`, { version })).body;
    const strangers = (object: object, ...schemas: string[]) =>
      Object.keys(object).filter((name) => !schemas.some((schema) => fieldsOf(version, schema).includes(name)));
    expect(strangers(listed, 'article_list_item')).toEqual(undocumented);
    // Says of single-language help centres where the field stands, but has it only for languages.
    expect(strangers(single, 'article')).toEqual(undocumented);
    expect(strangers(single.translated_content.en, 'article_content')).toEqual([]);
    expect(strangers(centre, 'help_center')).toEqual([]);
    expect(strangers(admin, 'admin')).toEqual([]);
    expect(strangers(group, 'collection')).toEqual([]);
  });

  test.each(DESCRIBED)('%s: nothing it says of an article is missing', async (version) => {
    const bed = await testBed();
    const { id } = await bed.article();
    const article = (await bed.get(`/articles/${id}`, { version })).body;
    expect(fieldsOf(version, 'article').filter((name) => !(name in article))).toEqual([]);
    const french = fieldsOf(version, 'article_content').filter((name) => !(name in article.translated_content.en));
    expect(french).toEqual([]);
  });

  test('has errors, each of them still there', async () => {
    const bed = await testBed();
    await bed.article();
    await bed.article({ translated_content: { fr: { title: 'Brouillon', author_id: bed.author } } });
    const paths = ['/articles?per_page=1', '/articles/1', '/help_center/collections', '/admins', '/me'];
    const breaches = [];
    for (const version of DESCRIBED) {
      expect(knownErrors(version).length).toBeGreaterThan(2);
      for (const path of paths) {
        const { status, body } = await bed.get(path, { version });
        breaches.push(breachOf({ version, method: 'GET', path, status, body }, false) ?? '');
      }
    }
    expect(breaches.filter((breach) => breach.includes('/pages/next')).length).toBe(4);
    expect(breaches.filter((breach) => breach.includes('/translated_content/fr/url')).length).toBe(4);
    expect(breaches.filter((breach) => breach.includes('/request_id must match format')).length).toBe(4);
    expect(breaches.filter((breach) => breach.includes("'job_title'")).length).toBe(2);
  });
});
