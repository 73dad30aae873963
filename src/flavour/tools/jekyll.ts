import { callout, isCalloutType } from '../callout-types.ts';
import type { BlockRule, Flavour } from '../flavour.ts';
import { liquid } from '../tags.ts';
import { buttonOf } from './attribute-lists.ts';
import { unwrap } from './mdx.ts';

/** `{: .note }` above a paragraph or a quote makes it a callout. */
const classed: BlockRule = {
  sign: '{:',
  open(line) {
    const found = /^\{:\s*\.([a-z]+)(-title)?\s*\}\s*$/.exec(line);
    if (found === null || !isCalloutType(found[1] ?? '')) return null;
    return { becomes: callout(found[1] ?? '', null), ends: { at: 'blank' } };
  },
};

/** Jekyll: kramdown's lists of attributes, and Liquid's tags. */
export const jekyll: Flavour = {
  name: 'jekyll',
  title: 'Jekyll',
  blocks: [classed],
  inline: [
    { sign: '{{', pattern: /\{\{\s*site\.(?:baseurl|url)\s*\}\}/dg, write: () => '' },
    {
      sign: '{{',
      pattern: /\{\{\s*["']([^"']*)["']\s*\|\s*(?:relative_url|absolute_url)\s*\}\}/dg,
      write: ([, address = '']) => address,
    },
    ...buttonOf(/(?:^|[\s.])btn\b/),
  ],
  tags: [
    {
      syntax: liquid,
      blocks: {
        raw: unwrap,
        highlight: (tag) => ({ is: 'code', language: [...tag.attributes.keys()][0] ?? '' }),
        comment: () => ({ is: 'lines', lines: [] }),
      },
      inline: {
        link: (tag) => `/${tag.values[0] ?? ''}`,
        post_url: (tag) => `/_posts/${tag.values[0] ?? ''}.md`,
        raw: (_, content) => content ?? '',
        comment: () => '',
      },
    },
  ],
  comments: [],
  modules: [],
  files: {
    endings: ['md', 'markdown'],
    index: ['index'],
    never: [/(?:^|\/)(?:README|CHANGELOG|CODE_OF_CONDUCT|CONTRIBUTING)\.md$/i],
    title: 'heading',
  },
  keys: {
    title: ['title'],
    description: ['description', 'excerpt'],
    draft: ['draft'],
    published: ['published'],
    addresses: ['permalink', 'redirect_from'],
    parents: { above: ['grand_parent', 'parent'], hasBelow: 'has_children' },
  },
};
