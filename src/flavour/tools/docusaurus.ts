import { callout } from '../callout-types.ts';
import type { Flavour, TagRule } from '../flavour.ts';
import { sidebars } from '../navigation/sidebars.ts';
import { jsxWithHead } from '../tags.ts';
import { card } from './cards.ts';
import { anyCallout, colonBlocks } from './colons.ts';
import { emoji } from './emoji.ts';
import { asBlock, codeTitle, elements, imageOf, linkTo, mdx, titleOf, unwrap } from './mdx.ts';
import { tabLabels } from './tab-labels.ts';

const nothing: TagRule = () => ({ is: 'lines', lines: [] });

const link = linkTo('to', 'href');

/** Docusaurus: MDX, admonitions between colons, tabs. */
export const docusaurus: Flavour = {
  ...mdx,
  name: 'docusaurus',
  title: 'Docusaurus',
  blocks: [colonBlocks(anyCallout)],
  inline: [emoji],
  tags: [
    {
      syntax: jsxWithHead,
      blocks: {
        Admonition: (tag) => callout(tag.attributes.get('type') ?? 'note', tag.attributes.get('title') ?? null),
        Details: (tag) => {
          const title = titleOf(tag, 'summary');
          return title === null ? { is: 'details' } : { is: 'section', title };
        },
        Tabs: unwrap,
        TabItem: (tag) => ({ is: 'tab', title: titleOf(tag, 'label', 'value') ?? 'Tab' }),
        CodeBlock: (tag) => {
          const title = titleOf(tag, 'title');
          return { is: 'code', language: titleOf(tag, 'language') ?? '', ...(title !== null && { title }) };
        },
        Card: card,
        BrowserOnly: unwrap,
        ThemedImage: asBlock(imageOf),
        IdealImage: asBlock(imageOf),
        Image: asBlock(imageOf),
        Fragment: unwrap,
        Head: nothing,
        head: nothing,
        TOCInline: nothing,
        DocCardList: nothing,
      },
      inline: {
        Link: link,
        Translate: (_, content) => content ?? '',
        Highlight: (_, content) => `<mark>${content ?? ''}</mark>`,
        Fragment: (_, content) => content ?? '',
      },
    },
    elements,
  ],
  modules: ['.md', '.mdx', '.markdown'],
  codeName: codeTitle,
  codeMarks: [/^\s*(?:\/\/|#|<!--|\/\*|--|%|;|\{\/\*)\s*highlight-(?:next-line|start|end)\s*(?:-->|\*\/\}?)?\s*$/],
  before: tabLabels,
  navigation: sidebars,
  files: {
    endings: ['md', 'mdx', 'markdown'],
    index: ['index', 'readme'],
    never: [],
    title: 'heading',
    ownHeading: true,
    folders: ['_category_.json', '_category_.yml', '_category_.yaml'],
  },
  keys: {
    title: ['title', 'sidebar_label'],
    description: ['description'],
    draft: ['draft'],
    published: [],
    // An id takes the place of the file's name, in sidebars too.
    addresses: ['slug', 'id'],
  },
};
