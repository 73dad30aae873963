import type { Schema } from 'hast-util-sanitize';

/**
 * What an Intercom body can hold: elements, and the attributes of each by their hast names. It is what real bodies
 * hold, and merged cells, which the API takes.
 */
export const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  p: ['className'],
  br: [],
  hr: [],
  h1: ['id', 'className'],
  h2: ['id', 'className'],
  h3: ['id', 'className'],
  h4: ['id', 'className'],
  b: [],
  i: [],
  code: [],
  a: ['href', 'target', 'className'],
  ul: [],
  ol: [],
  li: [],
  pre: [],
  img: ['src', 'alt', 'width', 'height', 'style'],
  div: ['className', 'style'],
  table: ['role'],
  tbody: [],
  tr: [],
  td: ['colSpan', 'rowSpan', 'style'],
  iframe: ['src', 'frameBorder', 'allow', 'allowFullScreen', 'webkitallowfullscreen', 'mozallowfullscreen'],
  details: [],
  summary: [],
};

/** Classes that mean something to Intercom. */
export const CLASSES: ReadonlySet<string> = new Set([
  'no-margin',
  'intercom-align-left',
  'intercom-align-center',
  'intercom-align-right',
  'intercom-align-justify',
  'intercom-container',
  'intercom-content-link',
  'intercom-h2b-button',
  'intercom-h2b-video',
  'intercom-interblocks-callout',
  'intercom-interblocks-table-container',
  'collapsible-section-content',
]);

/** What stands for an element that Intercom does not have. */
export type StandIn =
  /** Another element; `isLoss` where a reader could tell. */
  | { readonly as: 'element'; readonly tagName: string; readonly isLoss: boolean }
  /** Its content between two signs. */
  | { readonly as: 'text'; readonly before: string; readonly after: string }
  /** Its content. Text that stands bare in it becomes a paragraph where `isBlock`. */
  | { readonly as: 'content'; readonly isBlock: boolean; readonly isLoss: boolean };

/** Stand-ins by element. One that is named nowhere keeps its content, with a finding. */
export const STAND_INS: ReadonlyMap<string, StandIn> = new Map<string, StandIn>([
  ...element('strong', 'b', false),
  ...element('em', 'i', false),
  ...element('th', 'td', true),
  ...element('h5 h6', 'h4', true),
  ...element('kbd samp tt', 'code', true),
  ...element('mark ins u', 'b', true),
  ...element('var cite dfn', 'i', true),
  ...element('dt figcaption caption', 'p', true),
  ...element('menu dir', 'ul', false),
  ...element('listing', 'pre', false),
  ...text('s del strike', '~~', '~~'),
  ...text('sup', '^(', ')'),
  ...text('sub', '_(', ')'),
  ...text('q', '“', '”'),
  ...text('rt', '(', ')'),
  ...content('thead tfoot', true, false),
  ...content('section article main header footer nav aside address hgroup figure search center dialog', true, false),
  ...content('blockquote dl dd form fieldset legend optgroup option', true, true),
  ...content('span small big font bdi bdo time data label nobr ruby rb picture wbr abbr acronym', false, false),
]);

/** Elements that go with all that is in them: what they hold is no text, or none that was meant to be read here. */
export const REMOVED: ReadonlySet<string> = new Set(
  (
    'script style template noscript noembed noframes title textarea xmp plaintext svg math head base meta link ' +
    'object embed applet param frame frameset portal fencedframe canvas audio video source track select datalist ' +
    'input map area colgroup col rp'
  ).split(' '),
);

/** Attributes whose loss nobody notices: Intercom sets them itself, or they show nothing. */
export const UNSEEN: ReadonlySet<string> = new Set(
  'target rel role tabIndex loading decoding fetchPriority referrerPolicy crossOrigin open scope cellPadding cellSpacing'
    .split(' ')
    .concat(
      'border',
      'scrolling',
      'webkitallowfullscreen',
      'mozallowfullscreen',
      'allowFullScreen',
      'frameBorder',
      'allow',
    ),
);

/** The last gate: hast-util-sanitize with the same tables, so that a slip above it lets nothing through. */
export const SCHEMA: Schema = {
  tagNames: Object.keys(ATTRIBUTES),
  attributes: Object.fromEntries(
    Object.entries(ATTRIBUTES).map(([tagName, names]) => [
      tagName,
      names.map((name) => (name === 'className' ? ([name, ...CLASSES] as [string, ...string[]]) : name)),
    ]),
  ),
  protocols: { href: ['http', 'https', 'mailto', 'tel', 'helpcentre'], src: ['http', 'https', 'helpcentre'] },
  strip: [...REMOVED],
  ancestors: { li: ['ul', 'ol'], tbody: ['table'], tr: ['table'], td: ['table'], summary: ['details'] },
  clobber: [],
  required: {},
  allowComments: false,
  allowDoctypes: false,
};

type Entry = readonly [string, StandIn];

function element(names: string, tagName: string, isLoss: boolean): readonly Entry[] {
  return names.split(' ').map((name) => [name, { as: 'element', tagName, isLoss }]);
}

function text(names: string, before: string, after: string): readonly Entry[] {
  return names.split(' ').map((name) => [name, { as: 'text', before, after }]);
}

function content(names: string, isBlock: boolean, isLoss: boolean): readonly Entry[] {
  return names.split(' ').map((name) => [name, { as: 'content', isBlock, isLoss }]);
}
