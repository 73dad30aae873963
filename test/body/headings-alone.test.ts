import fc from 'fast-check';
import { expect, test } from 'vitest';
import { headings } from '../../src/body/headings.ts';
import { headingsAlone } from '../../src/body/headings-alone.ts';
import { runs } from '../kit/depth.ts';
import { arbitraryHtml } from './arbitrary-html.ts';

test.each([
  ['', ''],
  ['<p>a</p>', ''],
  ['<h1 id="a">A</h1><p>x</p><h2>B <b>c</b></h2>', '<h1 id="a">A</h1><h2>B <b>c</b></h2>'],
  ['<div class="x"><h3 id="a">A<br>b</h3><p>x</p></div>', '<h3 id="a">A<br>b</h3>'],
  ['<p><img alt="<h2>no</h2>" src="a"></p><h2>A</h2>', '<h2>A</h2>'],
  ['<p>a &lt;h2&gt;</p>', ''],
])('of %s are left %s', (html, alone) => {
  expect(headingsAlone(html)).toBe(alone);
});

test.each([
  '<h2>A',
  '<h2>A</h3>',
  '<div><h2>A</div>b</h2>',
  '<h2>A<h3>B</h3></h2>',
  '<h2><p>A</p></h2>',
  '<h2><b>A</h2>',
  '<b><p><h2>A</h2></p></b>',
  '<h2><a>A<b><a>B</a></b></a></h2>',
  '</h2>',
  '<h2>A</h2><!-- <h2>B</h2> -->',
  "<p title='<h2>B</h2>'>x</p>",
  '<p title=<h2>B</h2>',
  '<textarea><h2>B</h2></textarea>',
  `${'<div>'.repeat(300)}<h2>A</h2>${'</div>'.repeat(300)}`,
  // What stands in a frame is text, whatever it begins with.
  '<iframe><h2>A</h2></iframe>',
  '<iframe src="https://example.com/"><h2 id="a">A</h2></iframe><h2>B</h2>',
  // Each table gets one part more when it is read.
  `${'<table><tr><td>'.repeat(65)}<h2>A</h2>${'</td></tr></table>'.repeat(65)}`,
  // Each paragraph ends the one around it, and opens all its marks once more.
  `${marked((number) => `<p><b id="b${number}">`)}<h2>A</h2>${'</b></p>'.repeat(60)}`,
])('of %s it cannot be told', (html) => {
  expect(headingsAlone(html)).toBe(null);
});

function marked(mark: (number: number) => string): string {
  return Array.from({ length: 60 }, (_, number) => mark(number)).join('');
}

const names = ['p', 'div', 'li', 'a', 'b', 'span', 'pre', 'code', 'button', 'nobr', 'details', 'h1', 'h2', 'h3'];
const said = fc.constantFrom('', '', ' id="a"', ' class="x" id="b&amp;"', ' title="a > b"');
const text = fc.constantFrom('x', ' ', 'y z', '&lt;', '\n', '<br>', '<img src="a">');
const pieces = fc.letrec<{ any: string }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 4 },
    { weight: 3, arbitrary: text },
    { weight: 4, arbitrary: fc.tuple(fc.constantFrom('h1', 'h2', ...names), said, tie('any')).map(element) },
    { weight: 2, arbitrary: fc.tuple(tie('any'), tie('any')).map((two) => two.join('')) },
    fc.array(tie('any'), { maxLength: 3 }).map((cells) => {
      const row = `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
      return `<table><tbody>${row}</tbody></table>`;
    }),
  ),
})).any;
const lone = fc.constantFrom(...[...names, 'table', 'tr', 'td'].flatMap((name) => [`<${name}>`, `</${name}>`]));
/** What Intercom could write, and the same with a tag too many anywhere. */
const html = fc.tuple(fc.array(pieces, { maxLength: 6 }), fc.option(fc.tuple(lone, fc.nat()))).map(([all, spoilt]) => {
  const whole = all.join('');
  const at = spoilt === null ? 0 : spoilt[1] % (whole.length + 1);
  return spoilt === null ? whole : whole.slice(0, at) + spoilt[0] + whole.slice(at);
});

function element([name, attributes, inside]: readonly [string, string, string]): string {
  return `<${name}${attributes}>${inside}</${name}>`;
}

test('whatever is left has the same headings', () => {
  let told = 0;
  fc.assert(
    fc.property(fc.oneof(html, html, arbitraryHtml), (html) => {
      const alone = headingsAlone(html);
      if (alone === null) return;
      if (alone !== '') told += 1;
      expect(headings(alone)).toEqual(headings(html));
    }),
    { numRuns: runs(4_000) },
  );
  expect(told).toBeGreaterThan(100);
});
