import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonical } from '../../src/html/canonical.ts';
import { imageName, linkName, readable } from '../../src/html/readable.ts';
import { arbitraryHtml } from './arbitrary-html.ts';

describe('an Intercom body as Markdown', () => {
  test.each<[string, string, string]>([
    [
      'headings, paragraphs and marks',
      '<h2 id="x">Top</h2><p>a <b>bold</b></p><p></p><p><i>c</i> <code>d</code></p><h3>Sub</h3>',
      '# Top\n\na **bold**\n\n*c* `d`\n\n## Sub',
    ],
    ['lines with nothing between', '<p>one<br>two</p><p>three</p>', 'one\\\ntwo\\\nthree'],
    ['links', '<p><a href="https://example.com/?a=1&amp;b=2">here</a></p>', '[here](https://example.com/?a=1&b=2)'],
    ['links to headings', '<p><a href="#%C3%A9t%C3%A9">x</a> <a href="#%zz">y</a></p>', '[x](#été) [y](#%zz)'],
    [
      'lists in lists',
      '<ul><li><p>a</p><ol><li><p>b</p></li><li><p>c</p></li></ol></li><li><p>d</p></li></ul>',
      '- a\n  1. b\n  2. c\n- d',
    ],
    [
      'tables, the first row as the head',
      '<table><tbody><tr><td><p>a|b</p></td><td><p>c</p></td></tr><tr><td colspan="2"><p>d</p><p>e</p></td></tr></tbody></table>',
      '| a\\|b | c |\n| --- | --- |\n| d<br>e {colspan=2} |',
    ],
    [
      'tables with aligned columns and cells',
      '<table><tbody><tr><td><p class="intercom-align-right">a</p></td><td><p>b</p></td></tr><tr><td><p class="intercom-align-right">c</p></td><td style="background-color: #e3e7fa80;"><p class="intercom-align-center">d</p></td></tr></tbody></table>',
      '| a | b |\n| ---: | --- |\n| c | d {align=center background=#e3e7fa80} |',
    ],
    [
      'callouts by their colour',
      '<div class="intercom-interblocks-callout" style="background-color: #feedaf80; border-color: #fbc91633;"><p>a</p><p></p><p>b</p></div>',
      '> [!WARNING]\n> a\n>\n> b',
    ],
    [
      'callouts of another colour',
      '<div class="intercom-interblocks-callout" style="background-color: #12345678; border-color: #fbc91633;"><p>a</p></div>',
      ':::callout{color=#12345678}\na\n:::',
    ],
    [
      'collapsible sections',
      '<details><summary><p>More</p></summary><div class="collapsible-section-content"><p>a</p></div></details>',
      '<details>\n<summary>More</summary>\n\na\n\n</details>',
    ],
    [
      'images without signature',
      '<p>a</p><img src="https://downloads.intercomcdn.com/i/o/w/1/my%20form.png?expires=1&amp;signature=2&amp;req=3" alt="A form"><p>b</p>',
      'a\n\n![A form](my form.png)\n\nb',
    ],
    [
      'sized and aligned images',
      '<div class="intercom-container intercom-align-center"><img src="https://example.com/a.png" width="30"></div>',
      ':::center\n<img src="a.png" alt="" width="30">\n:::',
    ],
    [
      'videos and buttons',
      '<div class="intercom-h2b-video"><iframe src="https://www.loom.com/embed/1"></iframe></div><div class="intercom-container"><a class="intercom-h2b-button" href="https://example.com">Go</a></div>',
      'https://www.loom.com/embed/1\n\n:button[Go]{href=https://example.com}',
    ],
    [
      'code, with a fence that is long enough',
      '<pre><code>a<br>  b &lt;c&gt;<br>```</code></pre><hr>',
      '````\na\n  b <c>\n```\n````\n\n---',
    ],
    ['nothing', '<p></p>', ''],
    ['text that looks like markup', '<p>1. *a* &lt;b&gt;</p>', '1. *a* <b>'],
  ])('%s', (_, html, markdown) => {
    expect(readable(html)).toBe(markdown);
  });

  test('names what it links to as it is told', () => {
    const html = '<p><a href="https://help.example.com/en/articles/1-a">a</a></p><img src="https://example.com/1.png">';
    expect(readable(html, { link: () => 'a.md', image: () => 'b.png' })).toBe('[a](a.md)\n\n![](b.png)');
  });

  test('says the text of what is nested too deep', () => {
    expect(readable(`${'<div>'.repeat(300)}a<b>b</b>`)).toBe('a b');
  });
});

test.each([
  ['helpcentre:article/en/a%20b/c.md#d', 'a b/c.md#d'],
  ['helpcentre:article/en/c.md', 'c.md'],
  ['https://example.com/a', 'https://example.com/a'],
])('a link %s is shown as %s', (href, shown) => {
  expect(linkName(href)).toBe(shown);
});

test.each([
  [`helpcentre:image/sha256-${'0123456789abcdef'.repeat(4)}`, 'sha256-01234567'],
  [`https://example.com/${'0123456789abcdef'.repeat(4)}.png?a`, '01234567.png'],
  ['https://example.com/%zz.png', '%zz.png'],
  ['https://example.com/', 'https://example.com/'],
])('an image %s is shown as %s', (source, shown) => {
  expect(imageName(source)).toBe(shown);
});

test('any HTML can be read, and what shows the same reads the same', () => {
  fc.assert(
    fc.property(arbitraryHtml, (html) => {
      expect(readable(canonical(html))).toBe(readable(html));
    }),
    { numRuns: 500 },
  );
});
