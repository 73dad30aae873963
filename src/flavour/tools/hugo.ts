import { callout, isCalloutType } from '../callout-types.ts';
import type { Becomes, Flavour, TagRule } from '../flavour.ts';
import { shortcodes, type Tag } from '../tags.ts';
import { buttonOf } from './attribute-lists.ts';
import { card, embedded } from './cards.ts';
import { titleOf, unwrap } from './mdx.ts';

function figure(tag: Tag): Becomes {
  const src = titleOf(tag, 'src', 'link') ?? tag.values[0] ?? '';
  const alt = titleOf(tag, 'alt', 'title', 'caption') ?? '';
  const caption = titleOf(tag, 'caption');
  const width = /^\d+/.exec(titleOf(tag, 'width') ?? '')?.[0];
  const size = width === undefined ? '' : ` width="${width}"`;
  const image = `<img src="${src}" alt="${alt.replaceAll('"', '&quot;')}"${size}>`;
  return { is: 'lines', lines: src === '' ? [] : caption === null ? [image] : [image, '', `*${caption}*`] };
}

const player =
  (of: (id: string) => string): TagRule =>
  (tag) => {
    const id = titleOf(tag, 'id') ?? tag.values[0] ?? '';
    return embedded(id === '' ? null : of(id));
  };

const alert: TagRule = (tag) =>
  callout(
    titleOf(tag, 'type', 'color', 'context', 'level') ?? tag.values.find(isCalloutType) ?? 'note',
    titleOf(tag, 'title'),
  );

const named =
  (type: string): TagRule =>
  (tag) =>
    callout(type, titleOf(tag, 'title') ?? tag.values[0] ?? null);

const types = [
  'note',
  'info',
  'tip',
  'hint',
  'warning',
  'caution',
  'danger',
  'important',
  'success',
  'error',
  'attention',
];

/** A link to a page: `{{< ref "page.md" >}}` stands where its address does. */
const reference = (tag: Tag): string => titleOf(tag, 'path') ?? tag.values[0] ?? '';

/** Hugo: shortcodes of its own, and those that the themes for documentation share. */
export const hugo: Flavour = {
  name: 'hugo',
  title: 'Hugo',
  blocks: [],
  inline: [
    ...buttonOf(/\b(?:btn|button)\b/),
    { sign: '{{</*', pattern: /\{\{<\/\*(.*?)\*\/>\}\}/dg, write: ([, inside = '']) => `\\{\\{<${inside}>}}` },
    { sign: '{{%/*', pattern: /\{\{%\/\*(.*?)\*\/%\}\}/dg, write: ([, inside = '']) => `\\{\\{%${inside}%}}` },
  ],
  tags: [
    {
      syntax: shortcodes,
      blocks: {
        ...Object.fromEntries(types.map((type) => [type, named(type)])),
        alert,
        callout: alert,
        admonition: alert,
        notice: alert,
        details: (tag) => ({ is: 'section', title: titleOf(tag, 'summary', 'title') ?? tag.values[0] ?? 'Details' }),
        expand: (tag) => ({ is: 'section', title: titleOf(tag, 'title') ?? tag.values[0] ?? 'Details' }),
        tabs: unwrap,
        tabpane: unwrap,
        tab: (tag) => ({ is: 'tab', title: titleOf(tag, 'name', 'header', 'title') ?? tag.values[0] ?? 'Tab' }),
        steps: unwrap,
        columns: unwrap,
        cards: unwrap,
        card,
        figure,
        img: figure,
        youtube: player((id) => `https://www.youtube.com/watch?v=${id}`),
        vimeo: player((id) => `https://vimeo.com/${id}`),
        highlight: (tag) => ({ is: 'code', language: tag.values[0] ?? '' }),
        button: (tag, content) => ({
          is: 'lines',
          lines: [
            `:button[${content.map((line) => line.text.trim()).join(' ')}]{href="${titleOf(tag, 'href', 'relref', 'url', 'link') ?? ''}"}`,
          ],
        }),
      },
      inline: {
        ref: reference,
        relref: reference,
        icon: () => '',
        kbd: (tag, content) => `<kbd>${content ?? tag.values[0] ?? ''}</kbd>`,
        mark: (_, content) => `<mark>${content ?? ''}</mark>`,
        button: (tag, content) =>
          `:button[${content ?? ''}]{href="${titleOf(tag, 'href', 'relref', 'url', 'link') ?? ''}"}`,
      },
    },
  ],
  comments: [{ open: '{{< comment >}}', close: '{{< /comment >}}' }],
  modules: [],
  files: { endings: ['md', 'markdown'], index: ['index', '_index'], never: [], title: 'heading', section: '_index' },
  keys: {
    title: ['title', 'linkTitle', 'linktitle'],
    description: ['description', 'summary'],
    draft: ['draft'],
    published: [],
    addresses: ['slug', 'url', 'aliases'],
    toml: true,
  },
};
