import { nameToEmoji } from 'gemoji';
import { callout } from '../callout-types.ts';
import type { BlockRule, Flavour, InlineRule } from '../flavour.ts';
import { jsx } from '../tags.ts';
import { colonBlocks } from './colons.ts';
import { buttonTo, linkTo, titleOf, unwrap } from './mdx.ts';

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

/** `[[toc]]`: the page's contents, which Intercom shows itself. */
const contents: BlockRule = {
  sign: '[[toc]]',
  open: (line) =>
    /^\[\[toc\]\]\s*$/i.test(line) ? { becomes: { is: 'lines', lines: [] }, ends: { at: 'once' } } : null,
};

/** `<!--@include: ./part.md-->`: a text that several pages share. */
const include: BlockRule = {
  sign: '<!--',
  open(line) {
    const file = /^<!--\s*@include:\s*([^\s{}#]+\.md)\s*-->\s*$/.exec(line)?.[1];
    if (file === undefined) return null;
    const lines = [`:::include{file="${file.replace(/^@\//, '')}"}`];
    return { becomes: { is: 'lines', lines }, ends: { at: 'once' } };
  },
};

const emoji: InlineRule = {
  sign: ':',
  pattern: /(?<![\w:]):([a-z0-9_+-]+):(?![\w:])/dg,
  write: ([, name = '']) => (Object.hasOwn(nameToEmoji, name) ? (nameToEmoji[name] ?? null) : null),
};

/** The name in a group of code: `js [config.js]`. */
const codeName = (info: string): string | null => /\[([^\]]+)\]\s*$/.exec(info)?.[1] ?? null;

/** VitePress: containers between colons, code in groups, Vue's components. */
export const vitepress: Flavour = {
  name: 'vitepress',
  title: 'VitePress',
  blocks: [containers, contents, include],
  inline: [emoji],
  tags: [
    {
      syntax: jsx,
      blocks: {
        ClientOnly: unwrap,
        CodeGroup: unwrap,
        Steps: unwrap,
      },
      inline: {
        Badge: (tag, content) => titleOf(tag, 'text') ?? content ?? '',
        VPButton: buttonTo('href'),
        VPLink: linkTo('href'),
      },
    },
  ],
  comments: [],
  modules: [],
  interpolates: true,
  codeName,
  codeMarks: [/\s*(?:\/\/|#|<!--|\/\*|--)\s*\[!code\s[^\]]*\]\s*(?:-->|\*\/)?/],
  files: { endings: ['md'], index: ['index'], never: [], title: 'heading' },
  keys: { title: ['title'], description: ['description'], draft: ['draft'], published: [], addresses: [] },
};
