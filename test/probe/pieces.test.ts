import { expect, test } from 'vitest';
import { type Quirks, quirkTable } from '../../src/model/quirks.ts';
import { bodyOf, pieces, piecesIn, readAgain } from '../../src/probe/pieces.ts';

const stored = (name: keyof Quirks, html: string): unknown => pieces.find((one) => one.name === name)?.read(html);

test('every piece is about a habit that the table says is asked in a body', () => {
  const inBodies = Object.entries(quirkTable).filter(([, { asked }]) => asked === 'in a body');
  const others = ['emptyListItem', 'videos', 'largestBody'];
  expect([...pieces.map(({ name }) => name), ...others].sort()).toEqual(inBodies.map(([name]) => name).sort());
});

test('what is stored as nobody has seen before is no answer', () => {
  for (const { name } of pieces) expect([name, stored(name, '<p>something else</p>')]).toEqual([name, null]);
});

test.each<[keyof Quirks, string]>([
  ['details', '<section class="collapsible"><h2>a</h2><p>b</p></section>'],
  ['alignments', '<p style="text-align: center">a</p>'],
  ['linksWithoutScheme', '<p class="no-margin">[removed]</p>'],
])('%s: "%s" is something that nobody has seen yet', (name, html) => {
  expect(stored(name, html)).toBe(null);
});

test.each<[keyof Quirks, string, string]>([
  ['details', '<h2 id="h_0123456789">a</h2>\n<p class="no-margin">b</p>', 'unwrapped'],
  ['details', '<p class="no-margin">a</p>\n<p class="no-margin">b</p>', 'unwrapped'],
  ['nestedLists', '<ul><li><p>a</p><ul><li>b</li></ul></li></ul>', 'kept'],
  ['headingIds', '<h1 id="h_0123456789">ids</h1>', 'replaced'],
  ['headingLevels', '<h1>a</h1>\n<h2>b</h2><h3>c</h3>', 'shifted'],
  ['headingMarkup', '<h1 id="x">a <strong>b</strong> c</h1>', 'kept'],
  ['callouts', '<p class="no-margin">a</p>', 'unwrapped'],
  ['cellBackground', '<table><tr><td style="background-color: rgba(215, 239, 220, 0.5);">', 'kept'],
  ['variableMark', '<p class="no-margin">#{{first_name}}</p>', 'once'],
  ['variableMark', '<p class="no-margin">{{first_name}}</p>', 'never'],
  ['blankParagraphs', '<p>a</p>\n<p class="no-margin">&nbsp;</p>\n<p>b</p>', 'kept'],
  ['codeNewlines', '<pre><code>ab<br>c</code></pre>', 'deleted'],
  ['linksWithoutScheme', '<p><a target="_blank">a</a></p>', 'dropped'],
])('%s: "%s" is %s', (name, html, value) => {
  expect(stored(name, html)).toBe(value);
});

test('pieces are found again by what stands before them, whatever became of the others', () => {
  const body = bodyOf([
    { name: 'one', html: '<p>1</p>' },
    { name: 'two', html: '<p>2</p>' },
  ]).replaceAll('<p>piece', '<p class="no-margin">piece');
  expect([...piecesIn(body)]).toEqual([
    ['one', '<p>1</p>'],
    ['two', '<p>2</p>'],
  ]);
  expect([...piecesIn('<p>nothing of it</p>')]).toEqual([]);
});

test('what changes at every write shows when it is sent again', () => {
  const ids = (id: string) => `<h2 id="${id}">a</h2>`;
  const before = { headingIds: ids('h_1'), variableMark: '#{{a}}' };
  expect(readAgain(before, { headingIds: ids('h_2'), variableMark: '##{{a}}' })).toEqual({
    headingIds: 'replaced-every-write',
    variableMark: 'every-write',
  });
  expect(readAgain(before, before)).toEqual({ headingIds: null, variableMark: null });
});
