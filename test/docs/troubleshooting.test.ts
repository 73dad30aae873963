import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fastGlob from 'fast-glob';
import { expect, test } from 'vitest';
import { pageText } from './pasted.ts';

test('every message that the page on troubleshooting quotes is one that the program has', async () => {
  const page = await pageText('docs/guides/troubleshooting.md');
  const quoted = [...page.matchAll(/^\*\*"(?:… )?(.+?)(?: …)?"\*\*/gm)].map(([, words = '']) => words);
  const cwd = fileURLToPath(new URL('../../src/', import.meta.url));
  const source = (await fastGlob('**/*.ts', { cwd, absolute: true }))
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
  expect(quoted.length).toBeGreaterThan(5);
  expect(quoted.filter((words) => !source.includes(words))).toEqual([]);
});
