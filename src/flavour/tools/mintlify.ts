import { callout } from '../callout-types.ts';
import type { Becomes, Flavour, TagRule } from '../flavour.ts';
import { docsJson } from '../navigation/docs-json.ts';
import type { Tag } from '../tags.ts';
import { jsx } from '../tags.ts';
import { card } from './cards.ts';
import { mdxInline, titleOf, unwrap } from './mdx.ts';

const calloutOf =
  (type: string): TagRule =>
  (tag) =>
    callout(type, titleOf(tag, 'title'));

/** A field of an API: its name and type, and what it is. */
function field(tag: Tag): Becomes {
  const name = titleOf(tag, 'name', 'path', 'query', 'body', 'header') ?? '';
  const type = titleOf(tag, 'type');
  const required = tag.attributes.has('required') ? ', required' : '';
  return { is: 'part', title: `\`${name}\`${type === null ? '' : ` (${type}${required})`}` };
}

const titled =
  (...names: readonly string[]): TagRule =>
  (tag) => {
    const title = titleOf(tag, ...names);
    return title === null ? { is: 'content' } : { is: 'part', title };
  };

const section =
  (fallback: string): TagRule =>
  (tag) => ({ is: 'section', title: titleOf(tag, 'title', 'defaultOpen') ?? fallback });

const blocks: Readonly<Record<string, TagRule>> = {
  Note: calloutOf('note'),
  Info: calloutOf('info'),
  Tip: calloutOf('tip'),
  Check: calloutOf('check'),
  Warning: calloutOf('warning'),
  Danger: calloutOf('danger'),
  Callout: (tag) => callout(titleOf(tag, 'type') ?? 'note', titleOf(tag, 'title')),
  Accordion: section('Details'),
  AccordionGroup: unwrap,
  Expandable: section('Details'),
  Tabs: unwrap,
  Tab: (tag) => ({ is: 'tab', title: titleOf(tag, 'title') ?? 'Tab' }),
  Steps: unwrap,
  Step: (tag) => ({ is: 'step', title: titleOf(tag, 'title') }),
  Card: card,
  Tile: card,
  CardGroup: unwrap,
  Columns: unwrap,
  Column: unwrap,
  Frame: (tag, content) => {
    const caption = titleOf(tag, 'caption');
    return caption === null || content.length === 0 ? { is: 'content' } : { is: 'content' };
  },
  CodeGroup: unwrap,
  CodeBlock: titled('filename', 'title'),
  RequestExample: unwrap,
  ResponseExample: unwrap,
  ResponseField: field,
  ParamField: field,
  Update: titled('label'),
  Panel: unwrap,
  View: titled('title'),
  Visibility: unwrap,
  Prompt: titled('description'),
  Fragment: unwrap,
};

/** Mintlify: MDX with its components. */
export const mintlify: Flavour = {
  name: 'mintlify',
  title: 'Mintlify',
  blocks: [],
  inline: mdxInline,
  tags: [
    {
      syntax: jsx,
      blocks,
      inline: {
        Icon: () => '',
        Badge: (_, content) => content ?? '',
        Tooltip: (tag, content) => {
          const tip = titleOf(tag, 'tip');
          return tip === null ? (content ?? '') : `${content ?? ''} (${tip})`;
        },
        Fragment: (_, content) => content ?? '',
      },
    },
  ],
  comments: [{ open: '{/*', close: '*/}' }],
  modules: ['.mdx', '.md'],
  navigation: docsJson,
  files: {
    endings: ['mdx', 'md'],
    index: ['index'],
    never: [/^snippets\//, /(?:^|\/)(?:README|CONTRIBUTING)\.md$/i],
    title: 'heading',
  },
  keys: { title: ['title', 'sidebarTitle'], description: ['description'], draft: [], published: [], addresses: [] },
};
