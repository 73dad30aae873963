import fc from 'fast-check';

const NAMES = [
  ...[
    'p',
    'p',
    'p',
    'h1',
    'h2',
    'h3',
    'h4',
    'h6',
    'ul',
    'ol',
    'li',
    'li',
    'pre',
    'code',
    'b',
    'strong',
    'i',
    'em',
    'a',
  ],
  ...['div', 'div', 'table', 'thead', 'tbody', 'tr', 'td', 'th', 'caption', 'details', 'summary', 'blockquote', 'span'],
  ...['u', 's', 'sup', 'kbd', 'section', 'dl', 'dt', 'dd', 'button', 'form', 'select', 'option', 'textarea', 'title'],
  ...[
    'script',
    'style',
    'template',
    'noscript',
    'svg',
    'math',
    'mi',
    'mtext',
    'foreignObject',
    'desc',
    'center',
    'font',
  ],
  ...[
    'object',
    'marquee',
    'nobr',
    'plaintext',
    'xmp',
    'iframe',
    'body',
    'html',
    'head',
    'frameset',
    'ruby',
    'rt',
    'x-y',
  ],
];
const VOIDS = ['br', 'br', 'br', 'hr', 'img', 'img', 'input', 'wbr', 'image', 'col', 'meta', 'link', 'base'];
const ATTRIBUTES = [
  ...['', '', '', ' class="no-margin"', ' class="intercom-align-center no-margin"', ' class="intercom-align-left"'],
  ...[' class="intercom-container"', ' class="intercom-h2b-button"', ' class="intercom-interblocks-callout"'],
  ...[' class="intercom-interblocks-table-container"', ' class="collapsible-section-content"', ' class="x y x"'],
  ...[' class="intercom-interblocks-callout" style="background-color: #d7efdc80"', ' class="intercom-future-block"'],
  ...[
    ' href="https://example.com/?a=1&amp;b=2#é"',
    ' href="java\tscript:alert(1)"',
    ' href',
    ' src="x" alt="a &lt; b"',
  ],
  ...[' src="https://downloads.intercomcdn.com/i/o/1?expires=1&amp;signature=2&amp;req=3"', ' style="height: auto;"'],
  ...[
    ' style="WIDTH:10px;color:RGBA(1,2,3,.5)"',
    ' id="a"',
    ' onclick="x()"',
    ' colspan=2',
    ' start="3"',
    ' width=1.5',
  ],
  ...[' src="https://www.youtube.com/embed/x" allowfullscreen', ' align=center', ' q"r=s', ' title="&#13;&#10;&quot;"'],
];
const TEXTS = [
  ...[
    'a',
    'b',
    ' ',
    ' ',
    '\n',
    '\t',
    ' a',
    'a ',
    'a  b',
    '\u00a0',
    '\u200b',
    '\ufeff',
    '&nbsp;',
    '&amp;',
    '&lt;b&gt;',
    '<',
  ],
  ...[
    '>',
    '"',
    "'",
    '&',
    '&#13;',
    '\r',
    '\0',
    '&#0;',
    '\ud800',
    '😀',
    '<!-- c -->',
    '<!',
    '</',
    '<a',
    ']]>',
    '<![CDATA[x]]>',
  ],
];

const name = fc.constantFrom(...NAMES);
const attributes = fc.constantFrom(...ATTRIBUTES);
const text = fc.constantFrom(...TEXTS);
const voidElement = fc.tuple(fc.constantFrom(...VOIDS), attributes).map(([tag, attribute]) => `<${tag}${attribute}>`);

/** Elements properly inside each other, of the kinds that bodies and their authors write. */
const nested = fc.letrec<{ node: string; list: string }>((tie) => ({
  list: fc.array(tie('node'), { maxLength: 5 }).map((nodes) => nodes.join('')),
  node: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    text,
    voidElement,
    fc.tuple(name, attributes, tie('list')).map(([tag, attribute, inside]) => `<${tag}${attribute}>${inside}</${tag}>`),
  ),
})).list;

/** Tags and text in any order: unclosed, misnested, cut off. */
const soup = fc
  .array(
    fc.oneof(
      text,
      voidElement,
      fc.tuple(name, attributes).map(([tag, attribute]) => `<${tag}${attribute}>`),
      name.map((tag) => `</${tag}>`),
    ),
    { maxLength: 25 },
  )
  .map((pieces) => pieces.join(''));

/** HTML as it may come: well-formed, misnested, or hardly HTML. */
export const arbitraryHtml = fc.oneof(nested, soup, fc.string({ unit: 'binary' }));
