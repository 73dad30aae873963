import { expect, it } from 'vitest';
import { elementsIn } from '../../src/body/elements-in.ts';

it.each([
  ['<p>a <b>b</b></p>', ['img'], []],
  ['<p><img src="a"></p><IMG src="b">', ['img'], ['img', 'img']],
  ['<p><image src="a"></p>', ['img'], ['img']],
  ['<p>&lt;img></p>', ['img'], []],
  ['<h2>a</h2><H3>b</H3><h7>c</h7>', ['h2', 'h3'], ['h2', 'h3']],
  ['<header>a</header>', ['h1'], []],
])('%s has of %j: %j', (html, names, found) => {
  expect(elementsIn(html, names).map(({ tagName }) => tagName)).toEqual(found);
});
