import fc from 'fast-check';
import { fromHtml } from 'hast-util-from-html';
import { describe, expect, test } from 'vitest';
import { type Finding, sanitise } from '../../src/html/sanitise.ts';
import { serialise } from '../../src/html/serialise.ts';
import { arbitraryHtml } from './arbitrary-html.ts';

function run(
  html: string,
  made: readonly string[] = [],
): { readonly html: string; readonly findings: readonly string[] } {
  const findings: Finding[] = [];
  const tree = fromHtml(html, { fragment: true });
  const safe = sanitise(tree, (finding) => findings.push(finding), { made: new Set(made) });
  return { html: serialise(safe), findings: findings.map(({ kind, name }) => `${kind} ${name}`) };
}

describe('what Intercom keeps stays, and nothing is said', () => {
  test.each([
    [
      'text',
      '<p class="no-margin">a<br>b <b>c</b> <i>d</i> <code>e</code></p><p class="intercom-align-center">f</p><hr>',
    ],
    ['headings', '<h1 id="a">a</h1><h4 class="intercom-align-right">b</h4>'],
    ['links', '<p><a href="https://example.com/?a=1&amp;b=2" target="_blank" class="intercom-content-link">a</a></p>'],
    [
      'other addresses',
      '<p><a href="mailto:a@example.com">a</a> <a href="tel:+1">b</a> <a href="#c">c</a> <a href="../d.md?e">d</a></p>',
    ],
    ['a link without an address', '<p><a>a</a></p>'],
    ['lists', '<ol><li><p>a</p><ul><li>b</li></ul></li></ol>'],
    ['code', '<pre><code>a<br>  b</code></pre>'],
    [
      'images',
      '<div class="intercom-container intercom-align-center"><img src="https://example.com/a.png" alt="A" width="10.5" height="5" style="height: auto;"></div>',
    ],
    [
      'buttons',
      '<div class="intercom-container"><a class="intercom-h2b-button" target="_blank" href="https://example.com">a</a></div>',
    ],
    [
      'videos',
      '<div class="intercom-h2b-video"><iframe src="https://www.youtube.com/embed/x?rel=0" frameborder="0" allowfullscreen></iframe></div>',
    ],
    [
      'callouts',
      '<div class="intercom-interblocks-callout" style="background-color: #feedaf80; border-color: rgba(0, 0, 0, 0.5);"><p>a</p></div>',
    ],
    [
      'tables',
      '<div class="intercom-interblocks-table-container"><table role="presentation"><tbody><tr><td colspan="2" rowspan="3" style="background-color: #e3e7fa80; width: 108px;"><p>a</p></td></tr></tbody></table></div>',
    ],
    [
      'collapsible sections',
      '<details><summary><h2>a</h2></summary><div class="collapsible-section-content"><p>b</p></div></details>',
    ],
  ])('%s', (_, html) => {
    expect(run(html)).toEqual({ html, findings: [] });
  });
});

describe('what it does not keep has a stand-in', () => {
  test.each([
    ['<p><strong>a</strong><em>b</em></p>', '<p><b>a</b><i>b</i></p>', []],
    ['<p><kbd>a</kbd></p>', '<p><code>a</code></p>', ['element-replaced kbd']],
    [
      '<p><mark>a</mark><ins>b</ins><u>c</u></p>',
      '<p><b>a</b><b>b</b><b>c</b></p>',
      ['mark', 'ins', 'u'].map((name) => `element-replaced ${name}`),
    ],
    ['<p><del>a</del></p>', '<p>~~a~~</p>', ['element-replaced del']],
    ['<p>x<sup>2</sup> y<sub>1</sub></p>', '<p>x^(2) y_(1)</p>', ['element-replaced sup', 'element-replaced sub']],
    ['<p><q>a</q></p>', '<p>“a”</p>', ['element-replaced q']],
    ['<h5>a</h5><h6 id="b">b</h6>', '<h4>a</h4><h4 id="b">b</h4>', ['element-replaced h5', 'element-replaced h6']],
    [
      '<dl><dt>a</dt><dd>b</dd></dl>',
      '<p>a</p><p>b</p>',
      ['element-unwrapped dl', 'element-replaced dt', 'element-unwrapped dd'],
    ],
    [
      '<figure><img src="a.png"><figcaption>b</figcaption></figure>',
      '<p><img src="a.png"></p><p>b</p>',
      ['element-replaced figcaption'],
    ],
    ['<blockquote>a<p>b</p></blockquote>', '<p>a</p><p>b</p>', ['element-unwrapped blockquote']],
    ['<section><div>a</div><div>b</div></section>', '<p>a</p><p>b</p>', []],
    ['<p><span>a</span> <small>b</small></p>', '<p>a b</p>', []],
    ['<p><x-y>a</x-y></p>', '<p>a</p>', ['element-unwrapped x-y']],
    [
      '<table><thead><tr><th>a</th><th><p>b</p></th></tr></thead><tbody><tr><td>c</td></tr></tbody></table>',
      '<table><tbody><tr><td><b>a</b></td><td><p>b</p></td></tr><tr><td>c</td></tr></tbody></table>',
      ['element-replaced th'],
    ],
    [
      '<table><caption>a</caption><tr><td>b</td></tr></table>',
      '<p>a</p><table><tbody><tr><td>b</td></tr></tbody></table>',
      ['element-replaced caption'],
    ],
    [
      '<ul><li><table><tr><td>a</td><td>b</td></tr></table></li></ul>',
      '<ul><li><p>a | b</p></li></ul>',
      ['element-unwrapped table'],
    ],
    ['<ul>a<li>b</li><ul><li>c</li></ul></ul>', '<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>', []],
    [
      '<p><iframe src="https://example.com/map"></iframe></p>',
      '<p><a href="https://example.com/map">https://example.com/map</a></p>',
      ['element-replaced iframe'],
    ],
    ['<p><button>a</button></p>', '<p>a</p>', ['element-unwrapped button']],
    ['<p>a<button><p>b</p></button></p>', '<p>a<br>b</p>', ['element-unwrapped button', 'element-unwrapped p']],
    ['<ruby>a<rt>b</rt></ruby>', 'a(b)', ['element-replaced rt']],
  ])('%s', (html, instead, findings) => {
    expect(run(html)).toEqual({ html: instead, findings });
  });
});

describe('what is not safe is gone, and named', () => {
  test.each([
    ['<p>a<script>b</script></p>', '<p>a</p>', ['element-removed script']],
    ['<p>a<svg><text>b</text></svg></p>', '<p>a</p>', ['element-removed svg']],
    [
      '<form>a<input><textarea>b</textarea></form>',
      '<p>a</p>',
      ['element-unwrapped form', 'element-removed input', 'element-removed textarea'],
    ],
    ['<p onclick="a">b</p>', '<p>b</p>', ['attribute-removed onclick']],
    ['<p title="a" dir="rtl">b</p>', '<p>b</p>', ['attribute-removed title', 'attribute-removed dir']],
    ['<p id="a">b</p>', '<p>b</p>', ['attribute-removed id']],
    ['<p class="no-margin x">b</p>', '<p class="no-margin">b</p>', ['class-removed x']],
    ['<p style="color: red">b</p>', '<p>b</p>', ['style-removed color']],
    [
      '<div class="intercom-interblocks-callout" style="background-color: url(x)">b</div>',
      '<div class="intercom-interblocks-callout">b</div>',
      ['style-removed background-color'],
    ],
    [
      '<table><tr><td colspan="9999">b</td></tr></table>',
      '<table><tbody><tr><td>b</td></tr></tbody></table>',
      ['attribute-removed colspan'],
    ],
    ['<p><a href="javascript:a">b</a></p>', '<p>b</p>', ['address-removed javascript:a']],
    ['<p><img src="data:image/png,a" alt="b"></p>', '<p>b</p>', ['address-removed data:image/png,a']],
    ['<p><a href=" ht&#9;tps://example.com ">b</a></p>', '<p><a href="https://example.com">b</a></p>', []],
    ['<a target="_blank" rel="noopener" data-x="y" href="#">b</a>', '<a target="_blank" href="#">b</a>', []],
    ['<pre><code class="language-x">b</code></pre>', '<pre><code>b</code></pre>', ['class-removed language-x']],
  ])('%s', (html, instead, findings) => {
    expect(run(html)).toEqual({ html: instead, findings });
  });
});

describe('videos', () => {
  test.each([
    'https://www.youtube.com/embed/x',
    'https://www.youtube-nocookie.com/embed/x',
    'https://player.vimeo.com/video/1',
    'https://fast.wistia.net/embed/iframe/x',
    'https://www.loom.com/embed/x',
    'https://play.vidyard.com/x',
    'https://streamio.com/api/v1/videos/x',
  ])('%s is kept', (src) => {
    expect(run(`<iframe src="${src}"></iframe>`)).toEqual({ html: `<iframe src="${src}"></iframe>`, findings: [] });
  });

  test('without a scheme it is https', () => {
    expect(run('<iframe src="//www.loom.com/embed/x"></iframe>').html).toBe(
      '<iframe src="https://www.loom.com/embed/x"></iframe>',
    );
  });
});

describe('symbolic addresses', () => {
  const url = 'helpcentre:article/en/a.md';

  test('nobody else may write one', () => {
    expect(run(`<a href="${url}">a</a>`)).toEqual({ html: 'a', findings: [`address-removed ${url}`] });
  });

  test('one that we made is kept', () => {
    expect(run(`<a href="${url}">a</a>`, [url])).toEqual({ html: `<a href="${url}">a</a>`, findings: [] });
  });
});

describe('whatever the HTML', () => {
  test('what comes out is read back as it stands, and stays as it is', () => {
    fc.assert(
      fc.property(arbitraryHtml, (html) => {
        const once = run(html).html;
        expect(serialise(fromHtml(once, { fragment: true }))).toBe(once);
        expect(run(once).html).toBe(once);
      }),
      { numRuns: 2000 },
    );
  });

  test('the tree that goes in stays as it is', () => {
    fc.assert(
      fc.property(arbitraryHtml, (html) => {
        const tree = fromHtml(html, { fragment: true });
        const before = structuredClone(tree);
        sanitise(tree, () => undefined);
        expect(tree).toEqual(before);
      }),
      { numRuns: 200 },
    );
  });

  test('an element that is replaced keeps its place, and a finding has one', () => {
    const findings: Finding[] = [];
    const tree = fromHtml('<p>\n<kbd>a</kbd></p>', { fragment: true });
    const safe = sanitise(tree, (finding) => findings.push(finding));
    const place = { line: 2, column: 1, offset: 4 };
    expect(findings[0]?.node.position?.start).toEqual(place);
    const [paragraph] = safe.children;
    expect(paragraph?.type === 'element' && paragraph.children[1]?.position?.start).toEqual(place);
  });

  test('what is too deep becomes text', () => {
    const inner = '<b>x</b><script>y</script>';
    let tree = fromHtml(inner, { fragment: true });
    for (let depth = 0; depth < 10_000; depth += 1) {
      const children = tree.children.filter((node) => node.type !== 'doctype');
      tree = { type: 'root', children: [{ type: 'element', tagName: 'i', properties: {}, children }] };
    }
    const findings: Finding[] = [];
    const safe = serialise(sanitise(tree, (finding) => findings.push(finding)));
    expect(findings.map(({ kind }) => kind)).toEqual(['too-deep']);
    expect(safe.replace(/<\/?i>/g, '')).toBe('x');
  });
});
