import { expect, test } from 'vitest';
import { makeRepository } from '../kit/repository.ts';
import { runIn } from '../kit/run-in.ts';

test('a content folder without sources beside texts of another kind is an error', async () => {
  const { dir } = await makeRepository({ 'content/a.rst': 'A', 'content/b/c.rst': 'C' });
  const { code, stdout } = await runIn(dir, ['check']);
  expect(code).toBe(1);
  expect(stdout).toContain('content/a.rst:1:1 error there are no sources in "content", but there are 2 .rst files');
});

test('Markdown elsewhere in the repository is named, with what to write', async () => {
  const { dir } = await makeRepository({ 'content/_s/x.md': 'X', 'docs/a/b.md': '# B', 'README.md': '# R' });
  const { code, stdout } = await runIn(dir, ['check']);
  expect(code).toBe(1);
  expect(stdout).toContain('docs/a/b.md:1:1 error there are no sources in "content", but there is Markdown in "docs"');
  expect(stdout).toContain('write "content: docs" in helpcentre.yml');
});

test('an empty help centre is none', async () => {
  const { dir } = await makeRepository({ 'content/_s/x.md': 'X', 'README.md': '# R' });
  expect(await runIn(dir, ['check'])).toMatchObject({ code: 0, stdout: '0 sources: no problems\n' });
});

test('check of a file counts it, where its path belongs to no article too', async () => {
  const { dir } = await makeRepository({ 'content/a.md': '# A\n', 'content/b.fr.md': '# B\n' });
  const { code, stdout } = await runIn(dir, ['check', 'content/b.fr.md']);
  expect(code).toBe(1);
  expect(stdout).toMatch(/\(lonely-locale\)[\s\S]*\n1 source: 1 error\n$/);
  expect((await runIn(dir, ['check'])).stdout).toMatch(/\n2 sources: 1 error\n$/);
});
