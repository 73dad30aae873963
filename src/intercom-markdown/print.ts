import type { Heading, Image, InlineCode, Link, Root, Table, TableRow, Text } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import {
  defaultHandlers,
  type Handle,
  type Options,
  type State,
  toMarkdown,
  type Unsafe,
} from 'mdast-util-to-markdown';
import { isPlainText } from './plain-text.ts';

/** Where neither links nor emphasis begin. */
const outside: Unsafe['notInConstruct'] = ['autolink', 'link', 'destinationLiteral', 'destinationRaw', 'titleQuote'];

/** What GitHub's Markdown and Intercom's own read beside CommonMark, and what therefore gets a backslash. */
const unsafe: Unsafe[] = [
  // What follows it may become a character reference.
  { character: '\\', inConstruct: 'phrasing' },
  { character: '~', inConstruct: 'phrasing', notInConstruct: outside },
  { character: ':', before: '[ps]', after: '\\/', inConstruct: 'phrasing', notInConstruct: outside },
  { character: '.', before: '[Ww]', after: '[\\-.\\w]', inConstruct: 'phrasing', notInConstruct: outside },
  { character: '@', before: '[+\\-.\\w]', after: '[\\-.\\w]', inConstruct: 'phrasing', notInConstruct: outside },
  { atBreak: true, character: ':', after: '::' },
  { character: '{', after: '#', inConstruct: 'headingAtx' },
  { character: '|', inConstruct: 'tableCell' },
  { character: '|', atBreak: true },
  { character: '\n', inConstruct: 'tableCell' },
];

/** An address in a link, bare where it can be: what Intercom signs images with has `&` in it, which means nothing there. */
function destination(url: string): string {
  const written = url.replace(/\n/g, '%0A').replace(/&(?=#?\w+;)/g, '&amp;');
  const isBare = written !== '' && /^[^\s<>()\\\p{Cc}][^\s()\\\p{Cc}]*$/u.test(written);
  return isBare ? written : `<${written.replace(/[<>\\]/g, '\\$&')}>`;
}

const titled = (title: string | null | undefined): string => (title ? ` "${title.replace(/["\\]/g, '\\$&')}"` : '');

const link: Handle = (node: Link, _, state, info) => {
  const exit = state.enter('link');
  const leave = state.enter('label');
  const text = state.containerPhrasing(node, { ...info, before: '[', after: ']' });
  leave();
  exit();
  return `[${text}](${destination(node.url)}${titled(node.title)})`;
};

const image: Handle = (node: Image, _, state, info) => {
  const exit = state.enter('image');
  const leave = state.enter('label');
  const text = state.safe(node.alt, { ...info, before: '[', after: ']' });
  leave();
  exit();
  return `![${text}](${destination(node.url)})`;
};

const heading: Handle = (node: Heading, _, state, info) => {
  const exit = state.enter('headingAtx');
  const leave = state.enter('phrasing');
  const text = state.containerPhrasing(node, { ...info, before: '# ', after: '\n' });
  leave();
  exit();
  const id = node.data?.hProperties?.id;
  return ['#'.repeat(node.depth), text, typeof id === 'string' ? `{#${id}}` : '']
    .filter((part) => part !== '')
    .join(' ');
};

const directive: Handle = (node: ContainerDirective, _, state, info) => {
  const attributes = Object.entries(node.attributes ?? {}).map(([name, value]) => ` ${name}="${escaped(value ?? '')}"`);
  const content = state.containerFlow(node, info);
  const lines = [`:::${node.name}${attributes.join('')}`, content, ':::'].filter((part) => part !== '');
  return lines.join('\n');
};

/** What an item does not begin with behind its bullet, where it would be read as something else, but below it. */
function belowBullet(handle: Handle): Handle {
  return (node, parent, state, info) => {
    const isFirst = parent?.type === 'listItem' && parent.children[0] === node;
    return (isFirst ? '\n' : '') + handle(node, parent, state, info);
  };
}

const escaped = (value: string): string => value.replace(/["\\]/g, '\\$&');

const table: Handle = (node: Table, _, state, info) => {
  const [head, ...rows] = node.children.map((row) => rowOf(row, state, info));
  const width = Math.max(1, node.children[0]?.children.length ?? 0);
  return [head ?? '', `|${' --- |'.repeat(width)}`, ...rows].join('\n');
};

function rowOf(row: TableRow, state: State, info: Parameters<Handle>[3]): string {
  const cells = row.children.map((cell) => {
    const exit = state.enter('tableCell');
    const leave = state.enter('phrasing');
    const text = state.containerPhrasing(cell, { ...info, before: ' ', after: ' ' });
    leave();
    exit();
    return text;
  });
  return `| ${cells.join(' | ')} |`;
}

const inlineCode: Handle = (node: InlineCode, parent, state) => {
  const code = defaultHandlers.inlineCode(node, parent, state);
  // In a table a bar ends the cell, in code too.
  return state.stack.includes('tableCell') ? code.replaceAll('|', '\\|') : code;
};

const text: Handle = (node: Text, parent, state, info) =>
  isPlainText(node.value, info.before, info.after) ? node.value : defaultHandlers.text(node, parent, state, info);

const options: Options = {
  bullet: '-',
  emphasis: '_',
  fences: true,
  listItemIndent: 'one',
  rule: '-',
  unsafe,
  handlers: {
    break: () => '  \n',
    containerDirective: belowBullet(directive),
    heading,
    inlineCode: Object.assign(inlineCode, { peek: () => '`' }),
    image: Object.assign(image, { peek: () => '!' }),
    list: belowBullet(defaultHandlers.list),
    thematicBreak: belowBullet(defaultHandlers.thematicBreak),
    link: Object.assign(link, { peek: () => '[' }),
    table,
    text,
  },
};

/**
 * Prints a tree as Intercom writes its Markdown: lists tight, breaks as two spaces, directives without braces.
 *
 * @param handlers others than ours, to compare with
 */
export function printMarkdown(tree: Root, handlers: Options['handlers'] = {}): string {
  const all = { ...options, handlers: { ...options.handlers, ...handlers } };
  return tree.children.length === 0 ? '' : toMarkdown(tree, all);
}
