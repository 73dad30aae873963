import fc from 'fast-check';

/** Texts that look like something else in Markdown, in Intercom's own, or in HTML. */
const looks = [
  ...[
    '*',
    '_',
    '`',
    '~~',
    '[',
    ']',
    '(',
    '#',
    '# ',
    '1. ',
    '- ',
    '+ ',
    '> ',
    '| ',
    '---',
    '===',
    '***',
    '\\',
    '!',
    '^',
  ],
  ...[':::', ':::callout', '{#h_0123456789}', '{#', '}', 'www.example.com', 'https://example.com', 'a@example.com'],
  ...[
    '&amp;',
    '&amp;copy;',
    '&lt;',
    '&lt;b&gt;',
    '\u00a0',
    '\u200b',
    '\ufeff',
    '[x] ',
    '[^1]',
    '```',
    '    ',
    'snake_case',
  ],
];
const word = fc.constantFrom('a', 'b c', 'é', '日本', '😀', 'x.', '(y)', '“z”', '1', ...looks);
const text = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(''));
const spaced = fc.tuple(fc.constantFrom('', ' '), text, fc.constantFrom('', ' ')).map((parts) => parts.join(''));

const addresses = [
  'https://example.com/a?b=1&amp;c=2',
  'mailto:a@example.com',
  '#h_0123456789',
  'https://example.com/(a)',
];
const address = fc.constantFrom(...addresses, 'https://example.com/a b', 'https://example.com/&lt;\\*_');
const link = fc
  .tuple(address, text)
  .map(([href, inside]) => `<a href="${href}" target="_blank" class="intercom-content-link">${inside}</a>`);
/** Code beside code is one in Markdown, so there is something around it. */
const code = text.map((inside) => `x <code>${inside}</code> y`);
const marked = fc
  .tuple(fc.constantFrom('b', 'i'), fc.oneof(spaced, link, code))
  .map(([name, inside]) => `<${name}>${inside}</${name}>`);
const both = spaced.map((inside) => `<b><i>${inside}</i></b>`);
const piece = fc.oneof(spaced, spaced, link, code, marked, both, fc.constant('<br>'));
const line = fc.array(piece, { minLength: 1, maxLength: 4 }).map((pieces) => pieces.join(''));

const id = fc.constantFrom(' id="h_0123456789"', ' id="eine-überschrift_2"', '');
const paragraph = line.map((inside) => `<p class="no-margin">${inside}</p>`);
const heading = fc
  .tuple(fc.constantFrom('h1', 'h2', 'h3', 'h4'), id, fc.oneof(spaced, marked))
  .map(([name, own, inside]) => `<${name}${own}>${inside}</${name}>`);
const picture = fc
  .tuple(fc.constantFrom('https://example.com/a.png?expires=1&amp;signature=2', 'https://example.com/b (1).png'), text)
  .map(([src, alt]) => `<img src="${src}" alt="${alt}">`);
const image = fc
  .tuple(picture, fc.option(address))
  .map(([shown, href]) => (href === null ? shown : `<a href="${href}" target="_blank">${shown}</a>`))
  .map((inside) => `<div class="intercom-container">${inside}</div>`);
const button = fc
  .tuple(
    fc.constantFrom('', ' intercom-align-center', ' intercom-align-right'),
    fc.constantFrom('Go', 'A &amp; b', 'x_y'),
  )
  .map(([align, label]) => {
    const own = '<a class="intercom-h2b-button" target="_blank" href="https://example.com/?a=1&amp;b=2">';
    return `<div class="intercom-container${align}">${own}${label}</a></div>`;
  });
const players = ['www.youtube.com/embed/dQw4w9WgXcQ?rel=0', 'player.vimeo.com/video/1', 'www.loom.com/embed/a1-b2'];
const video = fc
  .constantFrom(...players)
  .map((src) => `<div class="intercom-h2b-video"><iframe src="https://${src}" frameborder="0"></iframe></div>`);
const codeBlock = fc
  .array(fc.oneof(text, fc.constantFrom('', '  x', ':::', '~~~')), { minLength: 1, maxLength: 4 })
  .map((lines) => `<pre><code>${lines.join('<br>')}</code></pre>`);
/** A backslash before a bar cannot stand in code in a cell. */
const cellCode = fc.constantFrom('a|b', '*c*', '``').map((inside) => `x <code>${inside}</code> y`);
const cell = fc
  .oneof(spaced, link, fc.constant('<b>a</b>'), cellCode)
  .map((inside) => `<td><p class="no-margin">${inside}</p></td>`);
const table = fc
  .integer({ min: 1, max: 3 })
  .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 3 }))
  .map((rows) => rows.map((cells) => `<tr>${cells.join('')}</tr>`).join(''))
  .map((rows) => `<table role="presentation"><tbody>${rows}</tbody></table>`)
  .map((inside) => `<div class="intercom-interblocks-table-container">${inside}</div>`);
const opaque = fc
  .base64String({ minLength: 4 })
  .map((data) => `<p class="no-margin" data-intercom-block="${data}"><b>Could not display content</b></p>`);

const leaf = fc.oneof(
  { weight: 3, arbitrary: paragraph },
  ...[heading, image, button, video, codeBlock, table, opaque, fc.constant('<hr>')].map((arbitrary) => ({
    weight: 1,
    arbitrary,
  })),
);

const nested = fc.letrec<{ block: string; blocks: string }>((tie) => ({
  blocks: fc.array(tie('block'), { minLength: 1, maxLength: 3 }).map((blocks) => blocks.join('')),
  block: fc.oneof(
    { depthSize: 'xsmall', maxDepth: 3, withCrossShrink: true },
    leaf,
    fc
      .tuple(fc.constantFrom('ul', 'ol'), fc.array(tie('blocks'), { minLength: 1, maxLength: 3 }))
      .map(([name, items]) => `<${name}>${items.map((item) => `<li>${item}</li>`).join('')}</${name}>`),
    tie('blocks').map(
      (inside) =>
        `<div class="intercom-interblocks-callout" style="background-color: #feedaf80; border-color: #fbc91633;">${inside}</div>`,
    ),
    fc
      .tuple(fc.constantFrom('T', 'A &amp; b', '# x'), tie('blocks'))
      .map(
        ([title, inside]) =>
          `<details><summary><h2>${title}</h2></summary><div class="collapsible-section-content">${inside}</div></details>`,
      ),
  ),
})).blocks;

/** A body of what Intercom's Markdown has words for, without empty paragraphs but by accident. */
export const arbitraryBody = nested;
