import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import fastGlob from 'fast-glob';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import type { SchemaKind } from '../../src/cli/schema.ts';
import { configurationSchema } from '../../src/config/schema.ts';
import { configurationText } from '../../src/init/configuration-text.ts';
import { plainChoices } from '../init/all-workflows.ts';
import { makeRepository } from '../kit/repository.ts';
import { runIn } from '../kit/run-in.ts';

const example = fileURLToPath(new URL('../../content-example/', import.meta.url));

/** What an editor would say of a value: `''` for nothing. */
async function checker(kind: SchemaKind): Promise<(value: unknown) => string> {
  const { code, stdout } = await runIn('.', ['schema', kind]);
  expect(code).toBe(0);
  const schema = JSON.parse(stdout) as { $schema: string };
  expect(schema.$schema).toBe('http://json-schema.org/draft-07/schema#');
  const ajv = new Ajv({ strict: true, allowUnionTypes: true, allErrors: true });
  const validate = ajv.compile(schema);
  return (value) => (validate(value) ? '' : ajv.errorsText(validate.errors));
}

const frontMatterOf = (text: string): unknown => parse(/^---\n([\s\S]*?)\n---\n/.exec(text)?.[1] ?? '') ?? {};

/** Whether what a page shows is of helpcentre.yml: no other file has all of its keys. */
function isConfiguration(value: unknown): boolean {
  const keys = typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : [];
  return keys.length > 0 && keys.every((key) => key in configurationSchema.shape);
}

test('without a kind it is the one of helpcentre.yml', async () => {
  const { stdout } = await runIn('.', ['schema']);
  expect(stdout).toBe((await runIn('.', ['schema', 'config'])).stdout);
});

test('another kind is wrong usage', async () => {
  expect((await runIn('.', ['schema', 'articles'])).code).toBe(64);
});

describe('helpcentre.yml', () => {
  test('the example’s, the one that init writes and those that the guides show are valid', async () => {
    const check = await checker('config');
    const pages = await fastGlob('docs/{start,guides}/*.md', { cwd: path.join(example, '..'), absolute: true });
    const texts = await Promise.all(pages.map(async (page) => (await readFile(page, 'utf8')).replaceAll('\r\n', '\n')));
    const blocks = texts
      .flatMap((text) => [...text.matchAll(/^( *)```yaml\n([\s\S]*?)```/gm)])
      .map(([, indent = '', text = '']) => text.replaceAll(new RegExp(`^${indent}`, 'gm'), ''));
    // Guides show workflows, front matter, _collection.yml and redirects too.
    const configurations = blocks.filter((text) => isConfiguration(parse(text)));
    expect(configurations.length).toBeGreaterThan(2);
    const written = [
      await readFile(path.join(example, 'helpcentre.yml'), 'utf8'),
      configurationText(plainChoices),
      configurationText({ ...plainChoices, workflows: ['promote'] }),
    ];
    for (const text of [...written, ...configurations]) expect(check(parse(text)), text).toBe('');
  });

  test.each([
    [{ content: ' ' }, 'content must match pattern'],
    [{ images: { host: 'url', template: 'https://a.example/x.png' } }, 'template must match pattern'],
    [{ regoin: 'us' }, 'must NOT have additional properties'],
    [{ region: 'mars' }, 'region must be equal to one of the allowed values'],
    [{ images: { host: 's3' } }, "must have required property 'bucket'"],
    [{ ignore: 'drafts' }, 'ignore must be array'],
    [{ maxRemovals: '300%' }, 'maxRemovals must match pattern'],
    [{ maxRemovals: 3 }, 'maxRemovals must be <= 1'],
    [{ apiVersion: 2.1 }, 'apiVersion must be equal to one of the allowed values'],
  ])('%j is not', async (value, words) => {
    expect((await checker('config'))(value)).toContain(words);
  });
});

test.each([
  { apiVersion: 2.16 },
  { apiVersion: '2.11' },
  { maxRemovals: '30%' },
  { maxRemovals: '100 %' },
  { maxRemovals: 0.3 },
  { maxRemovals: '0.5' },
])('helpcentre.yml takes %j, and so does its schema', async (value) => {
  expect((await checker('config'))(value)).toBe('');
  const { dir } = await makeRepository({ 'content/a.md': '# A\n', 'helpcentre.yml': stringify(value) });
  expect((await runIn(dir, ['check'])).code).toBe(0);
});

const same: Readonly<
  Record<'config' | 'collection' | 'front-matter', Readonly<Record<'taken' | 'refused', readonly string[]>>>
> = {
  config: {
    taken: [
      ...[
        'content: 1',
        'helpCentre: 1.5',
        'author: 12',
        'ignore: [1]',
        'frontMatter: { ignore: [1] }',
        'locale: PT_br',
      ],
      ...[
        'images: { host: s3, bucket: 1, prefix: 2 }',
        'import: { imageHosts: [" a.example "] }',
        'moved: { a.md: 1 }',
      ],
      ...['problems: { dead-link: warning }', 'problems: { drawn-code: off }', 'problems: { unknown-key: error }'],
      ...['moved: { a.md: "...", a/b.md: c/.d.md }', 'ignore: ["**/*.md", "..a/b.."]'],
    ],
    refused: [
      ...[
        'locale: zz',
        'locale: en-GB',
        'locale: 1',
        'helpCentre: ""',
        'author: " "',
        'ignore: [a/../b]',
        'ignore: ["C:/a"]',
      ],
      ...['problems: { nope: warning }', 'problems: { unknown-key: warning }', 'problems: { dead-link: off }'],
      ...['moved: { a.md: ../b.md }', 'moved: { ../a.md: b.md }', 'moved: { a.md: /b.md }', 'moved: { a.md: ./b.md }'],
      ...[
        'moved: { a.md: "b.md/" }',
        'moved: { a.md: "C:/b.md" }',
        'moved: { "a\\\\b.md": b.md }',
        'moved: { a.md: " " }',
      ],
      ...['images: { host: s3, bucket: a, endpoint: 1 }', 'region: 1', 'maxRemovals: -1', 'moved: { "": a.md }'],
    ],
  },
  collection: {
    taken: [
      'icon: 1',
      'name: 1.5',
      'order: -3',
      'translations: { FR: { name: 1 } }',
      'translations: { pt_br: { name: a } }',
    ],
    refused: [
      'order: 1234567890',
      'order: 1.5',
      'translations: { zz: { name: a } }',
      'translations: { fr: { name: " " } }',
    ],
  },
  'front-matter': {
    taken: ['collection: 1', 'collection: [A, 1]', 'collection: A > B', 'title: 1e3', 'id: 12'],
    refused: [
      ...['collection: ""', 'collection: []', 'collection: ">"', 'collection: "A >"', 'collection: A > > B', 'id: 1.5'],
      ...['collection: [A, ""]', 'collection: [" "]', 'collection: " > A"', 'id: -1'],
    ],
  },
};

describe.each(['config', 'collection', 'front-matter'] as const)('the tool and the schema of %s', (kind) => {
  const wanted = Object.entries(same[kind]).flatMap(([verdict, texts]) =>
    texts.map((text) => [verdict, text] as const),
  );

  test('take the same, and refuse the same', async () => {
    const check = await checker(kind);
    const said = wanted.map(([, text]) => [check(parse(text)) === '' ? 'taken' : 'refused', text]);
    expect(said).toEqual(wanted);
  });

  test.each(wanted)('%s by the tool: %s', async (verdict, text) => {
    const files = {
      'helpcentre.yml': kind === 'config' ? text : '',
      [kind === 'config' && text.startsWith('content: ') ? '1/g/a.md' : 'content/g/a.md']:
        `---\n${kind === 'front-matter' ? text : 'sync: true'}\n---\n\n# A\n`,
      ...(kind === 'collection' ? { 'content/g/_collection.yml': text } : {}),
    };
    const { dir } = await makeRepository(files);
    const { stdout } = await runIn(dir, ['check', '--json']);
    const mistakes = (JSON.parse(stdout) as { problems: readonly { code: string }[] }).problems.map(({ code }) => code);
    expect(mistakes.some((code) => ['bad-value', 'unknown-locale'].includes(code))).toBe(verdict === 'refused');
  });
});

test.each(['config', 'collection', 'front-matter'] as const)('an empty %s is one, as for the tool', async (kind) => {
  expect((await checker(kind))(null)).toBe('');
});

describe('_collection.yml', () => {
  test('of every folder of the example is valid', async () => {
    const check = await checker('collection');
    const names = await readdir(path.join(example, 'content'), { recursive: true });
    const files = names.filter((name) => name.endsWith('_collection.yml'));
    expect(files.length).toBeGreaterThan(2);
    for (const name of files) {
      expect(check(parse(await readFile(path.join(example, 'content', name), 'utf8'))), name).toBe('');
    }
  });

  test.each([
    [{ nam: 'A' }, 'must NOT have additional properties'],
    [{ name: ' ' }, 'name must match pattern'],
    [{ translations: { fr: {} } }, "must have required property 'name'"],
  ])('%j is not', async (value, words) => {
    expect((await checker('collection'))(value)).toContain(words);
  });
});

describe('front matter', () => {
  test('of every source of the example is valid', async () => {
    const check = await checker('front-matter');
    const names = await readdir(path.join(example, 'content'), { recursive: true });
    const sources = names.filter((name) => name.endsWith('.md'));
    expect(sources.length).toBeGreaterThan(20);
    for (const name of sources) {
      const text = (await readFile(path.join(example, 'content', name), 'utf8')).replaceAll('\r\n', '\n');
      expect(check(frontMatterOf(text)), name).toBe('');
    }
  });

  test.each([
    [{ titel: 'A' }, 'must NOT have additional properties'],
    [{ state: 'live' }, 'state must be equal to one of the allowed values'],
    [{ sync: 'no' }, 'sync must be boolean'],
    [{ draft: true, state: 'draft' }, 'must NOT be valid'],
  ])('%j is not', async (value, words) => {
    expect((await checker('front-matter'))(value)).toContain(words);
  });
});

describe('helpcentre.lock.json', () => {
  test('as publish writes it is valid, and nothing else', async () => {
    const check = await checker('lockfile');
    const { dir } = await makeRepository({ 'content/guides/a.md': '# A\n' });
    expect((await runIn(dir, ['publish', '--sandbox', '--yes'])).code).toBe(0);
    const written = JSON.parse(await readFile(path.join(dir, '.helpcentre/sandbox/helpcentre.lock.json'), 'utf8'));
    expect(Object.keys(written.workspaces)).toHaveLength(1);
    expect(check(written)).toBe('');
    expect(check({ ...written, lockfileVersion: 2 })).toContain('lockfileVersion');
    expect(check({ lockfileVersion: 1 })).toContain('workspaces');
  });
});

/** Fields of a JSON Schema without a description, by their way. */
function undescribed(schema: unknown, way = ''): readonly string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]) => {
    if (key === 'not') return [];
    if (key !== 'properties') return undescribed(value, way);
    return Object.entries(value as object).flatMap(([name, field]) => [
      ...('description' in (field as object) ? [] : [`${way}${name}`]),
      ...undescribed(field, `${way}${name}.`),
    ]);
  });
}

test.each(['config', 'front-matter', 'collection', 'redirects', 'lockfile'])(
  'the schema of %s describes every field',
  async (kind) => {
    const { stdout } = await runIn('.', ['schema', kind]);
    expect(undescribed(JSON.parse(stdout))).toEqual([]);
  },
);
