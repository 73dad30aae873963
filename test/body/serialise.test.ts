import fc from 'fast-check';
import type { ElementContent, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { describe, expect, test } from 'vitest';
import { canonical } from '../../src/body/canonical.ts';
import { serialise } from '../../src/body/serialise.ts';
import { arbitraryHtml } from './arbitrary-html.ts';

const parse = (html: string): Root => fromHtml(html, { fragment: true });

describe('printing', () => {
  test.each([
    ['no white space between blocks', '<p>a</p>\n<ul>\n  <li>b</li>\n</ul>\n', '<p>a</p><ul><li>b</li></ul>'],
    ['white space between words stays', '<p>a <b>b</b> <i>c</i></p>', '<p>a <b>b</b> <i>c</i></p>'],
    ['also where an item holds text', '<ul><li><b>a</b> <i>b</i></li></ul>', '<ul><li><b>a</b> <i>b</i></li></ul>'],
    ['a newline in text is a space', '<p>a\n  b</p>', '<p>a b</p>'],
    ['… and nothing after a line break', '<p>a<br>\nb</p>', '<p>a<br>b</p>'],
    ['double spaces stay', '<p>a  b</p>', '<p>a  b</p>'],
    [
      'only three characters are escaped in text',
      '<p>&amp;&lt;&gt;&quot;&apos;&eacute;</p>',
      '<p>&amp;&lt;&gt;"\'é</p>',
    ],
    ['and the quote in values', '<a title="&lt;&quot;&gt;\'&amp;">x</a>', '<a title="&lt;&quot;&gt;\'&amp;">x</a>'],
    ['a newline in code is a line break', '<pre><code>a\n  b\n</code></pre>', '<pre><code>a<br>  b<br></code></pre>'],
    ['void elements are not closed', '<p>a<br/>b<img src="c"/></p><hr/>', '<p>a<br>b<img src="c"></p><hr>'],
    [
      'attributes keep their order',
      '<a target="_blank" class="b a" href="c">d</a>',
      '<a target="_blank" class="b a" href="c">d</a>',
    ],
    [
      'flags have no value',
      '<iframe src="a" allowfullscreen=""></iframe>',
      '<iframe src="a" allowfullscreen></iframe>',
    ],
    ['comments go', '<p>a<!-- b -->c</p>', '<p>ac</p>'],
    ['a non-breaking space is a character', '<p>&nbsp;a&nbsp;</p>', '<p>\u00a0a\u00a0</p>'],
  ])('%s', (_, html, printed) => {
    expect(serialise(parse(html))).toBe(printed);
  });

  test('attributes go by their names in HTML', () => {
    const cell: ElementContent = {
      type: 'element',
      tagName: 'td',
      properties: { colSpan: 2, className: ['a', 'b'], hidden: false, dataX: 'y', accept: ['a', 'b'] },
      children: [],
    };
    expect(serialise(cell)).toBe('<td colspan="2" class="a b" data-x="y" accept="a, b"></td>');
  });

  test('markup that nobody parsed is text', () => {
    const raw = { type: 'raw', value: '<script>' } as unknown as ElementContent;
    expect(serialise({ type: 'root', children: [raw] })).toBe('&lt;script&gt;');
  });

  test('depth does not matter', () => {
    let tree: ElementContent = { type: 'text', value: 'x' };
    for (let depth = 0; depth < 20_000; depth += 1) {
      tree = { type: 'element', tagName: 'div', properties: {}, children: [tree] };
    }
    expect(serialise(tree)).toHaveLength(20_000 * 11 + 1);
  });
});

describe('whatever the tree', () => {
  test('what is printed stands on one line', () => {
    fc.assert(
      fc.property(arbitraryHtml, (html) => {
        expect(serialise(parse(html.replace(/title="[^"]*"/g, '')))).not.toMatch(/[\n\r]/);
      }),
    );
  });

  test('every angle bracket belongs to a tag', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (text, title) => {
        const children: ElementContent[] = [{ type: 'text', value: text }];
        const printed = serialise({ type: 'element', tagName: 'a', properties: { title }, children });
        expect(printed.match(/[<>]/g)).toEqual(['<', '>', '<', '>']);
      }),
    );
  });

  test('it shows what the tree shows', () => {
    const simple = fc.array(
      fc.constantFrom(...'a b <p> </p> <b> </b> <ul> <li> </ul> <br> \n'.split(' ').concat('<pre>a\n b</pre>'), ' '),
    );
    fc.assert(
      fc.property(simple, (pieces) => {
        const html = pieces.join('');
        expect(canonical(serialise(parse(html)))).toBe(canonical(html));
      }),
    );
  });
});
