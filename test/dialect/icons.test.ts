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
    '<i class="fa fa-check"></i>',
    '<i class="fas fa-check fa-lg" aria-hidden="true"></i>',
    '<span class="icon"></span>',
    '<span class="mdi mdi-close"></span> <i class="bi bi-x"></i>',
    '**<i class="fa-solid fa-check"></i>**',
  ])('is dropped, which is said once: %s', (icon) => {
    expect(table(icon)).toEqual({ words: 'A B One Two', problems: ['3 icon-lost'] });
  });

  test.each<readonly [FlavourName, string, string]>([
    ['starlight', '<Icon name="x" />', 'a.mdx'],
    ['mintlify', '<Icon icon="x" />', 'a.mdx'],
    ['mkdocs', ':material-check:', 'a.md'],
    ['hugo', '{{< icon x >}}', 'a.md'],
    ['jekyll', '{% octicon x %}', 'a.md'],
    ['docusaurus', '<i className="fa fa-check" />', 'a.md'],
    ['docusaurus', '<span className="icon"></span>', 'a.md'],
    ['hugo', '<i class="fa fa-check"></i>', 'a.md'],
  ])('is dropped in %s, which is said once: %s', (flavour, icon, path) => {
    expect(table(icon, flavour, path)).toEqual({ words: 'A B One Two', problems: ['3 icon-lost'] });
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

test('an icon beside words is dropped', () => {
  expect(table('<i class="fa fa-check" title="Yes"></i> Done')).toEqual({
    words: 'A B One Done Two Done',
    problems: [],
  });
  expect(table('<span></span>')).toEqual({ words: 'A B One Two', problems: [] });
});

test('a link that shows only an icon is called what that is', () => {
  const text = '[<i class="fab fa-github" title="GitHub"></i>](https://example.com)';
  const { body, problems } = compileBody(text, repositoryOf({}), settingsOf());
  expect(body).toContain('>GitHub</a>');
  expect(problems).toEqual([]);
});
