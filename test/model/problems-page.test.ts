import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { pageFile, problemsPage } from '../../scripts/problems-page.ts';
import { problemCodes } from '../../src/model/problem.ts';
import { problemAddress } from '../../src/use-cases/problem-address.ts';

test('docs/reference/problems.md is what the catalogue says; "npm run docs" writes it', async () => {
  expect((await readFile(pageFile, 'utf8')).replaceAll('\r\n', '\n')).toBe(problemsPage());
});

test('every code has a heading that its address leads to', () => {
  const headings = problemsPage().match(/(?<=^## ).*$/gm) ?? [];
  const anchors = problemCodes().map(({ code }) => new URL(problemAddress(code)).hash.slice(1));
  expect(headings.filter((heading) => /^[a-z0-9-]+$/.test(heading) && anchors.includes(heading))).toHaveLength(
    anchors.length,
  );
});
