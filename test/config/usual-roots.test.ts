import { expect, test } from 'vitest';
import { withUsualRoots } from '../../src/config/usual-roots.ts';

test.each([
  ['docusaurus', 'docs', ['static']],
  ['docusaurus', 'website/docs', ['website/static', 'static']],
  ['hugo', 'content/en', ['content/static', 'content/assets', 'static', 'assets']],
  ['starlight', 'src/content/docs', ['public']],
  ['vitepress', '.', ['public']],
  ['gitbook', 'docs', ['docs/.gitbook/assets', 'docs/.gitbook/includes']],
  ['mkdocs', 'docs', undefined],
  ['github', 'content', undefined],
] as const)('%s looks for images of %s in its own folders', (flavour, content, roots) => {
  expect(withUsualRoots({ host: 'none' }, flavour, content).roots).toEqual(roots);
});

test('folders that the configuration names are the only ones, also when it names none', () => {
  expect(withUsualRoots({ host: 'none', roots: [] }, 'hugo', 'content').roots).toEqual([]);
  expect(withUsualRoots({ host: 'github', roots: ['pictures'] }, 'hugo', 'content').roots).toEqual(['pictures']);
});
