import { callout } from '../callout-types.ts';
import type { Flavour } from '../flavour.ts';
import { jsx } from '../tags.ts';
import { card, linkCard } from './cards.ts';
import { anyCallout, colonBlocks } from './colons.ts';
import { mdxInline, titleOf, unwrap } from './mdx.ts';

/** Starlight: Astro's components, asides between colons. */
export const starlight: Flavour = {
  name: 'starlight',
  title: 'Starlight',
  blocks: [colonBlocks(anyCallout)],
  inline: mdxInline,
  tags: [
    {
      syntax: jsx,
      blocks: {
        Aside: (tag) => callout(tag.attributes.get('type') ?? 'note', tag.attributes.get('title') ?? null),
        Card: card,
        CardGrid: unwrap,
        LinkCard: linkCard,
        Steps: unwrap,
        FileTree: unwrap,
        Tabs: unwrap,
        TabItem: (tag) => ({ is: 'tab', title: titleOf(tag, 'label') ?? 'Tab' }),
        Code: (tag) => ({
          is: 'lines',
          lines: [`\`\`\`${tag.attributes.get('lang') ?? ''}`, tag.attributes.get('code') ?? '', '```'],
        }),
        Fragment: unwrap,
      },
      inline: {
        Badge: (tag) => titleOf(tag, 'text') ?? '',
        Icon: () => '',
        LinkButton: (tag, content) => `:button[${(content ?? '').trim()}]{href="${tag.attributes.get('href') ?? ''}"}`,
        Image: (tag) => `<img src="${tag.attributes.get('src') ?? ''}" alt="${tag.attributes.get('alt') ?? ''}">`,
        Fragment: (_, content) => content ?? '',
      },
    },
  ],
  comments: [{ open: '{/*', close: '*/}' }],
  modules: ['.mdx'],
  files: { endings: ['md', 'mdx', 'markdown'], index: ['index'], never: [/(?:^|\/)404\.mdx?$/], title: 'heading' },
  keys: { title: ['title'], description: ['description'], draft: ['draft'], published: [], addresses: ['slug'] },
};
