import { describe, expect, test } from 'vitest';
import type { FlavourName } from '../../src/model/flavour-name.ts';
import { repositoryOf, settingsOf } from '../compile/build-repository.ts';
import { compileBody } from '../compile/compile-body.ts';

function table(cell: string, flavour: FlavourName = 'github', path = 'a.md') {
  const text = `| A | B |\n| --- | --- |\n| One | ${cell} |\n| Two | ${cell} |\n`;
  const { body, problems } = compileBody(text, repositoryOf({}), settingsOf({ flavour }), path);
  const words = body
    .replace(/<[^<>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return { words, problems: problems.map(({ place, code }) => `${place?.line} ${code}`) };
}

describe('an icon that is alone in a cell', () => {
  test.each([
    ['<i class="fa fa-check"></i>', '✓'],
    ['<i class="fas fa-lg fa-clock-o" aria-hidden="true"></i>', 'clock'],
    ['<span class="mdi mdi-close"></span> <i class="bi bi-star-fill"></i>', '✗ star'],
    ['**<i class="fa-solid fa-external-link-alt fa-rotate-270"></i>**', 'external link'],
  ])('is called what its font calls it: %s', (icon, words) => {
    expect(table(icon)).toEqual({ words: `A B One ${words} Two ${words}`, problems: [] });
  });

  test('is dropped where nothing says what it is, which is said once', () => {
    expect(table('<span class="icon"></span>')).toEqual({ words: 'A B One Two', problems: ['3 icon-lost'] });
  });

  test.each<readonly [FlavourName, string, string]>([
    ['starlight', '<Icon name="seti:x" />', 'a.mdx'],
    ['docusaurus', '<span className="icon"></span>', 'a.md'],
  ])('is dropped in %s, which is said once: %s', (flavour, icon, path) => {
    expect(table(icon, flavour, path)).toEqual({ words: 'A B One Two', problems: ['3 icon-lost'] });
  });

  test.each<readonly [FlavourName, string, string, string]>([
    ['starlight', '<Icon name="star" />', 'star', 'a.mdx'],
    ['mintlify', '<Icon icon="x" />', '✗', 'a.mdx'],
    ['mkdocs', ':fontawesome-solid-check:', '✓', 'a.md'],
    ['mkdocs', ':octicons-key-16:', 'key', 'a.md'],
    ['hugo', '{{< icon "gdoc_thumbs-up" >}}', 'thumbs up', 'a.md'],
    ['jekyll', '{% icon fa-clock-o fa-lg %}', 'clock', 'a.md'],
    ['docusaurus', '<i className="fa fa-check" />', '✓', 'a.md'],
    ['hugo', '<i class="fa fa-check"></i>', '✓', 'a.md'],
  ])('is called what its font calls it, in %s: %s', (flavour, icon, words, path) => {
    expect(table(icon, flavour, path)).toEqual({ words: `A B One ${words} Two ${words}`, problems: [] });
  });

  test('is called so in brackets too', () => {
    const { body, problems } = compileBody(
      'Its sign ( {% icon fa-key %} ) is {% icon fa-lock %} here.',
      repositoryOf({}),
      settingsOf({ flavour: 'jekyll' }),
    );
    expect(body).toContain('Its sign ( key ) is');
    expect(problems.map(({ code }) => code)).toEqual(['icon-dropped']);
  });

  test.each<readonly [FlavourName, string, string]>([
    ['github', '<i class="fa fa-check" title="Yes"></i>', 'a.md'],
    ['github', '<span class="icon" aria-label="Yes"></span>', 'a.md'],
    ['github', '<span role="img" aria-label="Yes"></span>', 'a.md'],
    ['docusaurus', '<i className="fa fa-check" title="Yes" />', 'a.md'],
    ['starlight', '<Icon name="x" label="Yes" />', 'a.mdx'],
  ])('becomes what it is called, in %s: %s', (flavour, icon, path) => {
    expect(table(icon, flavour, path)).toEqual({ words: 'A B One Yes Two Yes', problems: [] });
  });
});

describe('an icon outside of cells', () => {
  const said = (text: string, flavour: FlavourName, path = 'a.md'): readonly string[] =>
    compileBody(text, repositoryOf({}), settingsOf({ flavour }), path).problems.map(
      ({ place, code }) => `${place?.line}:${place?.column} ${code}`,
    );

  test.each<readonly [FlavourName, string, string]>([
    ['github', '<i class="fa fa-gear"></i>', 'a.md'],
    ['starlight', '<Icon name="x" />', 'a.mdx'],
    ['mintlify', '<Icon icon="x" />', 'a.mdx'],
    ['docusaurus', '<i className="fa fa-x" />', 'a.mdx'],
    ['mkdocs', ':material-check:', 'a.md'],
    ['hugo', '{{< icon x >}}', 'a.md'],
    ['jekyll', '{% octicon x %}', 'a.md'],
    ['obsidian', '![[x.svg#icon]]', 'a.md'],
    ['vitepress', '![](x.svg)', 'a.md'],
  ])('is dropped in %s, which is said once: %s', (flavour, icon, path) => {
    expect(said(`Go.\n\nChoose ${icon} at the top.\n\n- Or ${icon} below.\n`, flavour, path)).toEqual([
      '3:8 icon-dropped',
    ]);
  });

  test.each<readonly [FlavourName, string, string]>([
    ['starlight', '<Icon name="x" />', 'a.mdx'],
    ['hugo', '{{< icon x >}}', 'a.md'],
  ])('is said where it has a line to itself, in %s', (flavour, icon, path) => {
    expect(said(`Go.\n\n${icon}\n`, flavour, path)).toEqual(['3:1 icon-dropped']);
  });

  test('is no finding where its name stands in its place', () => {
    expect(said('Choose <Icon name="x" label="Settings" /> here.', 'starlight', 'a.mdx')).toEqual([]);
    expect(said('[<i class="fa fa-x" title="X"></i>](https://example.com)', 'github')).toEqual([]);
  });
});

test('an icon beside words is dropped', () => {
  expect(table('<i class="fa fa-check" title="Yes"></i> Done')).toEqual({
    words: 'A B One Done Two Done',
    problems: ['3 icon-dropped'],
  });
  expect(table('<span></span>')).toEqual({ words: 'A B One Two', problems: [] });
});

test('a link that shows only an icon is called what that is', () => {
  const text = '[<i class="fab fa-github" title="GitHub"></i>](https://example.com)';
  const { body, problems } = compileBody(text, repositoryOf({}), settingsOf());
  expect(body).toContain('>GitHub</a>');
  expect(problems).toEqual([]);
});
