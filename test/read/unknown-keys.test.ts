import { expect, test } from 'vitest';
import { makeRepository } from '../kit/repository.ts';
import { runIn } from '../kit/run-in.ts';

async function check(configuration: string) {
  const pages = Array.from({ length: 30 }, (_, at) => [
    `content/p${at}.md`,
    `---\ntitle: Page ${at}\nsidebar_position: ${at}\nweight: 1\nlayout: doc\nslug: a\ntoc: true\n---\nText.\n`,
  ]);
  const misspelt = { 'content/q.md': '---\ntitel: Q\nweight: 2\n---\n# Q\n\nText.\n' };
  const { dir } = await makeRepository({ 'helpcentre.yml': configuration, ...Object.fromEntries(pages), ...misspelt });
  const { code, stdout } = await runIn(dir, ['check', '--json']);
  const { problems } = JSON.parse(stdout);
  return { dir, code, problems };
}

const misspelt = { code: 'unknown-key', severity: 'error', place: { file: 'content/q.md', line: 2, column: 1 } };

test('keys of another tool are one note in all, and a misspelt key of ours stays an error at its place', async () => {
  const { dir, problems } = await check('');
  expect(problems).toMatchObject([
    {
      code: 'unknown-keys',
      severity: 'warning',
      message:
        '150 keys in front matter of 30 files mean nothing here: sidebar_position, weight, layout, slug and 1 more',
      help: expect.stringContaining('frontMatter: { ignore: ["*"] }'),
      place: { file: 'content/p0.md', line: 3, column: 1 },
    },
    misspelt,
  ]);
  const published = await runIn(dir, ['publish', '--sandbox', '--yes', '--json']);
  expect(JSON.parse(published.stdout).outcomes).toHaveLength(30);
});

test('the setting that it names silences it, and so does a flavour', async () => {
  expect((await check('frontMatter: { ignore: ["*"] }\n')).problems).toEqual([]);
  expect((await check('flavour: docusaurus\n')).problems).toEqual([]);
});
