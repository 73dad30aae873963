import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { slugOf } from '../src/import/slug.ts';
import { lockfileName } from '../src/record/lockfile.ts';
import { parseLockfile } from '../src/record/parse-lockfile.ts';
import { makeRepository } from './kit/repository.ts';
import { runIn } from './kit/run-in.ts';

// Claims of SECURITY.md that belong to no one part of the program.

test('front matter in another language than YAML is not run', async () => {
  const { dir } = await makeRepository({
    'content/a.md': '---js\n{ title: (globalThis.wasRun = true, "A") }\n---\n\nText.\n',
    'content/b.md': '---coffee\ntitle: do -> globalThis.wasRun = true\n---\n\nText.\n',
    'content/c.md': '---\ntitle: !!js/function "function () { globalThis.wasRun = true }"\n---\n\nText.\n',
  });
  const { code } = await runIn(dir, ['check']);
  expect(code).toBe(1);
  expect(Reflect.get(globalThis, 'wasRun')).toBeUndefined();
});

const secret = 'AKIA-none-of-your-business';

test.each([
  ['an include', ':::include{file=../secret.md}\n'],
  ['an include of a hidden file', ':::include{file=.secret.md}\n'],
  ['an include by an absolute path', ':::include{file=/etc/hostname}\n'],
  ['a picture', '![x](../secret.svg)\n'],
  ['a picture by its address', '![x](file:///etc/hostname)\n'],
])('a file outside of the help centre is neither shown nor published: %s', async (_, text) => {
  const { dir } = await makeRepository({
    'content/a.md': `---\ntitle: A\n---\n\n${text}\nText.\n`,
    'content/.secret.md': secret,
    'secret.md': secret,
    'secret.svg': `<svg xmlns="http://www.w3.org/2000/svg"><text>${secret}</text></svg>`,
  });
  const result = await runIn(dir, ['plan', '--offline', '--format', 'markdown']);
  const preview = await runIn(dir, ['plan', '--offline', '--json']);
  expect(result.stdout + result.stderr + preview.stdout + preview.stderr).not.toContain(secret);
  expect(result.code).toBe(1);
});

test.each([
  ...[
    '../../etc/passwd',
    '..',
    '/',
    'C:\\Windows\\x',
    'a/b',
    'a\0b',
    '.git',
    'con',
    'AUX',
    'nul.md',
    'com1',
    'a. ',
    '<>:"|?*',
  ],
])('a title that is a path, or a name that Windows keeps for itself, makes a file in its folder: %s', (title) => {
  const slug = slugOf(title, 'article');
  expect(slug).toMatch(/^[\p{L}\p{N}\p{M}][\p{L}\p{N}\p{M}-]*$/u);
  expect(slug).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)$/i);
});

test.each(['1/../../me', '1?x=1', '1#', '../1', '-1', '1\n', '%2e%2e', 'ia_1/x', ''])(
  'an id in the lockfile leads to no other address of the API: %s',
  (id) => {
    const article = { id, url: null, updatedAt: 1, locales: {} };
    const text = { lockfileVersion: 1, workspaces: { abc: { articles: { 'a.md': article } } } };
    const result = parseLockfile(JSON.stringify(text), lockfileName);
    expect(result.ok).toBe(false);
    expect(JSON.stringify(result)).toContain('workspaces.abc.articles.a.md.id');
  },
);

test('the release publishes with provenance, and the package installs and runs nothing', async () => {
  const read = (file: string) => readFile(new URL(`../${file}`, import.meta.url), 'utf8');
  const workflow = parse(await read('.github/workflows/release.yml')) as {
    readonly jobs: {
      readonly package: { readonly permissions: object; readonly steps: readonly { readonly run?: string }[] };
    };
  };
  const { permissions, steps } = workflow.jobs.package;
  expect(permissions).toEqual({ 'id-token': 'write' });
  expect(steps.flatMap(({ run }) => (run?.includes('npm publish') === true ? [run] : []))).toEqual([
    expect.stringContaining('--provenance'),
  ]);
  const facts = JSON.parse(await read('package.json')) as Readonly<Record<string, unknown>> & {
    readonly scripts: object;
  };
  for (const kind of ['dependencies', 'optionalDependencies', 'peerDependencies']) expect(facts[kind]).toBeUndefined();
  for (const script of ['preinstall', 'install', 'postinstall', 'prepare'])
    expect(facts.scripts).not.toHaveProperty(script);
});
