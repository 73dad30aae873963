import { expect, test } from 'vitest';
import { relativePath } from '../../src/model/relative-path.ts';

test.each([
  ['billing/a.md', 'billing/b.md', 'b.md'],
  ['billing/a.md', 'images/b.png', '../images/b.png'],
  ['a.md', 'billing/b.md', 'billing/b.md'],
  ['a/b/c.md', 'a/d.md', '../d.md'],
  ['en/articles/a.html', '', '../../'],
  ['index.html', '', ''],
  ['en/index.html', 'changes/', '../changes/'],
])('from %j to %j leads %j', (from, to, path) => {
  expect(relativePath(from, to)).toBe(path);
});
