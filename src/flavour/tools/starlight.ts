import { callout } from '../callout-types.ts';
import type { Flavour, TagRule } from '../flavour.ts';
import { iconOf } from '../icons.ts';
import { starlightSidebar } from '../navigation/sidebars.ts';
import { jsx } from '../tags.ts';
import { card, linkCard } from './cards.ts';
import { anyCallout, colonBlocks } from './colons.ts';
import { asBlock, buttonTo, codeTitle, elements, imageOf, linkTo, mdx, titleOf, unwrap } from './mdx.ts';
import { packageManagers } from './package-managers.ts';

const button = buttonTo('href');

const code: TagRule = (tag) => {
  const name = titleOf(tag, 'title');
  const shown = tag.attributes.get('code');
  if (shown === undefined) return { is: 'lines', lines: [] };
  const heading = name === null ? [] : [`<b>${name}</b>`, ''];
  return { is: 'lines', lines: [...heading, `\`\`\`${titleOf(tag, 'lang') ?? ''}`, ...shown.split('\n'), '```'] };
};

/** Starlight: Astro's components, asides between colons. */
export const starlight: Flavour = {
  ...mdx,
  name: 'starlight',
  title: 'Starlight',
  blocks: [colonBlocks(anyCallout)],
  tags: [
    {
      syntax: jsx,
      blocks: {
        Aside: (tag) => callout(tag.attributes.get('type') ?? 'note', tag.attributes.get('title') ?? null),
        Card: card,
        CardGrid: unwrap,
        LinkCard: linkCard,
        LinkButton: asBlock(button),
        Steps: unwrap,
        FileTree: unwrap,
        Tabs: unwrap,
        TabItem: (tag) => ({ is: 'tab', title: titleOf(tag, 'label') ?? 'Tab' }),
        Code: code,
        Image: asBlock(imageOf),
        Picture: asBlock(imageOf),
        YouTube: (tag) => {
          const id = titleOf(tag, 'id');
          const address = id?.startsWith('http') ? id : `https://www.youtube.com/watch?v=${id}`;
          return { is: 'lines', lines: id === null ? [] : [address] };
        },
        PackageManagers: packageManagers,
        Fragment: unwrap,
      },
      inline: {
        Badge: (tag, content) => titleOf(tag, 'text') ?? content ?? '',
        Icon: iconOf,
        LinkButton: button,
        Link: linkTo('href'),
        Image: imageOf,
        Fragment: (_, content) => content ?? '',
      },
    },
    elements,
  ],
  modules: ['.mdx'],
  codeName: codeTitle,
  navigation: starlightSidebar,
  files: { endings: ['md', 'mdx', 'markdown'], index: ['index'], never: [/(?:^|\/)404\.mdx?$/], title: 'heading' },
  keys: {
    title: ['title'],
    description: ['description'],
    draft: ['draft'],
    published: [],
    addresses: ['slug'],
    hero: {},
  },
};
