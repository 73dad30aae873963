import { expect, test } from 'vitest';
import { compile } from '../../src/compile/compile.ts';
import { parseConfiguration } from '../../src/config/settings.ts';
import { readRepository } from '../../src/read/repository.ts';
import { makeRepository } from '../kit/repository.ts';

const twice = '---\ntitle: A\ndescription: One\ndescription: Two\n---\n\nText.\n';

async function compiled(configuration: string, files: Readonly<Record<string, string>>) {
  const { dir } = await makeRepository({ 'helpcentre.yml': configuration, ...files });
  const parsed = parseConfiguration(configuration, 'helpcentre.yml', dir);
  if (!parsed.ok) throw new Error(parsed.problems[0]?.message);
  const { repository, problems } = await readRepository(dir, parsed.settings);
  const { desired, problems: later } = compile(repository, parsed.settings);
  return {
    bodies: desired.articles.map(({ locales }) => locales.en?.body ?? ''),
    descriptions: desired.articles.map(({ locales }) => locales.en?.description ?? ''),
    codes: [...problems, ...later].map(({ code }) => code),
    messages: [...problems, ...later].map(({ message }) => message),
  };
}

test('a page of Mintlify that is only an address has a link to it', async () => {
  const { bodies, codes } = await compiled('flavour: mintlify', {
    'content/api.mdx': '---\ntitle: "Reference [new]"\nurl: "https://api.example.com/v1"\n---\n',
    'content/text.mdx': '---\ntitle: Text\nurl: https://api.example.com\n---\n\nText.\n',
  });
  expect(bodies[0]).toContain('href="https://api.example.com/v1"');
  expect(bodies[0]).toContain('>Reference [new]</a>');
  expect(bodies[1]).not.toContain('href');
  expect(codes).toEqual([]);
});

test('nobody knows which headings a page has that its tool makes', async () => {
  const { codes } = await compiled('flavour: mintlify', {
    'content/api.mdx': '---\ntitle: List\nopenapi: GET /orders\n---\n',
    'content/text.mdx': '---\ntitle: Text\n---\n\nSee [the body](/api#body-name) and [below](#below).\n',
  });
  expect(codes).toEqual(['page-generated', 'dead-anchor']);
});

test('Jekyll pages without a text, which their layout writes, are left out, said once a layout', async () => {
  const { codes, bodies, messages } = await compiled('flavour: jekyll', {
    'content/a.md': '---\nlayout: category\ntitle: A\n---\n',
    'content/b.md': '---\nlayout: page\ntitle: B\n---\n\nText.\n',
    'content/c.md': '---\ntitle: C\n---\n',
    'content/d.md': '---\nlayout: category\ntitle: D\n---\n',
    'content/e.md': '---\nlayout: category\ntitle: E\nsync: true\n---\n',
  });
  expect(codes).toEqual(['page-generated']);
  expect(messages[0]).toContain('"layout: category" writes 2 pages');
  expect(bodies).toHaveLength(3);
});

test('a link to a Jekyll page that only its layout writes leads to the site, where that is known', async () => {
  const files = {
    'content/a.md': '---\nlayout: category\ntitle: A\n---\n',
    'content/b.md': '---\ntitle: B\n---\n\nSee [A](/a).\n',
  };
  const known = await compiled('flavour: jekyll\nsiteUrl: https://docs.example.com', files);
  expect([known.codes, known.bodies[0]]).toEqual([
    ['page-generated'],
    expect.stringContaining('href="https://docs.example.com/a"'),
  ]);
  const unknown = await compiled('flavour: jekyll', files);
  expect(unknown.codes).toEqual(['page-generated', 'link-to-skipped']);
  expect(unknown.messages[1]).toContain('"layout: category"');
});

test('a key that stands twice has its last value where the tool takes that', async () => {
  const jekyll = await compiled('flavour: jekyll', { 'content/a.md': twice });
  expect([jekyll.codes, jekyll.descriptions]).toEqual([['key-twice'], ['Two']]);
  const hugo = await compiled('flavour: hugo', { 'content/a.md': twice });
  expect([hugo.codes, hugo.descriptions]).toEqual([['key-twice'], []]);
});
