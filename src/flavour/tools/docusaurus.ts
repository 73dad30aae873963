import { callout } from '../callout-types.ts';
import type { Flavour } from '../flavour.ts';
import { jsx } from '../tags.ts';
import { anyCallout, colonBlocks } from './colons.ts';
import { mdxInline, titleOf, unwrap } from './mdx.ts';

/** Docusaurus: MDX, admonitions between colons, tabs. */
export const docusaurus: Flavour = {
  name: 'docusaurus',
  title: 'Docusaurus',
  blocks: [colonBlocks(anyCallout)],
  inline: mdxInline,
  tags: [
    {
      syntax: jsx,
      blocks: {
        Admonition: (tag) => callout(tag.attributes.get('type') ?? 'note', tag.attributes.get('title') ?? null),
        Details: (tag) => ({ is: 'section', title: titleOf(tag, 'summary') ?? 'Details' }),
        Tabs: unwrap,
        TabItem: (tag) => ({ is: 'tab', title: titleOf(tag, 'label', 'value') ?? 'Tab' }),
        BrowserOnly: unwrap,
        Fragment: unwrap,
      },
      inline: {
        Link: (tag, content) => `[${content ?? ''}](${tag.attributes.get('to') ?? tag.attributes.get('href') ?? ''})`,
        Fragment: (_, content) => content ?? '',
      },
    },
  ],
  comments: [{ open: '{/*', close: '*/}' }],
  modules: ['.md', '.mdx', '.markdown'],
  files: {
    endings: ['md', 'mdx', 'markdown'],
    index: ['index', 'readme'],
    never: [],
    title: 'heading',
    folders: ['_category_.json', '_category_.yml', '_category_.yaml'],
  },
  keys: {
    title: ['title', 'sidebar_label'],
    description: ['description'],
    draft: ['draft'],
    published: [],
    addresses: ['slug'],
  },
};
