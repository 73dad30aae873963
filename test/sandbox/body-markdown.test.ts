import { expect, test } from 'vitest';
import { bodyMarkdown } from '../../src/sandbox/body-markdown.ts';

const p = (text: string) => `<p class="no-margin">${text}</p>`;

test.each([
  ['nothing', '', ''],
  ['text', p('a * b &lt;c&gt; &amp; <b>d</b> <i>e</i> <code>f</code><br>g'), 'a \\* b <c> & **d** _e_ `f`\\\ng\n'],
  ['headings with their ids', '<h1 id="a">A</h1><h3 id="h_0123456789">B</h3>', '# A {#a}\n\n### B {#h_0123456789}\n'],
  ['empty paragraphs', `${p('a')}${p('')}\n${p('b')}`, 'a\n\nb\n'],
  ['links and images', p('<a href="https://example.com/?a=1&amp;b=2">x</a>'), '[x](https://example.com/?a=1&b=2)\n'],
  ['images', '<div class="intercom-container"><img src="/a.png" alt="A &quot;b&quot;"></div>', '![A "b"](/a.png)\n'],
  [
    'videos',
    '<div class="intercom-h2b-video"><iframe src="https://www.loom.com/embed/a"></iframe></div>',
    '<https://www.loom.com/embed/a>\n',
  ],
  ['rules', `${p('a')}<hr>${p('b')}`, 'a\n\n---\n\nb\n'],
  ['code', '<pre><code>a *b*<br>  c &lt; d</code></pre>', '```\na *b*\n  c < d\n```\n'],
  [
    'lists in lists',
    `<ol><li>${p('a')}<ul><li>${p('b')}${p('c')}</li></ul></li><li>${p('d')}</li></ol>`,
    '1. a\n\n   - b\n\n      c\n\n2. d\n',
  ],
  ['callouts', `<div class="intercom-interblocks-callout" style="">${p('a')}${p('b')}</div>`, '> a\n\n> b\n'],
  [
    'tables',
    `<table role="presentation"><tbody><tr><td>${p('a')}</td><td>${p('b<br>c')}${p('d')}</td></tr><tr><td>${p('e')}</td><td></td></tr></tbody></table>`,
    '| a | b<br>c<br>d |\n| --- | --- |\n| e |  |\n',
  ],
  [
    'sections',
    `<details><summary><h2>T</h2></summary><div class="collapsible-section-content">${p('a')}</div></details>`,
    '## T\n\na\n',
  ],
])('%s', (_, html, markdown) => {
  expect(bodyMarkdown(html)).toBe(markdown);
});
