import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import type { SandboxVersion } from '../../src/sandbox/version.ts';
import { type DrawnAnswer, differencesOf, findingsIn } from './contract.ts';
import { DESCRIBED, fieldsOf, hasDescriptions } from './description.ts';
import { DIFFERENCES } from './differences.ts';
import { type TestBed, testBed } from './start.ts';

/** Draws an answer from every endpoint that a version has. `testBed` holds each against the description. */
async function drawEverything(bed: TestBed, version: SandboxVersion): Promise<void> {
  const has = (first: SandboxVersion) => minor(first) <= minor(version);
  const draw = async (method: string, path: string, body?: unknown, status = 200) => {
    const answer = await bed.request(method, path, body, { version });
    expect([path, answer.status, answer.body]).toEqual([path, status, answer.body]);
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
  if (has('2.10')) {
    const section = { name: 'Invoices', parent_id: collection.id, translated_content: { fr } };
    await draw('POST', '/help_center/collections', section);
  } else await drawSections(draw, collection.id);
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
  if (has('2.10')) await draw('GET', '/articles/search?phrase=hello&highlight=true');
  const tag = await draw('POST', '/tags', { name: 'new' });
  await draw('GET', '/tags');
  await draw('GET', `/tags/${tag.id}`);
  if (has('2.15')) {
    const brands = await draw('GET', '/brands');
    await draw('GET', `/brands/${brands.data[0]?.id}`);
    await draw('GET', '/brands/1', undefined, 404);
  }
  if (has('2.13')) {
    const internal = await draw('POST', '/internal_articles', { title: 'For us', owner_id: bed.author, ...person });
    await draw('GET', '/internal_articles');
    await draw('GET', '/internal_articles/search');
    await draw('GET', `/internal_articles/${internal.id}`);
    await draw('PUT', `/internal_articles/${internal.id}`, { title: 'For all of us' });
    await draw('DELETE', `/internal_articles/${internal.id}`);
    await draw('GET', `/internal_articles/${internal.id}`, undefined, 404);
  }
  if (has('2.16')) await drawNew(draw, article.id, tag.id, centres[0], bed.author);
  await draw('DELETE', `/tags/${tag.id}`);
  await draw('DELETE', `/articles/${article.id}`);
  await draw('DELETE', `/articles/${article.id}`, undefined, 404);
  await draw('DELETE', `/help_center/collections/${collection.id}`);
}

const minor = (version: SandboxVersion): number => Number(version.split('.')[1]);

type Draw = (
  method: string,
  path: string,
  body?: unknown,
  status?: number,
) => Promise<{ id: string } & { data: { id: string }[] }>;

async function drawSections(draw: Draw, collection: string) {
  const { id } = await draw('POST', '/help_center/sections', { name: 'Invoices', parent_id: Number(collection) });
  await draw('GET', '/help_center/sections');
  await draw('GET', `/help_center/sections/${id}`);
  await draw('GET', '/help_center/sections/1', undefined, 404);
  await draw('PUT', `/help_center/sections/${id}`, { name: 'Bills' });
  await draw('DELETE', `/help_center/sections/${id}`);
}

async function drawNew(draw: Draw, article: string, tag: string, centre: { id: string; url: string }, author: number) {
  await draw('PUT', `/articles/${article}/draft`, { title: 'Later', author_id: author });
  await draw('GET', `/articles/${article}/draft`);
  await draw('POST', `/articles/${article}/draft/publish`, { locales: ['en'] });
  await draw('GET', `/articles/${article}/draft`, undefined, 404);
  await draw('POST', `/articles/${article}/draft/publish`, { locales: ['en'] }, 422);
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
  await draw('POST', '/content_snippets', { ...markdown, audience_ids: [1] }, 404);
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

/** Workspaces whose answers differ. */
const WORKSPACES: readonly Parameters<typeof testBed>[0][] = [
  {},
  { multilingual: false },
  { mode: 'strict', quirks: { idTypes: 'either' } },
];

describe.skipIf(!hasDescriptions)('the official description', () => {
  test('is what every endpoint of every version answers as, but for the list, all of which is needed', {
    timeout: 180_000,
  }, async () => {
    const answers: DrawnAnswer[] = [];
    for (const options of WORKSPACES) {
      const bed = await testBed(options, (answer) => answers.push(answer));
      for (const version of DESCRIBED) await drawEverything(bed, version);
    }
    expect(answers.length).toBeGreaterThan(304);
    const needed = new Set(answers.flatMap(findingsIn).flatMap(differencesOf));
    const testable = DIFFERENCES.filter(({ versions = DESCRIBED }) => versions.some((one) => DESCRIBED.includes(one)));
    expect(testable.filter((difference) => !needed.has(difference)).map(({ reason }) => reason)).toEqual([]);
  });

  test('names no field of an article that is missing', async () => {
    const bed = await testBed();
    const { id } = await bed.article();
    for (const version of DESCRIBED) {
      const article = (await bed.get(`/articles/${id}`, { version })).body;
      const missing = (object: object, schema: string) =>
        fieldsOf(version, schema).filter((name) => !Object.hasOwn(object, name));
      expect([version, missing(article, 'article')]).toEqual([version, []]);
      expect([version, missing(article.translated_content.en, 'article_content')]).toEqual([version, []]);
    }
  });

  test('holds: what is not in the list is found', async () => {
    const version = '2.16';
    const of = { version, method: 'GET', path: '/tags/1' } as const;
    const says = (status: number, body: unknown) => findingsIn({ ...of, status, body }).map((one) => one.says);
    expect(says(200, { type: 'tag', id: '1', name: 'x' })).toEqual([]);
    expect(says(200, { type: 'tag', id: 1, name: 'x' })).toEqual(['must be string']);
    expect(says(200, { type: 'tag', id: '1', name: 'x', colour: 'red' })).toEqual(['has colour']);
    expect(says(404, { type: 'error.list' })).toEqual(["must have required property 'errors'"]);
    expect(says(201, {})).toEqual(['is not described']);
  });
});

test('the page about the sandbox has the list of differences, word for word', async () => {
  const page = await readFile(new URL('../../docs/reference/sandbox.md', import.meta.url), 'utf8');
  const [, section = ''] = page.split('## Where it differs from the descriptions\n');
  const lines = (section.split('\n## ')[0] ?? '').split('\n').filter((line) => line.startsWith('- '));
  const about = (versions: readonly SandboxVersion[] | undefined) => {
    if (versions === undefined) return '';
    return ` (${versions.length > 2 ? `${versions[0]} to ${versions.at(-1)}` : versions.join(' and ')})`;
  };
  expect(lines).toEqual(DIFFERENCES.map(({ reason, versions }) => `- ${reason}${about(versions)}.`));
});
