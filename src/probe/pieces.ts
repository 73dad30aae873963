import type { QuirkName, Quirks } from '../model/quirks.ts';

/** One piece of a body that is sent, and what becomes of it says about a habit. */
export interface Piece<Name extends QuirkName = QuirkName> {
  readonly name: Name;
  readonly html: string;
  /** What a body with it being refused says; absent where nothing known does that. */
  readonly refused?: Quirks[Name];
  /** What the piece being stored as this says; null for what nobody has seen yet. */
  readonly read: (stored: string) => Quirks[Name] | null;
}

/** An id of a heading as programs make them. */
const ownId = 'helpcentre-probe';
const button = '<a class="intercom-h2b-button" href="https://example.com/probe">probe</a>';
const cell = (attributes: string): string =>
  `<table><tbody><tr><td${attributes}><p>a</p></td><td><p>b</p></td></tr><tr><td><p>c</p></td></tr></tbody></table>`;

/** Pieces that workspaces are thought to take: they go in one body. */
export const pieces: readonly Piece[] = [
  piece('headingIds', `<h2 id="${ownId}">ids</h2>`, (html) =>
    html.includes(` id="${ownId}"`) ? 'kept' : / id="h_[0-9a-f]{10}"/.test(html) ? 'replaced' : null,
  ),
  piece('headingLevels', '<h2>a</h2><h3>b</h3><h6>c</h6>', (html) => levelsRead[levelsIn(html)] ?? null),
  piece('headingMarkup', '<h2>a <b>b</b> <i>c</i></h2>', (html) =>
    /<(b|strong)>b</.test(html) ? 'kept' : />a b c</.test(html) ? 'stripped' : null,
  ),
  piece('headingLinks', '<h2>a <a href="https://example.com/probe">b</a></h2>', (html) =>
    /<a [^>]*>b</.test(html) ? 'kept' : />a b</.test(html) ? 'stripped' : null,
  ),
  piece(
    'callouts',
    '<div class="intercom-interblocks-callout" style="background-color: #e3e7fa80; border-color: #334bfa33;"><p>a</p></div>',
    (html) =>
      html.includes('intercom-interblocks-callout') ? 'kept' : /^\s*<p[^>]*>a<\/p>\s*$/.test(html) ? 'unwrapped' : null,
  ),
  piece(
    'details',
    '<details><summary><h2>a</h2></summary><div class="collapsible-section-content"><p>b</p></div></details>',
    (html) => (html.includes('<details') ? 'kept' : /a[\s\S]*b/.test(html) ? 'unwrapped' : null),
  ),
  piece('cellSpans', cell(' colspan="2"'), (html) =>
    /colspan="2"/.test(html) ? 'kept' : /<td/.test(html) ? 'dropped' : null,
  ),
  piece('cellWidths', cell(' style="width: 123px"'), (html) =>
    /width: ?123px/.test(html) ? 'kept' : /<td/.test(html) ? 'dropped' : null,
  ),
  piece('variableMark', '<p>{{first_name}}</p>', (html) =>
    /(^|[^#])#\{\{first_name\}\}/.test(html) ? 'once' : /[^#]\{\{first_name\}\}/.test(html) ? 'never' : null,
  ),
  piece('lineBreaks', '<p>a<br>b</p>', (html) =>
    /a<br ?\/?>b/.test(html) ? 'kept' : />a b</.test(html) ? 'spaces' : null,
  ),
  piece('blankParagraphs', '<p>a</p><p></p><p>b</p>', (html) =>
    /a<\/p>\s*<p[^>]*>(?:&nbsp;|<br>|\s)*<\/p>\s*<p[^>]*>b/.test(html)
      ? 'kept'
      : /a<\/p>\s*<p[^>]*>b/.test(html)
        ? 'dropped'
        : null,
  ),
  piece(
    'codeNewlines',
    '<pre><code>a\nb<br>c</code></pre>',
    (html) => codeRead[/<code[^>]*>([\s\S]*?)<\/code>/.exec(html)?.[1] ?? ''] ?? null,
  ),
  piece('buttons', button, (html) =>
    html.includes('intercom-h2b-button') ? 'kept' : /<a [^>]*>probe</.test(html) ? 'links' : null,
  ),
  piece('alignments', '<p class="intercom-align-center">a</p>', (html) =>
    html.includes('intercom-align-center') ? 'kept' : /<p[^>]*>a</.test(html) ? 'dropped' : null,
  ),
  piece('otherAttributes', '<p title="a" lang="en" dir="ltr">a</p>', (html) => {
    const kept = [' title="a"', ' lang="en"', ' dir="ltr"'].filter((attribute) => html.includes(attribute));
    return kept.length === 3 ? 'kept' : kept.length === 0 && />a</.test(html) ? 'dropped' : null;
  }),
  piece('linksWithoutScheme', '<p><a href="example.com/probe">a</a></p>', (html) => {
    const href = / href="([^"]*)"/.exec(html)?.[1];
    if (href === undefined || href === '') return /a/.test(html) ? 'dropped' : null;
    return href === 'example.com/probe' ? 'kept' : href === 'https://example.com/probe' ? 'https' : null;
  }),
  // Those that were seen refused somewhere stand together: halving finds them soonest so.
  piece(
    'nestedLists',
    '<ul><li><p>a</p><ul><li><p>b</p></li></ul></li></ul>',
    (html) => (/<ul>.*<ul>/s.test(html) ? 'kept' : null),
    'refused',
  ),
  piece(
    'cellBackground',
    cell(' style="background-color: #d7efdc80"'),
    (html) => (/background/.test(html) ? 'kept' : /<td/.test(html) ? 'alpha-hex-dropped' : null),
    'alpha-hex-refused',
  ),
];

const levelsRead: Readonly<Record<string, Quirks['headingLevels']>> = { '1 2 3': 'shifted', '2 2 2': 'flattened' };
const codeRead: Readonly<Record<string, Quirks['codeNewlines']>> = {
  'ab<br>c': 'deleted',
  'a\nb<br>c': 'kept',
  'a<br>b<br>c': 'breaks',
};

function levelsIn(html: string): string {
  return [...html.matchAll(/<h(\d)/g)].map(([, level]) => level).join(' ');
}

/** What a heading's id and a variable look like after they came back once and were sent again. */
export function readAgain(stored: Readonly<Record<'headingIds' | 'variableMark', string>>, again: typeof stored) {
  const ids = (html: string): string | undefined => / id="([^"]*)"/.exec(html)?.[1];
  return {
    headingIds: ids(stored.headingIds) === ids(again.headingIds) ? null : ('replaced-every-write' as const),
    variableMark: again.variableMark.includes('##{{') ? ('every-write' as const) : null,
  };
}

/** A body of some pieces, each after a paragraph that tells where it begins. */
export function bodyOf(some: readonly { readonly name: string; readonly html: string }[]): string {
  return some.map(({ name, html }) => `<p>piece ${name}</p>${html}`).join('');
}

/** What became of each piece, by name; nothing for one whose beginning is not found again. */
export function piecesIn(body: string): ReadonlyMap<string, string> {
  const parts = body.split(/<p[^>]*>piece (\w+)<\/p>/);
  const found = new Map<string, string>();
  for (let at = 1; at < parts.length; at += 2) found.set(parts[at] ?? '', parts[at + 1] ?? '');
  return found;
}

function piece<Name extends QuirkName>(
  name: Name,
  html: string,
  read: (stored: string) => Quirks[Name] | null,
  refused?: Quirks[Name],
): Piece {
  // A list of pieces is of all of them, and each reads its own alone.
  return { name, html, read, ...(refused === undefined ? {} : { refused }) } as unknown as Piece;
}
