import { callout } from '../callout-types.ts';
import type { Becomes, Flavour, TagRule } from '../flavour.ts';
import { iconOf } from '../icons.ts';
import { docsJson } from '../navigation/docs-json.ts';
import type { Tag } from '../tags.ts';
import { jsx } from '../tags.ts';
import { card } from './cards.ts';
import { asBlock, codeTitle, elements, linkTo, mdx, titleOf, unwrap } from './mdx.ts';

const calloutOf =
  (type: string): TagRule =>
  (tag) =>
    callout(type, titleOf(tag, 'title'));

/** The id that a title gives. */
const slugOf = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s+/g, '-');

/** A field of an API: its name and type, and what it is. */
function field(tag: Tag): Becomes {
  const name = titleOf(tag, 'name', 'path', 'query', 'body', 'header') ?? '';
  const type = titleOf(tag, 'type')?.replaceAll('<', '&lt;') ?? null;
  const given = titleOf(tag, 'default');
  const more = [
    ...(type === null ? [] : [type]),
    ...['required', 'deprecated'].filter((one) => tag.attributes.has(one)),
    ...(given === null ? [] : [`default: ${given.replaceAll('<', '&lt;')}`]),
  ];
  const id = `${tag.name === 'ParamField' ? 'param' : 'response'}-${slugOf(name.replace(/([a-z0-9])(?=[A-Z])/g, '$1-').replace(/[._]/g, '-'))}`;
  return { is: 'part', title: `\`${name}\`${more.length === 0 ? '' : ` (${more.join(', ')})`}`, id };
}

const titled =
  (...names: readonly string[]): TagRule =>
  (tag) => {
    const title = titleOf(tag, ...names);
    return title === null ? { is: 'content' } : { is: 'part', title, id: titleOf(tag, 'id') ?? slugOf(title) };
  };

const section =
  (fallback: string): TagRule =>
  (tag) => {
    const title = titleOf(tag, 'title', 'defaultOpen') ?? fallback;
    return { is: 'section', title, id: titleOf(tag, 'id') ?? slugOf(title) };
  };

/** A text, and what is told of it on hovering. */
function tooltip(tag: Tag, content: string | null): string {
  const tip = titleOf(tag, 'tip');
  const text = content ?? '';
  return tip === null || tip === text ? text : `${text} (${tip})`;
}

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
  Tab: (tag) => {
    const title = titleOf(tag, 'title') ?? 'Tab';
    return { is: 'tab', title, id: titleOf(tag, 'id') ?? slugOf(title) };
  },
  Steps: unwrap,
  Step: (tag) => {
    const title = titleOf(tag, 'title');
    const id = titleOf(tag, 'id') ?? (title === null ? null : slugOf(title));
    return id === null ? { is: 'step', title } : { is: 'step', title, id };
  },
  Card: card,
  Tile: card,
  CardGroup: unwrap,
  Columns: unwrap,
  Column: unwrap,
  Frame: (tag) => {
    const caption = titleOf(tag, 'caption');
    return caption === null ? { is: 'content' } : { is: 'captioned', caption };
  },
  CodeGroup: unwrap,
  CodeBlock: (tag) => {
    const title = titleOf(tag, 'filename', 'title');
    return { is: 'code', language: titleOf(tag, 'language') ?? '', ...(title !== null && { title }) };
  },
  RequestExample: unwrap,
  ResponseExample: unwrap,
  ResponseField: field,
  ParamField: field,
  Update: (tag) => {
    const label = titleOf(tag, 'label');
    const description = titleOf(tag, 'description');
    const title = [label, description === null ? null : `(${description})`].filter((one) => one !== null).join(' ');
    return title === '' ? { is: 'content' } : { is: 'part', title, id: titleOf(tag, 'id') ?? slugOf(label ?? title) };
  },
  Panel: unwrap,
  View: titled('title'),
  Visibility: (tag) => (titleOf(tag, 'for') === 'agents' ? { is: 'lines', lines: [] } : { is: 'content' }),
  Prompt: titled('description'),
  Tree: unwrap,
  'Tree.Folder': (tag) => ({ is: 'item', text: titleOf(tag, 'name') ?? '' }),
  'Tree.File': (tag) => ({ is: 'item', text: titleOf(tag, 'name') ?? '' }),
  Color: unwrap,
  'Color.Row': titled('title'),
  'Color.Item': (tag) => ({ is: 'item', text: `${titleOf(tag, 'name') ?? ''}: \`${titleOf(tag, 'value') ?? ''}\`` }),
  'GitHub.Repo': (tag) => {
    const repo = titleOf(tag, 'repo');
    return { is: 'lines', lines: repo === null ? [] : [`[${repo}](https://github.com/${repo})`] };
  },
  Badge: asBlock((_, content) => content ?? ''),
  Tooltip: asBlock(tooltip),
  Banner: unwrap,
  Snippet: (tag) => {
    const file = titleOf(tag, 'file');
    return { is: 'lines', lines: file === null ? [] : [`:::include{file="snippets/${file}"}`] };
  },
  Fragment: unwrap,
};

/** The name of code: what follows its language, but for settings of the way that it is shown. */
function nameOf(info: string): string | null {
  const title = codeTitle(info);
  if (title !== null) return title;
  const words = info
    .replace(/\{[^{}]*\}/g, '')
    .replace(/\b[A-Za-z]+=(?:"[^"]*"|'[^']*'|\S+)/g, '')
    .split(/\s+/)
    .slice(1);
  const name = words
    .filter((word) => !/^(?:wrap|lines|expandable|twoslash|focus|highlight|icon|theme|copy|nocopy)$/.test(word))
    .join(' ')
    .trim();
  return name === '' ? null : name;
}

/** Mintlify: MDX with its components. */
export const mintlify: Flavour = {
  ...mdx,
  name: 'mintlify',
  title: 'Mintlify',
  blocks: [],
  tags: [
    {
      syntax: jsx,
      blocks,
      inline: {
        Icon: iconOf,
        Badge: (_, content) => content ?? '',
        Tooltip: tooltip,
        Link: linkTo('href', 'to'),
        Fragment: (_, content) => content ?? '',
      },
    },
    elements,
  ],
  modules: ['.mdx', '.md'],
  codeName: nameOf,
  navigation: docsJson,
  files: {
    endings: ['mdx', 'md'],
    index: ['index'],
    never: [/^snippets\//, /(?:^|\/)(?:README|CONTRIBUTING|LICENSE|CHANGELOG)\.md$/i],
    title: 'heading',
  },
  keys: {
    title: ['title', 'sidebarTitle'],
    description: ['description'],
    draft: [],
    published: [],
    addresses: [],
    generated: ['openapi', 'asyncapi'],
    elsewhere: ['url'],
  },
};
