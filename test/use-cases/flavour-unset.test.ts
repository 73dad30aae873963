import { expect, test } from 'vitest';
import type { Problem } from '../../src/model/problem.ts';
import { makeRepository } from '../kit/repository.ts';
import { runIn } from '../kit/run-in.ts';

const note = ':::note\n\nText.\n\n:::\n';
const page = (text: string): string => `---\ntitle: A page\n---\n${text}`;

async function check(files: Readonly<Record<string, string>>, ...argv: readonly string[]) {
  const { dir } = await makeRepository(files);
  const result = await runIn(dir, ['check', ...argv]);
  const { stdout } = await runIn(dir, ['check', '--json']);
  const { problems } = JSON.parse(stdout) as { problems: Problem[] };
  return { dir, ...result, hints: problems.filter(({ code }) => code === 'flavour-unset') };
}

test('check names the flavour once, with counts, and fails for it in no case', async () => {
  const made = await check(
    { 'content/a.md': page(note.repeat(2)), 'content/b.md': page(`${note}\n[[c]]\n`), 'content/c.md': page('Text.') },
    '--strict',
  );
  expect(made.hints).toMatchObject([
    {
      severity: 'warning',
      message: '3 ":::note" in 2 files: written for Docusaurus? Set "flavour: docusaurus"',
    },
  ]);
  expect(made.stdout).toMatch(/^warning 3 ":::note" in 2 files/m);
  const { code, stderr } = await runIn(made.dir, ['publish', '--sandbox', '--yes', '--quiet']);
  expect([code, stderr]).toEqual([0, '']);
  expect((await runIn(made.dir, ['plan', '--sandbox'])).stderr).toContain('written for Docusaurus?');
});

test('where another flavour is set, it is named too', async () => {
  const text = page('!!! note "A"\n\n    Text.\n\n'.repeat(3));
  const { hints } = await check({ 'helpcentre.yml': 'flavour: hugo\n', 'content/a.md': text });
  expect(hints).toMatchObject([
    {
      message: '3 "!!! note" in 1 file: written for MkDocs? Set "flavour: mkdocs"',
      help: expect.stringContaining('"flavour: hugo" in helpcentre.yml does not read them'),
    },
  ]);
});

test.each([
  [
    'the flavour that reads it is set',
    { 'helpcentre.yml': 'flavour: starlight\n', 'content/a.md': page(note.repeat(9)) },
  ],
  ['there is one or two', { 'content/a.md': page(note.repeat(2)) }],
  [
    'many tools have it',
    { 'content/a.md': page('==a== and [b](c.md){.d}\n\n'.repeat(9)), 'content/c.md': page('Text.') },
  ],
  ['it is in code', { 'content/a.md': page(`~~~md\n${note.repeat(9)}~~~\n`) }],
  [
    'one text in many has it',
    {
      'content/a.md': page(note.repeat(9)),
      ...Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`content/n${at}.md`, page('Text.')])),
    },
  ],
  [
    'it is turned off',
    { 'helpcentre.yml': 'problems: { flavour-unset: off }\n', 'content/a.md': page(note.repeat(9)) },
  ],
])('nothing is named where %s', async (_, files) => {
  expect((await check(files)).hints).toEqual([]);
});
