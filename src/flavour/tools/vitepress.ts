import { nameToEmoji } from 'gemoji';
import { callout } from '../callout-types.ts';
import type { Becomes, BlockRule, Flavour, InlineRule } from '../flavour.ts';
import { vitepressSidebar } from '../navigation/sidebars.ts';
import { themeElements, vue } from '../tags.ts';
import { titledAlert } from './alerts.ts';
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

/** `== Title`, also without the blank, begins a tab of the usual plugin: a line in bold. */
const tab: BlockRule = {
  sign: '==',
  open(line) {
    const title = /^==[ \t]*(?!.*==)([^\s=].*)$/.exec(line)?.[1]?.trim();
    return title === undefined ? null : { becomes: { is: 'part', title }, ends: { at: 'once' } };
  },
};

/** `<!--@include: ./part.md-->`: a text that several pages share. */
const include: BlockRule = {
  sign: '@include',
  open(line) {
    const written = /^<!--\s*@include:\s*(.*?)\s*-->\s*$/.exec(line)?.[1];
    if (written === undefined) return null;
    const file = written.replace(/^@\//, '/');
    const [, path, region, from, to] = /^([^\s{}#"]+\.md)(?:#([^\s{}#"]+))?(?:\{(\d*),?(\d*)\})?$/.exec(file) ?? [];
    const part = `${region === undefined ? '' : ` region="${region}"`}${from || to ? ` lines="${from},${to}"` : ''}`;
    const becomes: Becomes =
      path === undefined
        ? { is: 'elsewhere', written: line.trim() }
        : { is: 'lines', lines: [`:::include{file="${path}"${part}}`] };
    return { becomes, ends: { at: 'once' } };
  },
};

/** `<<< @/code.js#region{2 ts} [name]`: code that is in a file, or a region of it; what is highlighted is not said. */
const importedCode: BlockRule = {
  sign: '<<<',
  open(line) {
    const found = /^<<<\s*(\S[^#{}[\]"]*?)(?:#([\w*.-]+))?\s*(?:\{([^{}]*)\})?\s*(?:\[([^[\]]+)\])?\s*$/.exec(line);
    if (found === null) return null;
    const [, path = '', region, options = '', name] = found;
    const given = /(?:^|\s)([a-z][\w+#-]*)/i.exec(options)?.[1];
    const language = given ?? /\.(\w+)$/.exec(path)?.[1] ?? '';
    const part = region === undefined ? '' : ` region="${region}"`;
    const include = `:::include{file="${path.trim().replace(/^@\//, '/')}" code="${language}"${part}}`;
    const title = name === undefined ? [] : [`<b>${name}</b>`, ''];
    return { becomes: { is: 'lines', lines: [...title, include] }, ends: { at: 'once' } };
  },
};

const emoji: InlineRule = {
  sign: ':',
  pattern: /(?<![\w:]):([a-z0-9_+-]+):(?![\w:])/dg,
  write: ([, name = '']) => (Object.hasOwn(nameToEmoji, name) ? (nameToEmoji[name] ?? null) : null),
};

/** `![x](a.png){width=300}`: an image with a size. */
const sized: InlineRule = {
  sign: '){',
  pattern: /!\[([^\]]*)\]\(([^()\s]+)\)\{[^{}]*\}/dg,
  write: ([whole = '', alt = '', src = '']) => {
    const width = /\bwidth="?(\d+)/.exec(whole.slice(whole.lastIndexOf('{')))?.[1];
    const size = width === undefined ? '' : ` width="${width}"`;
    return `<img src="${src}" alt="${alt.replaceAll('"', '&quot;')}"${size}>`;
  },
};

/** `[x](a.md){target="_self"}`: a link with attributes, which say nothing here. */
const attributed: InlineRule = {
  sign: '){',
  pattern: /(?<=\]\([^()\s]+\))\{[^{}]*=[^{}]*\}/dg,
  write: () => '',
};

/** `## Title {.wide #id}`: attributes of a heading, of which an id alone says something here. */
const headed: InlineRule = {
  sign: '}',
  pattern: /(?<=^ {0,3}#{1,6}[ \t].{0,300}\S)[ \t]*\{([ \t]*[.#\w][^{}]{0,300})\}[ \t]*$/dg,
  write: ([, attributes = '']) => {
    const id = /(?:^|\s)#([\w.:-]+)/.exec(attributes)?.[1];
    return id === undefined ? '' : ` {#${id}}`;
  },
};

/** `Text. {.wide}`, `**word**{.red}`: attributes at the end of a block, and behind what is emphasised, code or linked. */
const behindText: InlineRule = {
  sign: '}',
  pattern:
    /(?<!^\s*#.*)(?:(?<=[*_)\]\uE000])\{[ \t]*[.#][A-Za-z][^{}\n]{0,300}\}|(?:^|[ \t])\{[ \t]*[.#][A-Za-z][^{}\n]{0,300}\}[ \t]*$)/dg,
  write: () => '',
};

/** `<link rel="stylesheet">`: of the page's head. */
const headTag: InlineRule = { sign: '<', pattern: /<(?:link|meta)\b[^<>]*>/dg, write: () => '' };

/** The name in a group of code: `js [config.js]`. */
const codeName = (info: string): string | null => /\[([^\]]+)\]\s*$/.exec(info)?.[1] ?? null;

/** VitePress: containers between colons, code in groups, Vue's components. */
export const vitepress: Flavour = {
  name: 'vitepress',
  title: 'VitePress',
  blocks: [titledAlert(/./), containers, contents, tab, include, importedCode],
  inline: [emoji, sized, attributed, headed, behindText, headTag],
  tags: [
    {
      syntax: vue,
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
    { syntax: themeElements, blocks: {}, inline: {} },
  ],
  comments: [],
  modules: [],
  interpolates: true,
  codeName,
  quotes: /^[ \t]*<<<\s*(\S[^#{}[\]"\n]*?)[ \t]*(?:[#{[].*)?$/gm,
  codeMarks: [/\s*(?:\/\/|#|<!--|\/\*|--)\s*\[!code\s[^\]]*\]\s*(?:-->|\*\/)?/],
  navigation: vitepressSidebar,
  files: { endings: ['md'], index: ['index'], never: [/(?:^|\/)[^/]*\[[^/\]]+\]/], title: 'heading', ownHeading: true },
  keys: {
    title: ['title'],
    description: ['description'],
    draft: ['draft'],
    published: [],
    addresses: [],
    hero: { layout: 'home' },
  },
};
