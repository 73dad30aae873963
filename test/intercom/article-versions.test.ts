import { expect, test } from 'vitest';
import { createReader } from '../../src/intercom/index.ts';
import type { ApiVersion } from '../../src/model/api-version.ts';
import { type TestBed, testBed } from '../sandbox/start.ts';

const reader = ({ sandbox }: TestBed, version: ApiVersion = '2.16') =>
  createReader({
    ...{ token: sandbox.token, baseUrl: sandbox.url, region: 'us', version, concurrency: 4, env: {} },
    ...{ now: Date.now, random: Math.random, signal: new AbortController().signal },
    sleep: (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds)),
  });

test('what an article was before is had back, the newest first, with who saved it', async () => {
  const bed = await testBed();
  const { id } = await bed.article({ body: '<p>First.</p>', state: 'published' });
  const by = bed.sandbox.world.teammates().find((one) => one.writesArticles && one.id !== String(bed.author))?.id ?? '';
  await bed.sandbox.world.editArticle(id, { by, body: '<p>Second.</p>', title: 'Other' });
  const client = reader(bed);
  const [second, first, ...more] = await client.versions(id, 'en');
  expect(more).toEqual([]);
  expect(second?.createdById).toBe(by);
  expect(await client.version(id, second?.id ?? '', 'en')).toMatchObject({ title: 'Other', description: '' });
  expect(await client.version(id, first?.id ?? '', null)).toMatchObject({
    title: 'Title',
    body: '<p class="no-margin">First.</p>',
    authorId: String(bed.author),
  });
});

test('an article without versions has none: unknown, in a locale that is off, or on an older API', async () => {
  const bed = await testBed();
  const { id } = await bed.article();
  expect(await reader(bed).versions('999', 'en')).toEqual([]);
  expect(await reader(bed).versions(id, 'xx')).toEqual([]);
  expect(await reader(bed).version(id, '999', null)).toBeNull();
  expect(await reader(bed, '2.15').versions(id, 'en')).toEqual([]);
  expect(await reader(bed, '2.15').version(id, '1', 'en')).toBeNull();
  expect(bed.sandbox.log.filter((entry) => (entry.status ?? 500) >= 500)).toEqual([]);
});
