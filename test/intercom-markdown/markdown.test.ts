import { describe, expect, test } from 'vitest';
import { fromIntercomMarkdown } from '../../src/intercom-markdown/from-markdown.ts';
import { toIntercomMarkdown } from '../../src/intercom-markdown/to-markdown.ts';

const p = (text: string): string => `<p class="no-margin">${text}</p>`;
const a = (href: string, text: string): string =>
  `<a href="${href}" target="_blank" class="intercom-content-link">${text}</a>`;
const box = (inside: string, align = ''): string => `<div class="intercom-container${align}">${inside}</div>`;
const table = (rows: string): string =>
  `<div class="intercom-interblocks-table-container"><table role="presentation"><tbody>${rows}</tbody></table></div>`;
const player = (src: string): string =>
  `<div class="intercom-h2b-video"><iframe src="${src}" frameborder="0" webkitallowfullscreen mozallowfullscreen allowfullscreen></iframe></div>`;
const yellow = 'background-color: #feedaf80; border-color: #fbc91633;';
const grey = 'background-color: #e8e8e880; border-color: #73737633;';
const callout = (style: string, inside: string): string =>
  `<div class="intercom-interblocks-callout" style="${style}">${inside}</div>`;
const section = (title: string, inside: string): string =>
  `<details><summary><h2>${title}</h2></summary><div class="collapsible-section-content">${inside}</div></details>`;

test.each<[string, string, string]>([
  ['nothing', '', ''],
  ['a hard break', p('a<br>b'), 'a  \nb\n'],
  ['marks', p('<b>a</b> <i>b</i> <code>c|d</code> <b><i>e</i></b>'), '**a** _b_ `c|d` **_e_**\n'],
  ['headings', '<h2 id="h_0123456789">A b</h2><h4>C</h4>', '## A b {#h_0123456789}\n\n#### C\n'],
  ['a heading that looks as if it had an id', '<h2>A {#b}</h2>', '## A \\{#b}\n'],
  [
    'lists',
    `<ul><li>${p('a')}<ol><li>${p('b')}</li><li>${p('c')}</li></ol></li><li>${p('d')}</li></ul>`,
    '- a\n  1. b\n  2. c\n- d\n',
  ],
  ['two lists', `<ul><li>${p('a')}</li></ul><ul><li>${p('b')}</li></ul>`, '- a\n\n* b\n'],
  ['an item of two paragraphs', `<ul><li>${p('a')}${p('b')}</li><li>${p('c')}</li></ul>`, '- a\n\n  b\n- c\n'],
  [
    'a callout',
    callout(yellow, p('a') + p('b')),
    ':::callout backgroundColor="#feedaf80" borderColor="#fbc91633"\na\n\nb\n:::\n',
  ],
  [
    'a callout in an item',
    `<ul><li>${callout(yellow, p('a'))}</li></ul>`,
    '-\n  :::callout backgroundColor="#feedaf80" borderColor="#fbc91633"\n  a\n  :::\n',
  ],
  [
    'a button',
    box(
      '<a class="intercom-h2b-button" target="_blank" href="https://example.com/?a=1&amp;b=2">A b</a>',
      ' intercom-align-center',
    ),
    ':::button href="https://example.com/?a=1&b=2" label="A b" align="center"\n:::\n',
  ],
  ['sections', section('A', section('B', p('c'))), ':::collapsible title="A"\n:::collapsible title="B"\nc\n:::\n:::\n'],
  [
    'a video',
    player('https://www.youtube.com/embed/dQw4w9WgXcQ?rel=0'),
    ':::video provider="youtube" id="dQw4w9WgXcQ"\n:::\n',
  ],
  [
    'an image',
    box('<img src="https://example.com/a.png?expires=1&amp;signature=2" alt="A b">'),
    '![A b](https://example.com/a.png?expires=1&signature=2)\n',
  ],
  [
    'an image that is a link',
    box('<a href="https://example.com/" target="_blank"><img src="https://example.com/a.png"></a>'),
    '[![](https://example.com/a.png)](https://example.com/)\n',
  ],
  ['code', '<pre><code>a *b*<br><br>  c &lt;</code></pre>', '```\na *b*\n\n  c <\n```\n'],
  ['code in a language', '<pre><code data-intercom-language="ruby">a</code></pre>', '```ruby\na\n```\n'],
  [
    'a table',
    table(`<tr><td>${p('a')}</td><td>${p('')}</td></tr><tr><td>${p('b|c')}</td><td>${p('<b>d</b>')}</td></tr>`),
    '| a |  |\n| --- | --- |\n| b\\|c | **d** |\n',
  ],
  ['a rule', `${p('a')}<hr>`, 'a\n\n---\n'],
  ['links', p(a('https://example.com/(a)', 'a_b')), '[a_b](<https://example.com/(a)>)\n'],
  [
    'what HTML does not show',
    `<p class="no-margin" data-intercom-block="e30="><b>Could not display content</b></p>`,
    ':::intercom-block data="e30="\n:::\n',
  ],
  [
    'an attachment',
    p(
      '<a href="https://example.com/a.pdf" target="_blank" class="intercom-content-link" data-intercom-attachment=" href=&quot;https://example.com/a.pdf&quot; name=&quot;a.pdf&quot; size=&quot;12&quot;">a.pdf</a>',
    ),
    ':::attachment href="https://example.com/a.pdf" name="a.pdf" size="12"\n:::\n',
  ],
  [
    'text that looks like Markdown',
    p('# a') + p('1. b') + p('- c') + p('*d* [e] `f` &lt;g&gt; h_i_j'),
    '\\# a\n\n1\\. b\n\n\\- c\n\n\\*d\\* \\[e] \\`f\\` \\<g> h_i_j\n',
  ],
  ['text that looks like a directive', p(':::callout') + p('a<br>:::'), '\\:::callout\n\na  \n\\:::\n'],
])('%s', (_, html, markdown) => {
  expect(toIntercomMarkdown(html, { spacing: 'counts' })).toEqual({ says: 'all', markdown });
  expect(fromIntercomMarkdown(markdown)).toBe(html);
});

test('a link to an article says which', () => {
  const articleAt = (href: string): string | null => /articles\/(\d+)/.exec(href)?.[1] ?? null;
  const html = p(a('https://help.example.com/en/articles/12-a', 'A'));
  const said = toIntercomMarkdown(html, { spacing: 'counts', articleAt });
  const markdown = '[A](https://help.example.com/en/articles/12-a "intercom:article:12")\n';
  expect(said).toEqual({ says: 'all', markdown });
  expect(fromIntercomMarkdown(markdown)).toBe(html);
});

describe('what Markdown has no words for', () => {
  const image = (attributes: string): string => box(`<img src="https://example.com/a.png"${attributes}>`);
  const cell = (attributes: string, inside: string): string => table(`<tr><td${attributes}>${inside}</td></tr>`);

  test.each<[string, string]>([
    ['spacing', p('a') + p('') + p('b')],
    ['spacing', p('a<br><br>b')],
    ['spacing', `<ul><li>${p('a')}${p('')}</li></ul>`],
    ['alignment', '<p class="intercom-align-center no-margin">a</p>'],
    ['alignment', '<h2 class="intercom-align-right">a</h2>'],
    ['alignment', box('<img src="https://example.com/a.png">', ' intercom-align-center')],
    ['image-size', image(' width="30"')],
    ['cell-background', cell(' style="background-color: #e3e7fa80;"', p('a'))],
    ['cell-width', cell(' style="width: 108px;"', p('a'))],
    ['cell-span', cell(' colspan="2"', p('a'))],
    ['cell-blocks', cell('', p('a') + p('b'))],
    ['cell-blocks', cell('', p('a<br>b'))],
    ['cell-blocks', cell('', `<ul><li>${p('a')}</li></ul>`)],
    ['cell-blocks', cell('', image(''))],
    ['markup-in-code', '<pre><code><b>a</b></code></pre>'],
    ['link-without-address', p('<a>a</a>')],
    ['video', player('https://www.youtube.com/embed/dQw4w9WgXcQ?rel=0&amp;start=3')],
    [
      'section-title',
      '<details><summary><h1>A</h1></summary><div class="collapsible-section-content"></div></details>',
    ],
    ['quotation-mark', section('A "b"', p('c'))],
    ['heading-id', '<h2 id="a b">A</h2>'],
    ['undisplayed', '<p><b>Could not display content</b></p>'],
    ['element', p('<u>a</u>')],
    ['otherwise', p('<code>a</code><code>b</code>')],
  ])('%s: %s', (is, html) => {
    const said = toIntercomMarkdown(html, { spacing: 'counts' });
    expect(said).toMatchObject({ says: 'less', losses: [{ is }] });
  });

  test('space may go where the caller says so', () => {
    const html = p('a') + p('') + p('b') + p('');
    expect(toIntercomMarkdown(html, { spacing: 'dropped' })).toEqual({ says: 'all', markdown: 'a\n\nb\n' });
  });

  test('space at the end of a body is none', () => {
    expect(toIntercomMarkdown(p('a') + p(''), { spacing: 'counts' })).toEqual({ says: 'all', markdown: 'a\n' });
  });
});

describe('what Intercom reads otherwise than others', () => {
  test.each<[string, string, string]>([
    ['quotes are paragraphs', '> a\n>\n> b\n', p('a') + p('b')],
    ['a callout without colours is grey', ':::callout\na\n:::\n', callout(grey, p('a'))],
    [
      'attachments in one',
      ':::attachments\n:::attachment href="https://example.com/" name="a"\n:::\n\n:::attachment href="https://example.com/" name="b"\n:::\n:::',
      [
        ' href=&quot;https://example.com/&quot; name=&quot;a&quot;',
        ' href=&quot;https://example.com/&quot; name=&quot;b&quot;',
      ]
        .map((own, at) =>
          p(
            `<a href="https://example.com/" target="_blank" class="intercom-content-link" data-intercom-attachment="${own}">${at === 0 ? 'a' : 'b'}</a>`,
          ),
        )
        .join(''),
    ],
    ['HTML is dropped', 'a <b>b</b>\n\n<div>c</div>\n', p('a b')],
    ['colons in code are code', '```\n:::callout\n```\n', '<pre><code>:::callout</code></pre>'],
    ['a line of colons that closes nothing', 'a\n\n:::\n\nb\n', p('a') + p('b')],
    [
      'an address that a browser would run',
      '[a](javascript:b)\n',
      p('<a target="_blank" class="intercom-content-link">a</a>'),
    ],
    [
      'links apart from their addresses',
      '[a][b] [c]\n\n[b]: https://example.com/\n',
      p(`${a('https://example.com/', 'a')} [c]`),
    ],
    ['what GitHub alone has', '- [x] ~~a~~\n', `<ul><li>${p('[x] ~~a~~')}</li></ul>`],
  ])('%s', (_, markdown, html) => {
    expect(fromIntercomMarkdown(markdown)).toBe(html);
  });

  test('what is nested without end is refused', () => {
    expect(() => fromIntercomMarkdown(':::callout\n'.repeat(200) + ':::\n'.repeat(200))).toThrow(
      'directives inside each other',
    );
  });
});
