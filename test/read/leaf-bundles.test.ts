import { expect, test } from 'vitest';
import { withoutLeafBundles } from '../../src/read/leaf-bundles.ts';

const folder = (name: string) => ({ folder: name, name }) as never;

test('a folder that is one page is no collection, but for one that is described or holds more', () => {
  const articles = [
    'docs/a/index.md',
    'docs/a/index.de.md',
    'docs/b/index.md',
    'docs/b/c.md',
    'docs/d/index.md',
    'docs/e/f/index.md',
  ];
  const folders = ['docs', 'docs/a', 'docs/b', 'docs/d', 'docs/e', 'docs/e/f'].map(folder);
  const found = withoutLeafBundles(folders, articles, new Set(['docs/d']));
  expect(found.filter(({ inParent }) => inParent === true).map((one) => one.folder)).toEqual(['docs/a', 'docs/e/f']);
});
