import { readFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { expect, it, onTestFinished } from 'vitest';
import { firstTexts, namedIn } from '../../src/model/first-language.ts';
import type { Problem } from '../../src/model/problem.ts';
import { startSandbox } from '../../src/sandbox/index.ts';
import { makeRepository } from '../kit/repository.ts';
import { runIn } from '../kit/run-in.ts';

/** Names of what every object has, of locales, and of what a lockfile has itself. */
const names = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'valueOf',
  'en',
  'fr-fr',
  'articles',
  'id',
  '1',
];
const name = fc.constantFrom(...names);

const publishedTwice = async (files: Readonly<Record<string, string>>): Promise<void> => {
  const repository = await makeRepository(files);
  const sandbox = await startSandbox({ dir: null, rateLimit: 100_000 });
  onTestFinished(() => sandbox.close());
  const env = { INTERCOM_BASE_URL: sandbox.url, INTERCOM_ACCESS_TOKEN: sandbox.token };
  const first = await runIn(repository.dir, ['publish', '--yes'], { env });
  expect(first.code, first.stdout + first.stderr).toBe(0);
  const lockfile = await readFile(path.join(repository.dir, 'helpcentre.lock.json'), 'utf8');
  for (const argv of [
    ['plan', '--detailed-exitcode'],
    ['plan', '--detailed-exitcode', '--offline'],
    ['publish', '--yes'],
  ]) {
    const again = await runIn(repository.dir, argv, { env });
    expect(again.code, again.stdout + again.stderr).toBe(0);
    expect(again.stdout).toContain('No changes');
  }
  expect(await readFile(path.join(repository.dir, 'helpcentre.lock.json'), 'utf8')).toBe(lockfile);
};

it('a collection called __proto__ makes a lockfile that can be read', () =>
  publishedTwice({
    'content/x/_collection.yml': 'name: __proto__\n',
    'content/x/one.md': '# One\n\nFirst.\n',
    'content/__proto__/two.md': '# Two\n\nSecond.\n',
    'content/constructor/__proto__/three.md': '# Three\n\nThird.\n',
  }));

it('no name of a collection, folder, article, title or heading is too odd for the lockfile', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(
        fc.record({ folder: name, inner: name, file: name, title: name, heading: name, named: fc.boolean() }),
        {
          minLength: 1,
          maxLength: 4,
          selector: ({ folder }) => folder,
        },
      ),
      async (articles) => {
        const files = articles.flatMap(({ folder, inner, file, title, heading, named }) => [
          [
            `content/${folder}/${inner}/${file}.md`,
            `---\ntitle: "${title}"\n---\n\n## ${heading}\n\nSee [it](#${heading.toLowerCase()}).\n`,
          ],
          ...(named ? [[`content/${folder}/_collection.yml`, `name: "${folder}"\n`]] : []),
        ]);
        // What begins with `_` is no source, unless a title or a collection says so.
        await publishedTwice({ 'content/plain.md': '# Plain\n\nText.\n', ...Object.fromEntries(files) });
      },
    ),
    { numRuns: 8 },
  );
});

const inherited = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'];

/** What `check` finds, as `file:line:column code`. */
const found = async (files: Readonly<Record<string, string>>): Promise<readonly string[]> => {
  const { dir } = await makeRepository(files);
  const { stdout } = await runIn(dir, ['check', '--json']);
  const { problems } = JSON.parse(stdout) as { problems: Problem[] };
  return problems.map(({ code, place }) => `${place?.file}:${place?.line}:${place?.column} ${code}`);
};

it.each(inherited)('a variable called %s has the value that it was given, or is refused at its place', async (one) => {
  const source = { 'content/a.md': `# A\n\nSay {{${one}}}.\n` };
  const given = { ...source, 'helpcentre.yml': `state: published\nvariables: { other: x, "${one}": told }\n` };
  if (one === '__proto__') {
    expect(await found(given)).toEqual(['helpcentre.yml:2:24 unknown-key']);
  } else {
    const { dir } = await makeRepository(given);
    const sandbox = await startSandbox({ dir: null });
    onTestFinished(() => sandbox.close());
    const env = { INTERCOM_BASE_URL: sandbox.url, INTERCOM_ACCESS_TOKEN: sandbox.token };
    expect(await runIn(dir, ['publish', '--yes'], { env })).toMatchObject({ code: 0 });
    expect(sandbox.world.body(sandbox.world.articles()[0]?.id ?? '')).toContain('Say told.');
    expect((await runIn(dir, ['plan'], { env })).stdout).toContain('No changes');
  }
  const without = { ...source, 'helpcentre.yml': 'variables: { other: x }\n' };
  expect(await found(without)).toEqual(['content/a.md:3:5 unknown-variable']);
});

it.each(inherited)('%s in front matter and in the rules for it is no key that every object has', async (one) => {
  const source = { 'content/a.md': `---\ntitle: A\n${one}: B\n---\n\nText.\n` };
  const unknown = one === '__proto__' ? 'unknown-key' : 'unknown-keys';
  expect(await found({ ...source, 'helpcentre.yml': '' })).toEqual([`content/a.md:3:1 ${unknown}`]);
  expect(await found({ ...source, 'helpcentre.yml': `frontMatter: { ignore: ["${one}"] }\n` })).toEqual([]);
  const renamed = await found({ ...source, 'helpcentre.yml': `frontMatter: { rename: { "${one}": description } }\n` });
  expect(renamed).toEqual(one === '__proto__' ? ['helpcentre.yml:1:26 unknown-key'] : []);
  const into = await found({ ...source, 'helpcentre.yml': `frontMatter: { rename: { title: "${one}" } }\n` });
  expect(into).toContain('content/a.md:3:1 bad-value');
  expect(await found({ ...source, 'helpcentre.yml': `problems: { "${one}": off }\n` })).not.toEqual([]);
});

it.each(inherited)('%s is no locale, no author and no place that something moved from', async (one) => {
  const source = { 'content/g/a.md': '# A\n\nText.\n' };
  const translated = `name: G\ntranslations:\n  ${one}: { name: H }\n`;
  expect(await found({ ...source, 'helpcentre.yml': '', 'content/g/_collection.yml': translated })).toEqual([
    `content/g/_collection.yml:3:3 ${one === '__proto__' ? 'unknown-key' : 'unknown-locale'}`,
  ]);
  const { dir, write } = await makeRepository({
    'helpcentre.yml': `state: published\n${one === '__proto__' ? '' : `moved: { "${one}": g/a.md, b.md: "${one}" }\n`}`,
    ...source,
    [`content/g/a.${one}.md`]: '# No locale\n\nText.\n',
    'content/g/c.md': '# C\n\nSay {{first_name}} and {{ok}}.\n',
  });
  const sandbox = await startSandbox({ dir: null });
  onTestFinished(() => sandbox.close());
  const env = { INTERCOM_BASE_URL: sandbox.url, INTERCOM_ACCESS_TOKEN: sandbox.token };
  expect(await runIn(dir, ['publish', '--yes'], { env })).toMatchObject({ code: 0 });
  expect(sandbox.world.articles().map(({ contents }) => Object.keys(contents))).toEqual([['en'], ['en'], ['en']]);
  expect((await runIn(dir, ['plan'], { env })).stdout).toContain('No changes');
  await write({ 'content/g/a.md': `---\nauthor: ${one}\n---\n# A\n\nText.\n` });
  const plan = await runIn(dir, ['plan', '--json'], { env });
  const { problems, changes } = JSON.parse(plan.stdout) as { problems: Problem[]; changes: unknown[] };
  expect([problems.map(({ code }) => code), changes]).toEqual([['unknown-author'], []]);
});

it.each(inherited)('%s as what Intercom says is the first language does no harm', async (one) => {
  const named = namedIn(
    {
      workspace: { id: one, name: one, region: 'us', tokenOwnerId: '1' },
      ...{ helpCentres: [], articles: [], teammates: [] },
      collections: [
        {
          ...{ id: '1', defaultLocale: one, name: 'First', description: 'Of all.', parentId: null, helpCentreId: null },
          ...{ order: 0, url: null, translations: { fr: { name: 'Un' } } },
        },
      ],
    },
    'fr',
  );
  const [there] = named.collections;
  expect(there?.name).toBe('Un');
  expect(there === undefined ? null : firstTexts(there)).toEqual({ name: 'First', description: 'Of all.' });
  const [untold] = namedIn({ ...named, collections: [{ ...(there ?? fail()), translations: {} }] }, one).collections;
  expect(untold === undefined ? null : firstTexts(untold)).toEqual({ name: 'Un', description: '' });
});

const fail = (): never => {
  throw new Error('there is one');
};
