import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fastGlob from 'fast-glob';
import { expect, test } from 'vitest';
import { pageAddress } from '../../src/model/documentation.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

test('a page of the documentation is where the repository is', () => {
  const { repository } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { repository: { url: string } };
  const folder = `${repository.url.replace(/^git\+|\.git$/g, '')}/blob/HEAD/docs`;
  expect(pageAddress('reference/problems')).toBe(`${folder}/reference/problems.md`);
});

test('every page that a message names is there, by its address', async () => {
  const sources = await fastGlob('src/**/*.ts', { cwd: root, absolute: true });
  const named = sources.flatMap((file) => [
    ...[...readFileSync(file, 'utf8').matchAll(/pageAddress\('([^']+)'\)/g)].map(([, page]) => page),
  ]);
  expect(named.length).toBeGreaterThan(8);
  expect(named.filter((page) => !existsSync(`${root}docs/${page}.md`))).toEqual([]);
});
