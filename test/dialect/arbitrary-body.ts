import fc from 'fast-check';

/** Words, and all that means something in Markdown, HTML or the dialect. */
const scraps = [
  ...'\\`*_{}[]<>()#+-.!|~:&@=$^"\'/?%,;',
  ...['**', '__', '~~', '***', '``', '](', '![', '[^1]', '[x]', '[ ]', '<b>', '</b>', '<br>', '<port>', '<!-- x -->'],
  ...['&amp;', '&nbsp;', '&#65;', '1.', '2)', '- ', '# ', '> ', '---', '===', '```', ':::', ':::note', '::include'],
  ...[':button[x]{href=y}', '{{product}}', '{{ x }}', '{#id}', 'https://example.com', 'www.example.com', 'a@b.example'],
  ...[
    '[!NOTE]',
    '| a |',
    '|---|',
    '\u00a0',
    '\u200b',
    '\ufeff',
    '\u2028',
    '😀',
    'é',
    '中文',
    '“x”',
    'snake_case',
    'C#',
  ],
];

const word = fc.oneof(
  fc.string({ minLength: 1, maxLength: 6, unit: 'grapheme' }),
  fc.constantFrom('word', 'two words'),
);

/** Text of a line. */
export const text: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.constantFrom(...scraps), word, fc.constant(' ')), { minLength: 1, maxLength: 7 })
  .map((parts) => parts.join('').replace(/[\p{Cc}\p{Cs}]/gu, ''));

const escaped = (value: string): string =>
  value.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

const address = fc.constantFrom(
  'https://example.com/',
  'https://example.com/a_b/(c)?x=1&y=2#z',
  'https://example.com/é and more',
  'mailto:a@b.example',
  'tel:+4912345',
  'https://youtu.be/dQw4w9WgXcQ',
);

const plain = text.map(escaped);

/** Text that shows: a link on nothing is taken away. */
const visible = plain.filter((value) => !/^[\s\u200b\ufeff]*$/.test(value));

/** What can stand in a line. */
const inline: fc.Arbitrary<string> = fc.letrec(
  (tie: fc.LetrecTypedTie<{ run: string; line: string }>): fc.LetrecValue<{ run: string; line: string }> => ({
    run: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      plain,
      tie('line').map((inner) => `<b>${inner}</b>`),
      tie('line').map((inner) => `<i>${inner}</i>`),
      plain.map((inner) => `<code>${inner}</code>`),
      fc.tuple(address, visible).map(([href, inner]) => link(href, inner)),
      fc.tuple(address, visible).map(([href, inner]) => link(href, `<b>${inner}</b>`)),
      address.map((href) => link(href, escaped(href.replace('mailto:', '')))),
      fc.constant('<br>'),
    ),
    line: fc.array(tie('run'), { minLength: 1, maxLength: 4 }).map((runs) => runs.join('')),
  }),
).line;

function link(href: string, inner: string): string {
  return `<a href="${escaped(href)}" target="_blank" class="intercom-content-link">${inner}</a>`;
}

const alignment = fc.constantFrom(
  '',
  '',
  '',
  'intercom-align-center',
  'intercom-align-right',
  'intercom-align-justify',
);

function withClass(...names: readonly string[]): string {
  const kept = names.filter((name) => name !== '');
  return kept.length === 0 ? '' : ` class="${kept.join(' ')}"`;
}

const paragraph = fc.oneof(
  fc.tuple(alignment, inline).map(([align, inner]) => `<p${withClass(align, 'no-margin')}>${inner}</p>`),
  fc.constantFrom('<p class="no-margin"></p>', '<p class="no-margin">\u00a0</p>', '<p class="no-margin"></p>\n'),
);

const heading = fc
  .tuple(fc.constantFrom('h1', 'h2', 'h3', 'h4'), alignment, plain, fc.constantFrom('h_0123456789', 'own-id', 'word'))
  .map(([name, align, inner, id]) => `<${name} id="${id}"${withClass(align)}>${inner}</${name}>`);

const size = fc.constantFrom('', ' width="300"', ' width="30.5" height="20" style="height: auto;"');

const picture = fc
  .tuple(fc.constantFrom('', ' alt="A screen"', ' alt="*a* [b] &lt;c&gt; &amp;amp; {{d}}"'), size)
  .map(([alt, sizes]) => `<img src="https://downloads.intercomcdn.com/i/o/1/screen_1.png"${alt}${sizes}>`);

const image = fc
  .tuple(fc.constantFrom('', 'intercom-align-center', 'intercom-align-right'), picture, fc.option(address))
  .map(([align, img, href]) => {
    const inner = href === null ? img : `<a href="${escaped(href)}" target="_blank">${img}</a>`;
    return `<div${withClass('intercom-container', align)}>${inner}</div>`;
  });

const button = fc
  .tuple(fc.constantFrom('', 'intercom-align-center'), address, visible)
  .map(
    ([align, href, inner]) =>
      `<div${withClass('intercom-container', align)}><a class="intercom-h2b-button" target="_blank" href="${escaped(href)}">${inner}</a></div>`,
  );

const video = fc
  .constantFrom(
    'https://www.youtube.com/embed/dQw4w9WgXcQ?rel=0',
    'https://www.youtube.com/embed/dQw4w9WgXcQ?rel=0&amp;start=90',
    'https://player.vimeo.com/video/123456?h=abc',
    'https://www.loom.com/embed/0123456789abcdef0123456789abcdef',
    'https://fast.wistia.net/embed/iframe/abcdef1234',
    'https://play.vidyard.com/abcdefghij1234',
  )
  .map((src) => `<div class="intercom-h2b-video"><iframe src="${src}" frameborder="0" allowfullscreen></iframe></div>`);

const code = fc
  .array(fc.oneof(plain, fc.constantFrom('', '  indented', '```', '~~~~')), { maxLength: 4 })
  .map((lines) => `<pre><code>${lines.join('<br>')}</code></pre>`);

const calloutStyle = fc.constantFrom(
  'background-color: #e8e8e880; border-color: #73737633;',
  'background-color: #e3e7fa80; border-color: #334bfa33;',
  'background-color: #d7efdc80; border-color: #1bb15733;',
  'background-color: #fed9db80; border-color: #fd3a5733;',
  'background-color: #feedaf80; border-color: #fbc91633;',
  'background-color: #12345680; border-color: #65432133;',
);

const cellStyle = fc.constantFrom(
  '',
  '',
  '',
  ' style="background-color: #e3e7fa80; width: 108px;"',
  ' style="width: 90.5px;"',
);

function many(block: fc.Arbitrary<string>, maxLength: number): fc.Arbitrary<string> {
  return fc.array(block, { minLength: 1, maxLength }).map((blocks) => blocks.join(''));
}

function listOf(content: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc
    .tuple(fc.constantFrom('ul', 'ol'), fc.array(many(content, 3), { minLength: 1, maxLength: 3 }))
    .map(([name, items]) => `<${name}>${items.map((item) => `<li>${item}</li>`).join('')}</${name}>`);
}

interface Blocks {
  leaf: string;
  list: string;
  flatList: string;
  item: string;
  inCallout: string;
  callout: string;
  table: string;
  details: string;
  any: string;
}

/** Blocks by where they may stand. */
const blocks = fc.letrec(
  (tie: fc.LetrecTypedTie<Blocks>): fc.LetrecValue<Blocks> => ({
    leaf: fc.oneof({ weight: 5, arbitrary: paragraph }, heading, image, button, video, code, fc.constant('<hr>')),
    item: fc.oneof({ depthSize: 'small' }, { weight: 4, arbitrary: tie('leaf') }, tie('list'), tie('callout')),
    list: listOf(tie('item')),
    flatList: listOf(tie('inCallout')),
    inCallout: fc.oneof({ depthSize: 'small' }, { weight: 4, arbitrary: tie('leaf') }, tie('flatList')),
    callout: fc
      .tuple(calloutStyle, many(tie('inCallout'), 3))
      .map(([style, inner]) => `<div class="intercom-interblocks-callout" style="${style}">${inner}</div>`),
    table: fc
      .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }), fc.boolean())
      .chain(([columns, rows, isPlain]) => {
        const content = isPlain
          ? paragraph
          : fc.oneof({ weight: 4, arbitrary: paragraph }, tie('leaf'), tie('inCallout'));
        const cell = fc
          .tuple(isPlain ? fc.constant('') : cellStyle, many(content, 2))
          .map(([style, inner]) => `<td${style}>${inner}</td>`);
        const row = fc
          .array(cell, { minLength: columns, maxLength: columns })
          .map((cells) => `<tr>${cells.join('')}</tr>`);
        return fc.array(row, { minLength: rows, maxLength: rows });
      })
      .map(
        (rows) =>
          `<div class="intercom-interblocks-table-container"><table role="presentation"><tbody>${rows.join('')}</tbody></table></div>`,
      ),
    details: fc
      .tuple(fc.constantFrom('h1', 'h2', 'h3'), visible, fc.array(tie('any'), { maxLength: 3 }))
      .map(
        ([name, title, inner]) =>
          `<details><summary><${name}>${title}</${name}></summary><div class="collapsible-section-content">${inner.join('')}</div></details>`,
      ),
    any: fc.oneof(
      { depthSize: 'small' },
      { weight: 6, arbitrary: tie('leaf') },
      { weight: 2, arbitrary: tie('list') },
      tie('callout'),
      tie('table'),
      tie('details'),
      fc.constant('<p><b>Could not display content</b></p>'),
    ),
  }),
);

/** A body of the blocks that Intercom's API gives out, nested as they may be. */
export const body: fc.Arbitrary<string> = fc.array(blocks.any, { maxLength: 6 }).map((all) => all.join(''));

/** One line in a paragraph. */
export const line: fc.Arbitrary<string> = inline.map((inner) => `<p class="no-margin">${inner}</p>`);
