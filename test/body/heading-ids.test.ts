import fc from 'fast-check';
import { expect, test } from 'vitest';
import { headingIds, pairedIds, withHeadingIds } from '../../src/body/heading-ids.ts';

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
  expect([...pairedIds(ours, stored)]).toEqual(pairs);
});

test('headings get the ids that Intercom gave them, and nothing else is touched', () => {
  const html =
    '<h1 class="intercom-align-center" id="start">id="start"</h1><p id="start">x</p><h2 id="a&quot;b">A</h2>';
  expect(withHeadingIds(html, (slug) => (slug === 'a"b' ? 'h_2' : slug === 'start' ? 'h_1' : null))).toBe(
    '<h1 class="intercom-align-center" id="h_1">id="start"</h1><p id="start">x</p><h2 id="h_2">A</h2>',
  );
  expect(withHeadingIds(html, () => null)).toBe(html);
});

/** Bodies with headings in every form, and what looks like one. */
const piece = fc.constantFrom(
  ...['<h1 id="a">A</h1>', '<h2 id="b">B</h2>', '<h2 class="x" id="a">A</h2>', '<h3>C</h3>', '<H2 ID="b">B</H2>'],
  ...[
    "<h2 id='a'>A</h2>",
    '<h2 id=a>A</h2>',
    '<h2 id="a" id="b">B</h2>',
    '<h2 id="&#97;">A</h2>',
    '<h2\nid="b">B</h2>',
  ],
  ...[
    '<h2 id="a&quot;b&amp;c">Q</h2>',
    '<h2 data-id="a">D</h2>',
    '<h2 id="">E</h2>',
    '<h2 id>F</h2>',
    '<h1 id="a"',
    '>',
  ],
  ...['<!-- <h2 id="a"> -->', '<textarea><h2 id="a"></textarea>', '<p title="<h2 id=&quot;a&quot;>">x</p>'],
  ...[
    `<p title='<h2 id="b">'>x</p>`,
    '<svg><h2 id="b">S</h2></svg>',
    '<select><h2 id="a">S</h2></select>',
    '<h7 id="a">',
  ],
  ...['<details><summary><h2 id="b">B</h2></summary></details>', '<p>text</p>', '<iframe src="x"></iframe>', '<hr>'],
);
const body = fc.array(piece, { maxLength: 5 }).map((pieces) => pieces.join(''));

test('ids that were kept are told as by reading both bodies', () => {
  fc.assert(
    fc.property(body, fc.option(body, { nil: null }), (sent, other) => {
      const stored = other ?? sent;
      // Of a body with a comment in it nothing is told without reading it.
      expect([...pairedIds(sent, stored)]).toEqual([...pairedIds(sent, `<!---->${stored}`)]);
    }),
    { numRuns: 20_000 },
  );
});

test('a body is read once for all links to its headings, and again when Intercom has answered another', () => {
  const reads: string[] = [];
  const withBody = (name: string, body: string) => ({
    get body() {
      reads.push(name);
      return body;
    },
  });
  const sent = withBody('sent', ours);
  const stored = withBody('stored', '<h1 id="h_1">Start</h1><h2 id="h_2">A</h2><h2 id="h_3">No id</h2>');
  for (let link = 0; link < 3; link += 1) expect(headingIds(sent, stored).get('start')).toBe('h_1');
  expect(reads).toEqual(['sent', 'stored']);
  expect(headingIds(sent, withBody('newer', '<h1 id="h_9">Start</h1>')).get('start')).toBe('h_9');
  expect(headingIds(withBody('edited', '<h1 id="begin">Start</h1>'), stored).get('begin')).toBe('h_1');
  expect(reads.slice(2)).toEqual(['sent', 'newer', 'edited', 'stored']);
});
