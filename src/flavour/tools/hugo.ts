import { definitions } from '../definitions.ts';
import type { Flavour } from '../flavour.ts';
import { shortcodes } from '../tags.ts';
import { inCode, inTurn } from '../text-lines.ts';
import { titledAlert } from './alerts.ts';
import { attributeLists } from './attribute-lists.ts';
import { bootstrapTabs } from './bootstrap-tabs.ts';
import { emoji } from './emoji.ts';
import { headTags, selfLinks } from './head-tags.ts';
import { hugoFiles } from './hugo-files.ts';
import { hugoPermalinks } from './hugo-permalinks.ts';
import { blockShortcodes, inlineShortcodes } from './hugo-shortcodes.ts';
import { namedTabs } from './hugo-tabs.ts';

/** Hugo: shortcodes of its own, and those that the themes for documentation share. */
export const hugo: Flavour = {
  name: 'hugo',
  title: 'Hugo',
  blocks: [
    titledAlert(/./),
    {
      // Hugo's Book parts its columns so.
      sign: '<--->',
      open: (line) =>
        /^<-{3,}>\s*$/.test(line) ? { becomes: { is: 'lines', lines: [] }, ends: { at: 'once' } } : null,
    },
  ],
  inline: [
    headTags,
    selfLinks,
    // A link to nowhere is its text.
    { sign: '](', pattern: /(?<!!)\[([^[\]]{0,400})\]\(\s{0,9}(?:#|<>)?\s{0,9}\)/dg, write: ([, text = '']) => text },
    ...attributeLists(/\b(?:btn|button)\b/, 'brace'),
    { sign: '{{</*', pattern: /\{\{<\/\*(.*?)\*\/>\}\}/dg, write: ([, inside = '']) => `\\{\\{<${inside}>}}` },
    { sign: '{{%/*', pattern: /\{\{%\/\*(.*?)\*\/%\}\}/dg, write: ([, inside = '']) => `\\{\\{%${inside}%}}` },
    emoji,
  ],
  tags: [{ syntax: shortcodes, blocks: blockShortcodes, inline: inlineShortcodes }],
  comments: [
    { open: '{{< comment >}}', close: '{{< /comment >}}' },
    { open: '{{% comment %}}', close: '{{% /comment %}}' },
    { open: '{{/*', close: '*/}}' },
  ],
  modules: [],
  parts: hugoFiles,
  listings: /^([ \t]*\{\{[<%][ \t]*)(children|toc-tree)\b([^{}\n]*[>%]\}\}[ \t]*)$/gm,
  before: inTurn(
    bootstrapTabs,
    inCode('/*', /(?<=\{\{[<%])\/\*/g),
    inCode('*/', /\*\/(?=[>%]\}\})/g),
    namedTabs,
    definitions({ anchors: true }),
  ),
  files: { endings: ['md', 'markdown'], index: ['index', '_index'], never: [], title: 'heading', section: '_index' },
  permalinks: hugoPermalinks,
  keys: {
    title: ['title', 'linkTitle', 'linktitle'],
    description: ['description', 'summary'],
    draft: ['draft'],
    published: [],
    addresses: ['slug', 'url', 'aliases'],
    dated: { date: 'date', slug: 'slug' },
    order: ['weight'],
    resources: 'resources',
    toml: true,
  },
};
