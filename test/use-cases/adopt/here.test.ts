import { expect, test } from 'vitest';
import { lookHere } from '../../../src/use-cases/adopt/here.ts';
import { makeRepository } from '../../kit/repository.ts';

const english =
  'Open the settings and choose the plan that is right for you. You can change it with one click. '.repeat(4);

async function hereIn(files: Readonly<Record<string, string>>, content?: string) {
  const { dir, remove } = await makeRepository(files);
  await remove('helpcentre.yml');
  return lookHere(dir, content);
}

test.each([
  ['nothing', {}],
  ['a README alone', { 'README.md': '# X\n' }],
  [
    'what is about the parts of a program',
    { 'README.md': '', 'packages/a/README.md': '', 'packages/a/CHANGELOG.md': '' },
  ],
  ['what is hidden', { '.github/ISSUE_TEMPLATE/bug.md': '', '.changeset/a.md': '' }],
  ['texts that lie about in a program', { 'USAGE.md': '', 'src/a.ts': '', 'src/b.ts': '' }],
  ['texts of tests', { 'test/fixtures/a.md': '', 'examples/b.md': '' }],
])('%s is no help centre', async (_, files) => {
  expect((await hereIn(files)).found).toBeNull();
});

test.each([
  ['docs of a program', { 'docs/a.md': '', 'src/a.ts': '', 'src/b.ts': '' }, 'docs'],
  [
    'a help centre further in',
    { 'packages/web/help/a.md': '', 'packages/web/help/b.md': '', 'src/a.ts': '' },
    'packages/web/help',
  ],
  ['texts at the top, and a program that checks them', { 'a.md': '', 'b.md': '', 'bin/check.js': '' }, '.'],
])('%s is one', async (_, files, content) => {
  expect((await hereIn(files)).found?.content).toBe(content);
});

test('folders of languages that name the country are languages, whatever README lies beside them', async () => {
  const { found, language } = await hereIn({
    '.vitepress/config.ts': '',
    'readme.md': '# About\n',
    'de-DE/a.md': '# A\n',
    'en-US/a.md': '# A\n',
  });
  expect(found).toMatchObject({ flavour: 'vitepress', content: '.', locales: 'folder', locale: 'en' });
  expect(language).toEqual({ locale: 'en', by: 'folder' });
});

test('the language is told by the words of the texts, but not by those of translations', async () => {
  const french =
    'Ouvrez les paramètres et choisissez la formule pour votre équipe. Vous pouvez changer dans une page. ';
  const { language } = await hereIn({ 'docs/a.md': english, 'docs/a.fr.md': french.repeat(40), 'docs/a.fa.md': '' });
  expect(language).toEqual({ locale: 'en', by: 'texts' });
});

test('other folders are named, the largest first, and one that somebody names is taken', async () => {
  const files = {
    'mkdocs.yml': '',
    'docs/a.md': '',
    'blog/a.md': '',
    'blog/b.md': '',
    'x/y/z/c.md': '',
    '_inc/d.md': '',
  };
  expect((await hereIn(files)).besides).toEqual([
    { folder: 'blog', texts: 2 },
    { folder: 'x/y', texts: 1 },
  ]);
  expect((await hereIn(files, 'docs/')).found).toMatchObject({ flavour: 'mkdocs', content: 'docs' });
  expect((await hereIn(files, 'blog')).found).toMatchObject({ flavour: 'github', content: 'blog' });
  expect((await hereIn(files, 'new')).found).toBeNull();
});
