import type { BlockContent, DefinitionContent, List, ListItem, PhrasingContent, RootContent } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { carrierAttribute, undisplayedWords } from '../body/carried.ts';
import { attributeOf, classesOf, type HtmlElement, type HtmlNode, isHtmlElement, textOf } from '../body/parse.ts';
import { plainTextOf } from '../body/plain-text.ts';
import { attachmentAttribute, languageAttribute } from './carried.ts';
import { directivesIn } from './directives.ts';
import { type BlockContext, type BlockRule, flowOf, isAligned, linesOf } from './flow-to-markdown.ts';
import { phrasingOf } from './inline-to-markdown.ts';
import { videoOf } from './players.ts';
import { table } from './table-to-markdown.ts';

type Block = BlockContent | DefinitionContent;
type Rule = (element: HtmlElement, context: BlockContext, link: string | null) => RootContent[] | null;

const rules: Readonly<Record<string, Rule>> = {
  h1: heading,
  h2: heading,
  h3: heading,
  h4: heading,
  h5: heading,
  h6: heading,
  hr: () => [{ type: 'thematicBreak' }],
  ul: list,
  ol: list,
  pre: code,
  div,
  table,
  details: section,
  img: image,
  iframe: video,
  a: (node, context) => button(node, node, context),
  p: carriedIn,
  blockquote: (node, context) => flowOf(node.childNodes, context),
};

/** Writes a block of Intercom's vocabulary. */
export const blockOf: BlockRule = (node, context, link) => {
  const rule = Object.hasOwn(rules, node.tagName) ? rules[node.tagName] : undefined;
  return rule?.(node, context, link) ?? null;
};

/** What a paragraph stands for that HTML does not show, as Markdown says it; null for one that is nothing but text. */
function carriedIn(node: HtmlElement, context: BlockContext): RootContent[] | null {
  const data = attributeOf(node, carrierAttribute);
  if (data !== null) return [directive('intercom-block', { data }, context)];
  const [child] = node.childNodes;
  if (node.childNodes.length !== 1 || child === undefined || !isHtmlElement(child)) return null;
  const written = attributeOf(child, attachmentAttribute);
  if (written !== null) return [directive('attachment', attributesIn(written), context)];
  if (child.tagName === 'b' && plainTextOf(child.childNodes) === undisplayedWords)
    context.list.add({ is: 'undisplayed' });
  return null;
}

function attributesIn(written: string): Readonly<Record<string, string>> {
  const [found] = directivesIn([`:::attachment${written}`, ':::']).directives;
  return Object.fromEntries(found?.attributes ?? []);
}

function directive(
  name: string,
  attributes: Readonly<Record<string, string>>,
  context: BlockContext,
  children: RootContent[] = [],
): ContainerDirective {
  for (const text of Object.values(attributes)) {
    if (/["\\\n]/.test(text)) context.list.add({ is: 'quotation-mark', text });
  }
  return { type: 'containerDirective', name, attributes: { ...attributes }, children: children as Block[] };
}

function heading(node: HtmlElement, context: BlockContext): RootContent[] {
  if (isAligned(node)) context.list.add({ is: 'alignment' });
  const id = attributeOf(node, 'id') ?? '';
  const canSay = /^[\p{L}\p{N}]+(?:[-_]+[\p{L}\p{N}]+)*$/u.test(id);
  if (!canSay && id !== '') context.list.add({ is: 'heading-id', id });
  const lines = linesOf(node.childNodes, context).filter((line) => line.length > 0);
  const children = lines.flatMap((line, index): PhrasingContent[] => [
    ...(index === 0 ? [] : [{ type: 'text' as const, value: ' ' }]),
    ...phrasingOf([line], context),
  ]);
  const depth = Number(node.tagName.slice(1)) as 1;
  return [{ type: 'heading', depth, children, ...(canSay ? { data: { hProperties: { id } } } : {}) }];
}

function list(node: HtmlElement, context: BlockContext): RootContent[] {
  const children: ListItem[] = [];
  for (const child of node.childNodes) {
    if (isHtmlElement(child) && child.tagName === 'li') {
      children.push(itemOf(flowOf(child.childNodes, context)));
      continue;
    }
    const loose = flowOf([child], context);
    if (loose.length > 0 && children.length === 0) children.push(itemOf([]));
    children.at(-1)?.children.push(...(loose as Block[]));
  }
  if (attributeOf(node, 'start') !== null) context.list.add({ is: 'element', name: 'ol start' });
  return [{ type: 'list', ordered: node.tagName === 'ol', spread: false, children }];
}

/** An item of a paragraph and lists stays together; what else is in one stands apart, since lines would run together. */
function itemOf(blocks: readonly RootContent[]): ListItem {
  const isTight = blocks.every(
    (block, index) => (block.type === 'list' && !isBare(block)) || (index === 0 && block.type === 'paragraph'),
  );
  return { type: 'listItem', spread: !isTight, children: [...blocks] as Block[] };
}

/** Whether the first bullet of a list is alone in its line: below text that would make a heading of it. */
function isBare({ children: [item] }: List): boolean {
  const first = item?.children[0];
  return first === undefined || ['containerDirective', 'list', 'thematicBreak'].includes(first.type);
}

function code(node: HtmlElement, context: BlockContext): RootContent[] {
  const [inner] = node.childNodes.filter(isHtmlElement);
  const lang = inner?.tagName === 'code' ? attributeOf(inner, languageAttribute) : null;
  return [{ type: 'code', lang, value: codeText(node.childNodes, context) }];
}

function codeText(nodes: readonly HtmlNode[], context: BlockContext): string {
  let text = '';
  for (const node of nodes) {
    if (!isHtmlElement(node)) text += textOf(node) ?? '';
    else if (node.tagName === 'br') text += '\n';
    else {
      if (node.tagName !== 'code') context.list.add({ is: 'markup-in-code' });
      text += codeText(node.childNodes, context);
    }
  }
  return text;
}

function div(node: HtmlElement, context: BlockContext): RootContent[] {
  if (classesOf(node).includes('intercom-interblocks-callout')) return callout(node, context);
  const inside = node.childNodes.filter((child) => textOf(child)?.trim() !== '');
  const [only] = inside;
  const isButton =
    only !== undefined && isHtmlElement(only) && classesOf(only).includes('intercom-h2b-button') && inside.length === 1;
  if (isButton) return button(only, node, context);
  if (isAligned(node)) context.list.add({ is: 'alignment' });
  return flowOf(inside, context);
}

function callout(node: HtmlElement, context: BlockContext): RootContent[] {
  const style = attributeOf(node, 'style') ?? '';
  const colour = (property: string): string =>
    new RegExp(`(?:^|;)\\s*${property}\\s*:\\s*([^;]+)`, 'i').exec(style)?.[1]?.trim() ?? '';
  const background = colour('background-color');
  const border = colour('border-color');
  const attributes = {
    ...(background === '' ? {} : { backgroundColor: background }),
    ...(border === '' ? {} : { borderColor: border }),
  };
  return [directive('callout', attributes, context, flowOf(node.childNodes, context))];
}

function button(node: HtmlElement, container: HtmlElement, context: BlockContext): RootContent[] {
  const align = classesOf(container).find((name) => /^intercom-align-(?!left$)/.test(name));
  const attributes = { href: attributeOf(node, 'href') ?? '', label: plainTextOf(node.childNodes) };
  if (attributes.href === '') context.list.add({ is: 'link-without-address' });
  return [
    directive(
      'button',
      align === undefined ? attributes : { ...attributes, align: align.replace('intercom-align-', '') },
      context,
    ),
  ];
}

function section(node: HtmlElement, context: BlockContext): RootContent[] {
  const summary = node.childNodes.find(
    (child): child is HtmlElement => isHtmlElement(child) && child.tagName === 'summary',
  );
  const [title] = summary?.childNodes.filter(isHtmlElement) ?? [];
  const isPlain = title?.tagName === 'h2' && title.childNodes.every((child) => textOf(child) !== null);
  const text = plainTextOf(summary?.childNodes ?? []);
  if (!isPlain || text === '') context.list.add({ is: 'section-title' });
  const content = node.childNodes
    .filter((child) => child !== summary)
    .flatMap((child) =>
      isHtmlElement(child) && classesOf(child).includes('collapsible-section-content') ? child.childNodes : [child],
    );
  return [directive('collapsible', { title: text }, context, flowOf(content, context))];
}

function image(node: HtmlElement, context: BlockContext, link: string | null): RootContent[] {
  if (attributeOf(node, 'width') !== null || attributeOf(node, 'height') !== null)
    context.list.add({ is: 'image-size' });
  const shown: PhrasingContent = {
    type: 'image',
    url: attributeOf(node, 'src') ?? '',
    alt: (attributeOf(node, 'alt') ?? '').replace(/\s*\n\s*/g, ' '),
  };
  const content: PhrasingContent = link === null ? shown : { type: 'link', url: link, children: [shown] };
  return [{ type: 'paragraph', children: [content] }];
}

function video(node: HtmlElement, context: BlockContext): RootContent[] {
  const address = attributeOf(node, 'src') ?? '';
  const found = videoOf(address);
  if (found !== null) return [directive('video', { ...found }, context)];
  context.list.add({ is: 'video', address });
  return [
    { type: 'paragraph', children: [{ type: 'link', url: address, children: [{ type: 'text', value: address }] }] },
  ];
}
