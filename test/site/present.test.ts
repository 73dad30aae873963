import { describe, expect, test } from 'vitest';
import { presentBody } from '../../src/site/body/present.ts';

describe('a body in a page', () => {
  test.each([
    ['a script', '<p>a</p><script>alert(1)</script>', '<p>a</p>'],
    ['an event handler', '<p onclick="alert(1)">a</p>', '<p>a</p>'],
    ['a link that runs', '<p><a href="javascript:alert(1)">a</a></p>', '<p><a>a</a></p>'],
    ['a form', '<form action="/x"><input name="a">b</form>', 'b'],
    ['a style sheet', '<style>p{}</style><p>a</p>', '<p>a</p>'],
    ['a base address', '<base href="https://example.com"><p>a</p>', '<p>a</p>'],
  ])('holds no more than Intercom keeps: %s', (_, html, expected) => {
    expect(presentBody(html).html).toBe(expected);
  });

  test('a block that only Intercom can show is a frame', () => {
    const carrier = '<p class="no-margin" data-intercom-block="e30="><b>Could not display content</b></p>';
    const frame = '<p><span class="stand-in">A block that only Intercom can show</span></p>';
    expect(presentBody(`<p>a</p>${carrier}`).html).toBe(`<p>a</p>${frame}`);
  });

  test('colours become classes, widths attributes, and no style attribute is left', () => {
    const callout =
      '<div class="intercom-interblocks-callout" style="background-color: #e3e7fa80; border-color: #334bfa33;"><p>a</p></div>';
    expect(presentBody(callout).html).toBe(
      '<div class="intercom-interblocks-callout bg-e3e7fa80 bd-334bfa33"><p>a</p></div>',
    );
    const table =
      '<table><tbody><tr><td style="background-color: rgba(215, 239, 220, 0.5); width: 108.4px;">a</td><td style="width: 50%">b</td></tr></tbody></table>';
    const { html } = presentBody(table);
    expect(html).toContain('<td class="bg-d7efdc80" width="108">a</td><td width="50%">b</td>');
    expect(html).not.toContain('style=');
  });

  test('headings go on from the title of the page without a gap, and keep their size', () => {
    const { html, contents } = presentBody(
      '<h1 id="a">A</h1><h3 id="b">B</h3><h4 id="c">C</h4><h1 id="d">D</h1><h4 id="e">E</h4>',
    );
    expect(
      [...html.matchAll(/<h(\d) id="(.)" class="size-(\d)">/g)].map(([, level, id, size]) => [id, level, size]),
    ).toEqual([
      ['a', '2', '1'],
      ['b', '3', '3'],
      ['c', '4', '4'],
      ['d', '2', '1'],
      ['e', '3', '4'],
    ]);
    expect(contents.map(({ id, level }) => [id, level])).toEqual([
      ['a', 1],
      ['b', 2],
      ['c', 3],
      ['d', 1],
      ['e', 3],
    ]);
  });

  test('an empty heading is a gap and no heading', () => {
    expect(presentBody('<h2 id="x"></h2><p>a</p>')).toMatchObject({
      html: '<p id="x" class="size-2"></p><p>a</p>',
      contents: [],
    });
  });

  test('the title of a section that opens is no part of the contents', () => {
    const { contents } = presentBody(
      '<details><summary><h2 id="s">S</h2></summary><p>a</p></details><h2 id="t">T</h2>',
    );
    expect(contents.map(({ id }) => id)).toEqual(['t']);
  });

  test('links to other sites open beside the page, links to our own pages in it', () => {
    const { html } = presentBody(
      '<p><a href="https://example.com/" target="_blank">a</a><a href="../b.html#c" target="_blank">b</a></p>',
    );
    expect(html).toBe(
      '<p><a href="https://example.com/" target="_blank" rel="noopener noreferrer">a</a><a href="../b.html#c">b</a></p>',
    );
  });

  test('a video is a link to it, and no frame', () => {
    const { html } = presentBody(
      '<div class="intercom-h2b-video"><iframe src="https://www.youtube.com/embed/x"></iframe></div>',
    );
    expect(html).toContain('href="https://www.youtube.com/embed/x"');
    expect(html).toContain('Watch the video on YouTube');
    expect(html).not.toContain('iframe');
  });

  test('what is wider than the screen can be scrolled with the keyboard', () => {
    const { html } = presentBody(
      '<div class="intercom-interblocks-table-container"><table><tbody><tr><td>a</td></tr></tbody></table></div><pre><code>b</code></pre>',
    );
    expect(html).toContain(
      '<div class="intercom-interblocks-table-container" tabindex="0" role="group" aria-label="Table 1">',
    );
    expect(html).toContain('<pre tabindex="0" role="group" aria-label="Code">');
  });

  test('a picture without a text says so to screen readers', () => {
    expect(presentBody('<div class="intercom-container"><img src="a.png"></div>').html).toContain('alt=""');
  });
});
