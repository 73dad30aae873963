import { expect, test } from 'vitest';
import { datedPosts } from '../../src/compile/dated-posts.ts';

const postAt = datedPosts([
  'blog/releases/_posts/2018-04-09-new release-1.3.7.md',
  '_posts/2020-01-02-Hello-World.markdown',
  'guides/2018-04-09-no-post.md',
]);

test.each([
  ['/blog/2018/04/09/new-release-1.3.7/', 'blog/releases/_posts/2018-04-09-new release-1.3.7.md'],
  ['/2020/01/02/hello-world.html', '_posts/2020-01-02-Hello-World.markdown'],
  ['2020/01/02/hello-world', '_posts/2020-01-02-Hello-World.markdown'],
  ['/2018/04/09/no-post/', null],
  ['/2018/04/10/new-release-1.3.7/', null],
  ['/about/', null],
])('%s leads to %s', (address, path) => {
  expect(postAt(address)).toBe(path);
});
