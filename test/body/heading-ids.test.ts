import { expect, test } from 'vitest';
import { headingIds, withHeadingIds } from '../../src/body/heading-ids.ts';

const ours = '<h1 id="start">Start</h1><p>x</p><h2 id="a&quot;b">A</h2><h2>No id</h2>';

test.each([
  [
    'kept ids',
    ours,
    [
      ['start', 'start'],
      ['a"b', 'a"b'],
    ],
  ],
  [
    'replaced ids, by order',
    '<h1 id="h_1">Start</h1><h2 id="h_2">A</h2><h2 id="h_3">No id</h2>',
    [
      ['start', 'h_1'],
      ['a"b', 'h_2'],
    ],
  ],
  [
    'some kept, some replaced',
    '<h1 id="start">S</h1><h2 id="h_2">A</h2><h2 id="h_3">N</h2>',
    [
      ['start', 'start'],
      ['a"b', 'h_2'],
    ],
  ],
  ['another number of headings', '<h1 id="h_1">Start</h1>', [['start', 'h_1']]],
  [
    'the same text, wherever it stands',
    '<h1 id="h_2">A</h1><h1 id="h_0">New</h1><h2 id="h_1">Start</h2><h1 id="h_9">Newer</h1>',
    [
      ['start', 'h_1'],
      ['a"b', 'h_2'],
    ],
  ],
  [
    'another text in the same place',
    '<h1 id="h_1">Start</h1><h2 id="h_2">Renamed</h2><h2 id="h_3">No id</h2>',
    [
      ['start', 'h_1'],
      ['a"b', 'h_2'],
    ],
  ],
  ['no ids at all', '<h1>Start</h1><h2>A</h2><h2>No id</h2>', []],
  ['nothing', '', []],
])('headings are paired with %s', (_, stored, pairs) => {
  expect([...headingIds(ours, stored)]).toEqual(pairs);
});

test('headings get the ids that Intercom gave them, and nothing else is touched', () => {
  const html =
    '<h1 class="intercom-align-center" id="start">id="start"</h1><p id="start">x</p><h2 id="a&quot;b">A</h2>';
  expect(withHeadingIds(html, (slug) => (slug === 'a"b' ? 'h_2' : slug === 'start' ? 'h_1' : null))).toBe(
    '<h1 class="intercom-align-center" id="h_1">id="start"</h1><p id="start">x</p><h2 id="h_2">A</h2>',
  );
  expect(withHeadingIds(html, () => null)).toBe(html);
});
