import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { makeRepository } from '../kit/repository.ts';
import { runIn } from '../kit/run-in.ts';

const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"></svg>';
const others = {
  'content/billing/refunds.md': '---\ntitle: Refunds\n---\nText.\n\n## First steps\n\nMore.\n',
  'content/start/index.md': '---\ntitle: Start\n---\nText.\n',
  'content/images/Screen.svg': svg,
  'content/_parts/plans/free.md': 'Nothing to pay.\n',
};

async function problemsIn(body: string) {
  const { dir } = await makeRepository({ ...others, 'content/a.md': `---\ntitle: A\n---\n${body}\n` });
  const { problems } = JSON.parse((await runIn(dir, ['check', '--json', 'content/a.md'])).stdout);
  return { dir, problems: problems.filter(({ code }: { code: string }) => code !== 'image-unreachable') };
}

test.each([
  ['[x](Billing/Refunds.md#first-steps)', '[x](billing/refunds.md#first-steps)'],
  ['[x](billing/refunds)', '[x](billing/refunds.md)'],
  ['[x](docs/billing/refunds.html "Title")', '[x](billing/refunds.md "Title")'],
  ['[x](/start)', '[x](/start/index.md)'],
  ['[x](start/)', '[x](start/index.md)'],
  ['Text<br>more [x](billing/refunds.md#First_Steps).', 'Text<br>more [x](billing/refunds.md#first-steps).'],
  ['<a href="billing/refunds">x</a>', '<a href="billing/refunds.md">x</a>'],
  ['![x](images/screen.svg)', '![x](images/Screen.svg)'],
  ['[![x](images/screen.svg)](start)', '[![x](images/Screen.svg)](start/index.md)'],
  [':::include{file=_parts/Plans/Free.md}\n:::', ':::include{file=_parts/plans/free.md}\n:::'],
  [':::include{file="snippets/plans/free.md"}\n:::', ':::include{file="_parts/plans/free.md"}\n:::'],
])('--fix takes the only suggestion: %s', async (wrong, right) => {
  const { dir } = await problemsIn(wrong);
  await runIn(dir, ['check', '--fix']);
  expect(await readFile(path.join(dir, 'content/a.md'), 'utf8')).toBe(`---\ntitle: A\n---\n${right}\n`);
});

test.each(['[x](refunds.md)', '[x](elsewhere/index.md)', '![x](Screen.svg)', ':::include{file=free.md}\n:::'])(
  'the same base name elsewhere is no suggestion: %s',
  async (wrong) => {
    const { problems } = await problemsIn(wrong);
    expect(problems).toMatchObject([{ help: expect.not.stringContaining('Did you mean') }]);
    expect(problems[0].fix).toBeUndefined();
  },
);

test('what exists is not said not to: a folder, and what is in a hidden one', async () => {
  const { problems } = await problemsIn('[x](billing/)\n\n![y](.assets/y.png)');
  expect(problems.map(({ code, message }: { code: string; message: string }) => [code, message])).toEqual([
    ['link-to-folder', 'link to "billing/", which is a folder and no article'],
    ['file-refused', '".assets/y.png" is not read: it is in a hidden folder, or in one that is never read'],
  ]);
});

test('a path on the command line is not taken for the same base name elsewhere', async () => {
  const { dir } = await problemsIn('Text.');
  expect((await runIn(dir, ['check', 'content/refunds.md'])).stderr).not.toContain('Did you mean');
  expect((await runIn(dir, ['check', 'billing/refunds.md'])).stderr).toContain(
    'Did you mean "content/billing/refunds.md"?',
  );
});

test.each([
  ['docusaurus', ':::note[Title]\n\nSee [x](docs/billing/refunds.md) there.\n\n:::'],
  ['starlight', ':::note[Title]\nSee [x](docs/billing/refunds.md) there.\n:::'],
  ['mkdocs', '!!! note "Title"\n    See [x](docs/billing/refunds.md) there.'],
  ['gitbook', '{% hint style="info" %}\n- a\n\n  See [x](docs/billing/refunds.md) there.\n{% endhint %}'],
  ['mintlify', '<Note>\n  See [x](docs/billing/refunds.md) there.\n</Note>'],
  ['vitepress', '::: tip Title\nSee [x](docs/billing/refunds.md) there.\n:::'],
  ['jekyll', 'See [x](docs/billing/refunds.md) there.\n{: .note }'],
])('--fix writes into the source that another tool reads: %s', async (flavour, body) => {
  const { dir } = await makeRepository({
    ...others,
    'helpcentre.yml': `flavour: ${flavour}\n`,
    'content/a.md': `---\ntitle: A\n---\n${body}\n`,
  });
  await runIn(dir, ['check', '--fix']);
  const text = await readFile(path.join(dir, 'content/a.md'), 'utf8');
  expect(text).toBe(`---\ntitle: A\n---\n${body.replace('docs/billing', 'billing')}\n`);
});
