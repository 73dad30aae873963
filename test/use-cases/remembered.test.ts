import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeContext } from '../../src/use-cases/context.ts';
import { gatherSources } from '../../src/use-cases/sources.ts';
import { runs } from '../kit/depth.ts';
import { makeRepository, type TestRepository } from '../kit/repository.ts';
import { inventHost, type RunOptions, runIn } from '../kit/run-in.ts';

const png = (size: number): Uint8Array =>
  Buffer.concat([
    Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
    Buffer.from([0, 0, 0, size, 0, 0, 0, size, 8, 2, 0, 0, 0]),
  ]);

/** What stands in a source, a piece at a time: everything that looks at something outside of it is among them. */
const pieces = [
  'Plain text with **bold**.',
  '## A heading',
  '## A heading {#own}',
  '[a](a.md) and [its heading](b.md#a-heading)',
  '[c](/folder/c.md), [gone](gone.md), [web](https://example.com/x)',
  ':::include{file="_snippets/one.md"}',
  ':::include{file="_snippets/two.md"}',
  'The {{product}} and the {{other}}.',
  '![](image.png)',
  '![](none.png)',
  '> [!NOTE]\n> A callout\n>\n> > [!TIP]\n> > in it',
  '<details><summary>More</summary>\n\nText\n\n</details>',
  '| a | b |\n| - | - |\n| 1 | {{product}} |',
  '1. one\n   - two\n     1. three',
  '!!! note "Title"\n    Text',
  '<div>raw</div>',
  ':::include{file="_snippets/none.md"}',
];
const paths = ['a.md', 'b.md', 'folder/c.md', 'a.fr.md', '_snippets/one.md', '_snippets/one.md', '_snippets/two.md'];
const fronts = [
  '',
  '---\ntitle: Same\n---\n',
  '---\ntitle: The {{product}}\ndescription: "{{other}}"\n---\n',
  '---\nstate: draft\nspacing: tight\n---\n',
  '---\ncollection: [Other, Deep]\n---\n',
  '---\nid: "12"\nunknown: 1\n---\n',
  '---\nsync: false\n---\n',
  '---\ntitle: [broken\n---\n',
];
/** So that articles are made whatever the links come to. */
const lenient = 'dead-link: warning, image-missing: warning, dead-anchor: warning';
const configurations = [
  'state: published\n',
  'variables: { product: Acme }\n',
  'variables: { product: Acme, other: <b> }\nspacing: tight\n',
  'flatten: [details, nested-lists]\n',
  'flavour: mkdocs\n',
  'flavour: docusaurus\ncomponents: { Promo: drop }\n',
  'locales: [fr]\n',
  `problems: { ${lenient} }\nvariables: { product: Acme, other: x }\n`,
  `problems: { ${lenient} }\nvariables: { product: Other, other: x }\nstate: published\n`,
];

const text = fc
  .tuple(fc.constantFrom(...fronts), fc.array(fc.constantFrom(...pieces), { maxLength: 4 }))
  .map(([front, body]) => `${front}\n${body.join('\n\n')}\n`);
const edit = fc.oneof(
  { weight: 6, arbitrary: fc.record({ is: fc.constant('write' as const), path: fc.constantFrom(...paths), text }) },
  fc.record({ is: fc.constant('remove' as const), path: fc.constantFrom(...paths) }),
  fc.record({
    is: fc.constant('write' as const),
    path: fc.constant('../helpcentre.yml'),
    text: fc.constantFrom(...configurations),
  }),
  fc.record({
    is: fc.constant('write' as const),
    path: fc.constant('folder/_collection.yml'),
    text: fc.constantFrom('name: Folder\n', 'name: Folder\nspacing: tight\n', 'name: [\n'),
  }),
  fc.record({ is: fc.constant('image' as const), size: fc.integer({ min: 1, max: 3 }) }),
);

type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never;

async function apply(repository: TestRepository, one: Edit): Promise<void> {
  if (one.is === 'image') await repository.write({ 'content/image.png': png(one.size) });
  else if (one.is === 'write') await repository.write({ [`content/${one.path}`]: one.text });
  else await repository.remove(`content/${one.path}`).catch(() => undefined);
}

/** All that comes of the sources: what is printed, and bodies and fingerprints to the byte. */
async function outcome(dir: string, options: RunOptions) {
  const { host, end } = inventHost(dir, options);
  const gathered = await gatherSources(makeContext(host, {}));
  const desired = gathered.ok ? JSON.stringify([gathered.sources.desired, gathered.sources.attempted]) : '';
  await end();
  const check = await runIn(dir, ['check', '--json'], options);
  const plan = await runIn(dir, ['plan', '--offline', '--json', '--workspace', 'one'], options);
  return { desired, check, plan };
}

test('whatever is edited, the same comes out with what earlier runs kept and without it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 4, maxLength: 12 }), async (edits) => {
      const repository = await makeRepository({
        'content/a.md': `# A\n\n${pieces.slice(0, 8).join('\n\n')}\n`,
        'content/b.md': `# B\n\n${pieces.slice(5, 12).join('\n\n')}\n`,
        'content/_snippets/one.md': '## A heading\n',
        'content/_snippets/two.md': 'Two\n',
        'content/image.png': png(1),
        'helpcentre.yml': `problems: { ${lenient} }\nvariables: { product: Acme, other: x }\n`,
      });
      const kept: RunOptions = { build: 'one', env: { XDG_CACHE_HOME: `${repository.dir}/.helpcentre/home` } };
      for (const one of edits) {
        await apply(repository, one);
        expect(await outcome(repository.dir, kept)).toEqual(await outcome(repository.dir, {}));
      }
    }),
    { numRuns: runs(4) },
  );
}, 300_000);
