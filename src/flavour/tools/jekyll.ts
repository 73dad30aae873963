import { attributeLines } from '../attribute-lines.ts';
import { callout, isCalloutType } from '../callout-types.ts';
import { definitions, withoutAbbreviations } from '../definitions.ts';
import type { Becomes, BlockRule, Flavour } from '../flavour.ts';
import { markdownInHtml } from '../html-containers.ts';
import { liquid, type Tag } from '../tags.ts';
import { inCode, inTurn } from '../text-lines.ts';
import { attributeLists } from './attribute-lists.ts';
import { barsInCells } from './bars-in-cells.ts';
import { bootstrapTabs } from './bootstrap-tabs.ts';
import { headTags, selfLinks } from './head-tags.ts';
import { jekyllPermalinks } from './jekyll-permalinks.ts';
import { include, insideOf, pluginBlocks, pluginInline } from './jekyll-tags.ts';
import { kramdownTables } from './kramdown-tables.ts';
import { withLazyCode, withoutLoneBreaks } from './lazy-lines.ts';
import { captures } from './liquid-captures.ts';
import { liquidIncludes } from './liquid-includes.ts';

/** Kinds of callouts that the theme "Just the Docs" is set up with, by their colours. */
const custom: Readonly<Record<string, string>> = { highlight: 'warning', new: 'success' };

const typeIn = (attributes: string): { readonly type: string; readonly titled: boolean } | null => {
  for (const [, name = '', titled] of attributes.matchAll(/\.([a-z]+)(-title)?(?![\w-])/g)) {
    if (isCalloutType(name) || Object.hasOwn(custom, name)) return { type: name, titled: titled !== undefined };
  }
  return null;
};

/** `{: .note }` above a paragraph, a list or a quote makes it a callout; `.note-title` has its title in the first line. */
const classed: BlockRule = {
  sign: '{:',
  open(line) {
    const attributes = /^\{:([^{}]{0,400})\}\s*$/.exec(line)?.[1];
    const found = attributes === undefined ? null : typeIn(attributes);
    if (found === null) return null;
    const type = custom[found.type] ?? found.type;
    const becomes = callout(type, named(found.type));
    return { becomes, ends: { at: 'blank' }, ...(found.titled && { isTitled: true }) };
  },
};

const named = (type: string): string | null => (type === 'new' ? 'New' : null);

/** Braces that nothing reads. */
const asWritten = (_: Tag, content: string | null): string => (content ?? '').replace(/[{}]/g, '\\$&');

/** Tags whose content is nothing before they are run. */
const programs = ['assign', 'capture', 'case', 'for', 'tablerow', 'increment', 'decrement', 'cycle'];

/** Jekyll: kramdown's lists of attributes, and Liquid's tags. */
export const jekyll: Flavour = {
  name: 'jekyll',
  title: 'Jekyll',
  blocks: [classed],
  inline: [
    { sign: '{{', pattern: /\{\{-?\s*site\.(?:baseurl|url)\s*-?\}\}/dg, write: () => '' },
    {
      sign: '{{',
      pattern: /\{\{-?\s*["']([^"']*)["']\s*\|\s*(?:prepend:\s*site\.baseurl|relative_url|absolute_url)\s*-?\}\}/dg,
      write: ([, address = '']) => address,
    },
    { sign: '{{', pattern: /(?<!\\)\{\{-?([^{}]{1,300}?)-?\}\}/dg, write: () => '', isProgram: true },
    {
      sign: '{:',
      pattern: /\{::(?:nomarkdown|options)\b[^{}]{0,300}\}|\{:\/(?:nomarkdown|options)?\}/dg,
      write: () => '',
    },
    headTags,
    selfLinks,
    ...attributeLists(/(?:^|[\s.])btn\b/, 'colon'),
  ],
  tags: [
    {
      syntax: liquid,
      blocks: {
        raw: () => ({ is: 'raw' }),
        highlight: (tag) => ({ is: 'code', language: [...tag.attributes.keys()][0] ?? '' }),
        comment: () => ({ is: 'lines', lines: [] }),
        ...pluginBlocks,
        include,
        include_cached: include,
        ...Object.fromEntries(programs.map((name) => [name, (): Becomes => ({ is: 'program' })])),
        include_relative: (tag) =>
          /\.(?:md|markdown)$/.test(insideOf(tag))
            ? { is: 'lines', lines: [`::include{file="${insideOf(tag)}"}`] }
            : null,
      },
      inline: {
        link: (tag) => `/${insideOf(tag).replace(/^\//, '')}`,
        post_url: (tag) => `/_posts/${insideOf(tag)}.md`,
        raw: asWritten,
        comment: () => '',
        ...pluginInline,
      },
    },
  ],
  comments: [{ open: '{::comment}', close: /\{:\/(?:comment)?\}/ }],
  modules: [],
  parts: liquidIncludes,
  before: inTurn(
    withLazyCode,
    kramdownTables,
    barsInCells,
    withoutLoneBreaks,
    bootstrapTabs,
    captures,
    inCode('raw', /\{%-?\s*(?:end)?raw\s*-?%\}/g),
    markdownInHtml,
    attributeLines((attributes) => typeIn(attributes) !== null),
    withoutAbbreviations,
    definitions({ anchors: false }),
  ),
  files: {
    endings: ['md', 'markdown', 'html'],
    index: ['index'],
    never: [
      /(?:^|\/)(?:README|CHANGELOG|CODE_OF_CONDUCT|CONTRIBUTING)\.md$/i,
      /(?:^|\/)_(?:includes|layouts|data|sass|site|drafts|plugins)\//,
      // What it leaves out unasked.
      /(?:^|\/)vendor\/(?:bundle|cache|gems|ruby)\//,
      /(?:^|\/)_[^/]*$/,
      // Of HTML only posts are articles: other pages of it are lists and what layouts show.
      /(?:^|\/)(?!\d{4}-\d\d-\d\d-)[^/]*\.html$/i,
    ],
    underscored: true,
    title: 'heading',
  },
  permalinks: jekyllPermalinks,
  keys: {
    title: ['title'],
    description: ['description', 'excerpt'],
    draft: ['draft'],
    published: ['published'],
    addresses: ['permalink', 'redirect_from'],
    leads: ['redirect_to', 'redirect'],
    dated: { date: 'date', slug: 'slug' },
    lastWins: true,
    parents: { above: ['grand_parent', 'parent'], hasBelow: 'has_children' },
  },
};
