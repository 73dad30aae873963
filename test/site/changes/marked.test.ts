import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonical } from '../../../src/body/canonical.ts';
import { markedDiff } from '../../../src/site/changes/marked/marked.ts';
import { printMarked } from '../../../src/site/changes/marked/node.ts';
import { arbitraryHtml } from '../../body/arbitrary-html.ts';
import { runs } from '../../kit/depth.ts';
import { withoutMark } from './take-out.ts';

/** Both bodies in one, as HTML. */
function marked(before: string, after: string): string {
  const rows = markedDiff(before, after) ?? [];
  return printMarked(rows.flatMap(({ nodes }) => nodes));
}

const p = (text: string): string => `<p>${text}</p>`;
const container = 'class="intercom-container"';
const green = 'class="intercom-interblocks-callout" style="background-color: #d7efdc80; border-color: #1bb15733;"';
const red = 'class="intercom-interblocks-callout" style="background-color: #fed9db80; border-color: #fd3a5733;"';

describe('two bodies in one', () => {
  test.each<[string, string, string, string]>([
    ['a word', p('One two three'), p('One 2 three'), p('One <del>two</del><ins>2</ins> three')],
    [
      'words in a row as one',
      p('The quick brown fox'),
      p('The slow red fox'),
      p('The <del>quick brown</del><ins>slow red</ins> fox'),
    ],
    [
      'a paragraph that came, with the space before it',
      p('Before it') + p('Behind it'),
      p('Before it') + p('') + p('Something new here') + p('Behind it'),
      `${p('Before it')}<ins>${p('')}</ins><ins>${p('Something new here')}</ins>${p('Behind it')}`,
    ],
    ['a paragraph that went', p('a') + p('b'), p('b'), `<del>${p('a')}</del>${p('b')}`],
    [
      'a word in a link that stays one link',
      p('See <a href="https://a.example/">the long page</a>.'),
      p('See <a href="https://a.example/">the short page</a>.'),
      p('See <a href="https://a.example/">the <del>long</del><ins>short</ins> page</a>.'),
    ],
    [
      'the first word of a box of code',
      p('Type <code>old name</code> here'),
      p('Type <code>new name</code> here'),
      p('Type <code><del>old</del><ins>new</ins> name</code> here'),
    ],
    [
      'a link that leads elsewhere',
      p('See <a href="https://a.example/">there</a>.'),
      p('See <a href="https://b.example/">there</a>.'),
      p('See <a href="https://a.example/"><del>there</del></a><a href="https://b.example/"><ins>there</ins></a>.'),
    ],
    [
      'a word made bold',
      p('One two three'),
      p('One <b>two</b> three'),
      p('One <del>two</del><b><ins>two</ins></b> three'),
    ],
    [
      'one box of code in the place of two',
      p('<code>a</code> or <code>b</code> it is'),
      p('<code>a or b</code> it is'),
      p('<code>a<ins> or b</ins></code> <del>or </del><code><del>b</del></code><del> </del>it is'),
    ],
    [
      'boxes of code that do not fit into each other, as a whole',
      p('<code>a b c</code>'),
      p('<code>a</code> X <code>q c</code>'),
      p('<del><code>a b c</code></del><ins><code>a</code> X <code>q c</code></ins>'),
    ],
    [
      'an item of a list',
      '<ul><li><p>One</p></li><li><p>Two</p></li></ul>',
      '<ul><li><p>One</p></li><li><p>New</p></li><li><p>Two</p></li></ul>',
      '<ul><li><p>One</p></li><li data-mark="ins"><ins><p>New</p></ins></li><li><p>Two</p></li></ul>',
    ],
    [
      'a list that got numbers',
      '<ul><li><p>One</p></li></ul>',
      '<ol><li><p>One</p></li></ol>',
      '<del><ul><li><p>One</p></li></ul></del><ins><ol><li><p>One</p></li></ol></ins>',
    ],
    [
      'a word in a cell',
      '<table><tbody><tr><td><p>Red</p></td><td><p>1 euro</p></td></tr></tbody></table>',
      '<table><tbody><tr><td><p>Red</p></td><td><p>2 euro</p></td></tr></tbody></table>',
      '<table><tbody><tr><td><p>Red</p></td><td><p><del>1</del><ins>2</ins> euro</p></td></tr></tbody></table>',
    ],
    [
      'a row',
      '<table><tbody><tr><td><p>Red</p></td></tr></tbody></table>',
      '<table><tbody><tr><td><p>Red</p></td></tr><tr><td><p>Blue</p></td></tr></tbody></table>',
      '<table><tbody><tr><td><p>Red</p></td></tr><tr data-mark="ins"><td data-mark="ins"><ins><p>Blue</p></ins></td></tr></tbody></table>',
    ],
    [
      'the colour of a cell',
      '<table><tbody><tr><td><p>Red</p></td></tr></tbody></table>',
      '<table><tbody><tr><td style="background-color: #fed9db80;"><p>Red</p></td></tr></tbody></table>',
      '<table><tbody><tr><td style="background-color: #fed9db80;" data-mark="changed"><p>Red</p></td></tr></tbody></table>',
    ],
    [
      'the colour of a callout, as a whole',
      `<div ${green}><p>Mind it</p></div>`,
      `<div ${red}><p>Mind it</p></div>`,
      `<del><div ${green}><p>Mind it</p></div></del><ins><div ${red}><p>Mind it</p></div></ins>`,
    ],
    [
      'a word in a callout',
      `<div ${green}><p>Mind the gap</p></div>`,
      `<div ${green}><p>Mind the step</p></div>`,
      `<div ${green}><p>Mind the <del>gap</del><ins>step</ins></p></div>`,
    ],
    [
      'a picture',
      `<div ${container}><img src="https://a.example/1.png"></div>`,
      `<div ${container}><img src="https://a.example/2.png"></div>`,
      `<del><div ${container}><img src="https://a.example/1.png"></div></del><ins><div ${container}><img src="https://a.example/2.png"></div></ins>`,
    ],
    [
      'a line of code',
      '<pre><code>one<br>two</code></pre>',
      '<pre><code>one<br>2</code></pre>',
      '<pre><code>one<br><del>two</del><ins>2</ins></code></pre>',
    ],
    [
      'text in a section that folds',
      '<details><summary><h2>More</h2></summary><div class="collapsible-section-content"><p>One two</p></div></details>',
      '<details><summary><h2>More</h2></summary><div class="collapsible-section-content"><p>One 2</p></div></details>',
      '<details><summary><h2>More</h2></summary><div class="collapsible-section-content"><p>One <del>two</del><ins>2</ins></p></div></details>',
    ],
    ['everything', p('a'), '', `<del>${p('a')}</del>`],
    ['the first text', '', p('a') + p('b'), `<ins>${p('a')}</ins><ins>${p('b')}</ins>`],
    ['marks in the text itself, which are none of ours', p('<u>a</u>'), p('<ins>a</ins>'), p('<u>a</u>')],
  ])('%s', (_, before, after, html) => {
    expect(marked(before, after)).toBe(html);
  });

  test('what Intercom rewrites has no mark', () => {
    const sent = '<h2 id="a">Title</h2><p>One<br>two</p><table><tr><th>x</th></tr></table>';
    const stored =
      '<h1 id="h_0123456789">Title</h1><p class="no-margin">One</p><p class="no-margin">two</p>\n<div class="intercom-interblocks-table-container"><table role="presentation"><tbody><tr><td><p class="no-margin">x</p></td></tr></tbody></table></div>';
    expect(markedDiff(stored, sent)?.map(({ is }) => is)).toEqual(['same', 'same', 'same', 'same']);
  });

  test('addresses are compared by what stands for them', () => {
    const addresses = { link: (href: string): string => href.replace(/^https:\/\/help\.example\/\d+$/, 'other.md') };
    const rows = markedDiff(p('<a href="https://help.example/12">x</a>'), p('<a href="other.md">x</a>'), addresses);
    expect(rows?.map(({ is }) => is)).toEqual(['same']);
  });

  test('a body that is nested too deep has none', () => {
    expect(markedDiff('<div>'.repeat(10_000), p('a'))).toBeNull();
  });
});

/** Bodies as articles have them, of few words, so that two of them have much in common. */
const words = fc
  .array(fc.constantFrom('one', 'two', 'three', ' ', ' ', ' and ', '.', 'é', '我'), { minLength: 1, maxLength: 8 })
  .map((list) => list.join(''));
const inline = fc
  .array(
    fc.oneof(
      words,
      words,
      words.map((text) => `<b>${text}</b>`),
      words.map((text) => `<code>${text}</code>`),
      words.map((text) => `<b>x<i>${text}</i></b>`),
      fc
        .tuple(fc.constantFrom('https://a.example/', 'helpcentre:article/en/a.md#b'), words)
        .map(([href, text]) => `<a href="${href}">${text} <b>x</b></a>`),
    ),
    { maxLength: 5 },
  )
  .map((list) => list.join(''));
const paragraph = inline.map((text) => `<p>${text}</p>`);
const { block } = fc.letrec<{ block: string; blocks: string }>((tie) => ({
  blocks: fc.array(tie('block'), { minLength: 1, maxLength: 3 }).map((list) => list.join('')),
  block: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    paragraph,
    fc.constant('<p></p>'),
    fc.constantFrom('<hr>', '<div class="intercom-container"><img src="https://a.example/1.png" alt="one two"></div>'),
    words.map((text) => `<h2>${text}</h2>`),
    fc.array(words, { minLength: 1, maxLength: 3 }).map((lines) => `<pre><code>${lines.join('<br>')}</code></pre>`),
    fc.tuple(fc.constantFrom(green, red), tie('blocks')).map(([style, inside]) => `<div ${style}>${inside}</div>`),
    fc
      .tuple(fc.constantFrom('ul', 'ol'), fc.array(tie('blocks'), { minLength: 1, maxLength: 3 }))
      .map(([name, items]) => `<${name}>${items.map((item) => `<li>${item}</li>`).join('')}</${name}>`),
    fc
      .array(
        fc.array(fc.tuple(fc.constantFrom('', ' style="width: 9px;"'), paragraph), { minLength: 1, maxLength: 3 }),
        {
          minLength: 1,
          maxLength: 3,
        },
      )
      .map((rows) => {
        const cells = (row: (typeof rows)[number]): string =>
          row.map(([style, inside]) => `<td${style}>${inside}</td>`).join('');
        return `<table><tbody>${rows.map((row) => `<tr>${cells(row)}</tr>`).join('')}</tbody></table>`;
      }),
    fc
      .tuple(words, tie('blocks'))
      .map(
        ([title, inside]) =>
          `<details><summary><h2>${title}</h2></summary><div class="collapsible-section-content">${inside}</div></details>`,
      ),
  ),
}));
const body = fc.array(block, { maxLength: 6 }).map((blocks) => blocks.join(''));

/** A body and what became of it: some blocks gone, some new, some in another place. */
const edited = fc
  .tuple(fc.array(block, { maxLength: 8 }), fc.array(fc.tuple(fc.nat(8), fc.nat(2), block), { maxLength: 4 }))
  .map(([blocks, edits]) => {
    const after = [...blocks];
    for (const [at, gone, come] of edits) after.splice(at, gone, come);
    return [blocks.join(''), after.join('')] as const;
  });

describe('whatever the two bodies', () => {
  const pairs = fc.oneof(edited, fc.tuple(body, body), fc.tuple(arbitraryHtml, arbitraryHtml));

  test('without what went it is the body after, without what came the body before', () => {
    fc.assert(
      fc.property(pairs, ([before, after]) => {
        const html = marked(before, after);
        fc.pre(markedDiff(before, after) !== null && !/<(?:ins|del|s|strike|u)\b/.test(before + after));
        expect(canonical(withoutMark(html, 'del'))).toBe(canonical(after));
        // Attributes that changed are those of the body after: the side of the body before has the old ones.
        const rows = markedDiff(before, after) ?? [];
        const side = printMarked(
          rows.flatMap(({ nodes }) => nodes),
          'ins',
        );
        expect(canonical(withoutMark(side, 'ins'))).toBe(canonical(before));
        if (!html.includes('data-mark="changed"')) expect(canonical(withoutMark(html, 'ins'))).toBe(canonical(before));
      }),
      { numRuns: runs(300) },
    );
  });

  test('equal bodies have no mark', () => {
    fc.assert(
      fc.property(fc.oneof(body, arbitraryHtml), (html) => {
        const rows = markedDiff(html, html);
        fc.pre(rows !== null);
        expect(rows?.every(({ is }) => is === 'same')).toBe(true);
      }),
      { numRuns: runs(150) },
    );
  });

  test('it is read back by an HTML parser as it was printed', () => {
    fc.assert(
      fc.property(edited, ([before, after]) => {
        const html = marked(before, after);
        expect(withoutMark(html, null)).toBe(html);
      }),
      { numRuns: runs(150) },
    );
  });
});
