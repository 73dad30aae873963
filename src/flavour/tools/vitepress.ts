import { callout } from '../callout-types.ts';
import type { BlockRule, Flavour } from '../flavour.ts';
import { jsx } from '../tags.ts';
import { colonBlocks } from './colons.ts';
import { mdxInline, titleOf, unwrap } from './mdx.ts';

const containers = colonBlocks((name, title) => {
  switch (name) {
    case 'details':
      return { is: 'section', title: title ?? 'Details' };
    case 'code-group':
    case 'v-pre':
    case 'raw':
    case 'tabs':
      return { is: 'content' };
    default:
      return callout(name, title);
  }
});

/** VitePress: containers between colons, code in groups, Vue's components. */
export const vitepress: Flavour = {
  name: 'vitepress',
  title: 'VitePress',
  blocks: [containers satisfies BlockRule],
  inline: mdxInline.filter(({ sign }) => sign === 'className='),
  tags: [
    {
      syntax: jsx,
      blocks: {
        ClientOnly: unwrap,
        CodeGroup: unwrap,
        Steps: unwrap,
      },
      inline: { Badge: (tag, content) => titleOf(tag, 'text') ?? content ?? '' },
    },
  ],
  comments: [],
  modules: [],
  files: { endings: ['md'], index: ['index'], never: [], title: 'heading' },
  keys: { title: ['title'], description: ['description'], draft: ['draft'], published: [], addresses: [] },
};
