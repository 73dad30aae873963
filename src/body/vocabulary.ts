import type { Schema } from 'hast-util-sanitize';
import { keptSchemes, writtenSchemes } from './schemes.ts';

/**
 * What an Intercom body can hold: elements, and the attributes of each by their hast names. It is what real bodies
 * hold, and merged cells, which the API takes.
 */
const attributeNames: Readonly<Record<string, readonly string[]>> = {
  p: ['className', 'dataIntercomBlock'],
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
const classNames = [
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
];

/** Elements that go with all that is in them: what they hold is no text, or none that was meant to be read here. */
const removedElements = (
  'script style template noscript noembed noframes title textarea xmp plaintext svg math head base meta link ' +
  'object embed applet param frame frameset portal fencedframe canvas audio video source track select datalist ' +
  'input map area colgroup col rp'
).split(' ');

/** The line that nothing gets past: hast-util-sanitize with these tables. */
export const bodySchema: Schema = {
  tagNames: Object.keys(attributeNames),
  attributes: Object.fromEntries(
    Object.entries(attributeNames).map(([tagName, names]) => [
      tagName,
      names.map((name) => (name === 'className' ? ([name, ...classNames] as [string, ...string[]]) : name)),
    ]),
  ),
  protocols: {
    href: [...writtenSchemes, ...keptSchemes, 'helpcentre'],
    src: ['http', 'https', 'helpcentre'],
  },
  strip: removedElements,
  ancestors: { li: ['ul', 'ol'], tbody: ['table'], tr: ['table'], td: ['table'], summary: ['details'] },
  clobber: [],
  required: {},
  allowComments: false,
  allowDoctypes: false,
};
