import { readFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { expect, it, onTestFinished } from 'vitest';
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
