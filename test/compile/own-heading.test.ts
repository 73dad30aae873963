import { expect, test } from 'vitest';
import { compile } from '../../src/compile/compile.ts';
import type { FlavourName } from '../../src/model/flavour-name.ts';
import { repositoryOf, settingsOf } from './build-repository.ts';

const text = '---\ntitle: Uploads - Self-hosting\n---\n\n# Uploads fail\n\nText.\n';

const locale = (flavour: FlavourName, source = text) =>
  compile(repositoryOf({ 'a.md': source }), settingsOf({ flavour })).desired.articles[0]?.locales.en;

test.each(['vitepress', 'docusaurus', 'mkdocs'] as const)(
  'a page of %s that begins with a heading of level 1 shows that in place of the title',
  (flavour) => {
    expect(locale(flavour)?.title).toBe('Uploads fail');
    expect(locale(flavour)?.body).toBe('<p class="no-margin">Text.</p>');
  },
);

test.each(['github', 'starlight', 'hugo'] as const)('a page of %s shows both', (flavour) => {
  expect(locale(flavour)?.title).toBe('Uploads - Self-hosting');
  expect(locale(flavour)?.body).toContain('Uploads fail');
});

test('a heading that is no title, or not at the start, is left where it is', () => {
  expect(locale('vitepress', text.replace('# ', '## '))?.title).toBe('Uploads - Self-hosting');
  expect(locale('vitepress', text.replace('# ', 'Intro.\n\n# '))?.title).toBe('Uploads - Self-hosting');
});

test('of several headings of level 1 the first is no title: it names the first part of the page', () => {
  const page = locale('vitepress', '---\ntitle: Installing\n---\n\n# Android\n\nOne.\n\n# iOS\n\nTwo.\n');
  expect(page?.title).toBe('Installing');
  expect(page?.body).toContain('Android');
});
