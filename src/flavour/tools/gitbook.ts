import { slug } from 'github-slugger';
import { callout } from '../callout-types.ts';
import type { Becomes, Flavour } from '../flavour.ts';
import { isBlank, type Line } from '../lines.ts';
import { summary } from '../navigation/summary.ts';
import { liquid } from '../tags.ts';
import { inTurn } from '../text-lines.ts';
import { embedded } from './cards.ts';
import { colouredCode } from './coloured-code.ts';
import { emoji } from './emoji.ts';
import { cardTable } from './gitbook-cards.ts';
import { headTags } from './head-tags.ts';
import { withoutLastBreaks } from './last-breaks.ts';
import { titleOf, unwrap } from './mdx.ts';
import { picturesBehind } from './pictures-behind.ts';
import { spacedBold } from './spaced-bold.ts';

const hints: Readonly<Record<string, string>> = {
  info: 'info',
  success: 'success',
  warning: 'warning',
  danger: 'danger',
};

/** Buttons are blocks: a link in a sentence stays one. */
const alone = /^\s*(?:<p[^<>]*>)?\s*(?:<a\s[^<>]*class="[^<>]*button[^<>]*>[^<]*<\/a>\s*)+(?:<\/p>)?\s*$/;

/** An address as a text. */
const textOf = (address: string): string => decoded(address).replace(/[\\*_[\]<>`]/g, '\\$&');

function decoded(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}

/** What is said about a frame or a file stands below it. */
function withCaption(becomes: Becomes, content: readonly Line[]): Becomes {
  if (becomes.is !== 'lines') return becomes;
  const said = content.map(({ text }) => text.trim()).filter((text) => text !== '');
  return said.length === 0 ? becomes : { is: 'lines', lines: [...becomes.lines, '', ...said] };
}

/** GitBook's blocks, between tags of their own. */
export const gitbook: Flavour = {
  name: 'gitbook',
  title: 'GitBook',
  blocks: [cardTable],
  inline: [
    // An address ends where a colour begins: without its tag it would go on.
    {
      sign: '<mark',
      pattern: /(?<![\w<("'[=/])https?:\/\/[^\s<>()[\]\uE000]{1,500}(?=<mark style=)/dg,
      write: ([address = '']) => `<${address}>`,
    },
    {
      sign: '<mark',
      pattern: /<mark style="[^"]{0,200}">((?:[^<]|<(?!\/?mark\b)){0,2000}?)<\/mark>/dg,
      write: ([, text = '']) => text,
    },
    { sign: '<i class="fa', pattern: /<i class="fa[^"]{0,80}">[^<]{0,80}<\/i>[ \t]?/dg, write: () => '' },
    { sign: '<select', pattern: /<select\b[^<>]{0,200}>.{0,4000}?<\/select>/dg, write: () => '' },
    {
      sign: 'class="button',
      pattern: /<a\s+href="([^"]{0,2000})"\s+class="button[^"]{0,80}"[^>]{0,400}>([^<]{0,400})<\/a>/dg,
      write: ([, href = '', text = ''], _, line) =>
        alone.test(line)
          ? `<a class="intercom-h2b-button" href="${href}">${text.trim()}</a>`
          : `<a href="${href}">${text.trim()}</a>`,
    },
    // A button that asks GitBook's own assistant something leads nowhere else.
    {
      sign: '<button',
      pattern: /<button\b[^<>]{0,600}>([^<]{0,400})<\/button>/dg,
      write: () => '',
    },
    {
      sign: '<a href=',
      pattern: /\s?<a href="#[^"]*" id="([^"]*)"><\/a>/dg,
      write: ([, id = '']) => ` {#${id}}`,
    },
    // Pictures as small as the text are signs in it.
    {
      sign: 'data-size="line"',
      pattern: /<img\b[^<>]{0,2000}\bdata-size="line"[^<>]{0,400}>[ \t]?/dg,
      write: () => '',
    },
    // A formula has two dollars on each side.
    {
      sign: '$',
      pattern: /(?<![\\$\w])\$(?![\s$])(?=[^$\n<>]{1,300}?(?<!\s)\$(?![\w$]))/dg,
      write: () => '\\$',
    },
    headTags,
    // A section has the id of its title.
    {
      sign: '<summary>',
      pattern: /<summary>(?!<span id=)((?:(?!<\/summary>).){1,400})(?=<\/summary>)/dg,
      write: ([, title = '']) =>
        `<summary><span id="${slug(title.replace(/<[^<>]*>|[*`]/g, '').trim())}"></span>${title}`,
    },
    {
      sign: 'broken',
      pattern:
        /<a\s+href="(?:\.?\.?\/)*broken(?:-reference\/?|\/(?:pages|spaces|files)\/[\w/-]{1,80})(?:#[^"]{0,200})?"[^<>]{0,400}>(.{0,400}?)<\/a>/dg,
      write: ([, text = '']) => text,
    },
    // GitBook writes this where a page is gone.
    {
      sign: '](',
      pattern:
        /\[([^[\]]{0,400})\]\(<?(?:\.?\.?\/)*broken(?:-reference\/?|\/(?:pages|spaces|files)\/[\w/-]{1,80})(?:#[^\s()<>]{0,200})?>?(?:\s+"[^"]*")?\)/dg,
      write: ([, text = '']) => text,
    },
    // A mention shows the title of its page: the address as its text asks for that.
    {
      sign: '"mention"',
      pattern: /\[[^[\]]{0,400}\]\((?:<([^<>]{1,2000})>|([^()\s]{1,2000})) "mention"\)/dg,
      write: ([, wide = '', bare = '']) => `[${textOf(wide || bare)}](<${wide || bare}>)`,
    },
    // GitBook's editor leaves the space behind bold words in them, where Markdown does not read the end.
    {
      sign: '**',
      pattern: /(?<=^|[\s([])\*\*(?=[^\s*])([^*`]{1,400}?)([ \t]+)\*\*(?=[\p{L}\p{N}])/dgu,
      write: ([, words = '', space = '']) => `**${words}**${space}`,
    },
    emoji,
  ],
  tags: [
    {
      syntax: liquid,
      blocks: {
        hint: (tag) => callout(hints[tag.attributes.get('style') ?? ''] ?? 'info', null),
        tabs: unwrap,
        tab: (tag) => ({ is: 'tab', title: titleOf(tag, 'title') ?? 'Tab' }),
        // Intercom has no tables in lists.
        stepper: (_, content) => ({
          is: 'content',
          stepsApart: content.some(({ text }) => /^\s*(?:\||<table\b)/.test(text)),
        }),
        step: (tag) => ({ is: 'step', title: titleOf(tag, 'title') }),
        code: (tag) => {
          const title = titleOf(tag, 'title');
          return title === null ? { is: 'content' } : { is: 'part', title };
        },
        embed: (tag, content) => withCaption(embedded(titleOf(tag, 'url')), content),
        file: (tag, content) => {
          const src = titleOf(tag, 'src');
          const name = content.find((line) => !isBlank(line))?.text.trim() ?? src?.split('/').at(-1) ?? '';
          return { is: 'lines', lines: src === null ? [] : [`[${name}](<${src}>)`] };
        },
        'content-ref': unwrap,
        include: (tag) => {
          const [file] = tag.values;
          return file === undefined ? null : { is: 'lines', lines: [`::include{file="${file}"}`] };
        },
        columns: unwrap,
        column: unwrap,
        updates: unwrap,
        update: (tag) => {
          const title = titleOf(tag, 'title', 'date');
          return title === null ? { is: 'content' } : { is: 'part', title };
        },
        prompt: (tag) => {
          const title = titleOf(tag, 'title', 'description');
          return title === null ? { is: 'content' } : { is: 'part', title };
        },
        raw: () => ({ is: 'raw' }),
      },
      inline: { raw: (_, content) => content ?? '' },
    },
  ],
  comments: [],
  before: inTurn(withoutLastBreaks, picturesBehind, colouredCode, spacedBold),
  modules: [],
  navigation: summary,
  files: { endings: ['md'], index: ['readme'], never: [/(?:^|\/)SUMMARY\.md$/], title: 'heading' },
  keys: { title: ['title'], description: ['description'], draft: [], published: [], addresses: [] },
};
