import type { Element } from 'hast';
import type { ListItem, RootContent } from 'mdast';
import type { State } from 'mdast-util-to-hast';
import { isHtmlElement } from '../body/parse.ts';
import type { Spacing } from '../model/article.ts';
import type { BlockWriter, Construct, ElementRule, Shape } from './construct.ts';
import { attribute, element, isElement, isSpace, text } from './element.ts';
import { emptyParagraph, spaced } from './spacing.ts';
import { isTable } from './table.ts';

/** Blocks of one item, before they are spaced. */
type Item = readonly Element[];

interface ListForm {
  readonly tagName: 'ul' | 'ol';
  readonly spacing: Spacing;
}

/** Lists of both kinds, nested, with several blocks in an item. */
const list: ElementRule = (node, shape) => {
  const isOrdered = node.tagName === 'ol';
  const items = itemsOf(node, shape.aligned(null).inside('item'));
  if (items.length === 0) return [];
  const { spacing } = shape;
  return isOrdered
    ? cut(items, { tagName: 'ol', spacing }, startOf(node, shape))
    : cut(items, { tagName: 'ul', spacing });
};

function itemsOf(node: Element, shape: Shape): Item[] {
  const items: Item[] = [];
  for (const child of node.children) {
    if (isSpace(child)) continue;
    const blocks = shape.blocks(isElement(child, 'li') ? child.children : [child]);
    const last = items.length - 1;
    if (isElement(child, 'ul', 'ol') && last >= 0) items[last] = [...(items[last] ?? []), ...blocks];
    else items.push(blocks);
  }
  return items;
}

/** The first number; Intercom's numbered lists all start at 1. */
function startOf(node: Element, shape: Shape): number {
  const written = attribute(node, 'start');
  const start = /^-?\d+$/.test(written) ? Number(written) : 1;
  if (start !== 1) shape.report('list-numbering', { from: written }, node.position);
  for (const lost of ['type', 'reversed']) {
    if (attribute(node, lost) !== '') shape.report('style-lost', { element: 'ol', lost }, node.position);
  }
  return start;
}

/**
 * Makes the list, cut where an item holds a table, which Intercom refuses in lists. Numbers that an `ol` would
 * not show are written as text, the way writers do it in Intercom.
 */
function cut(items: readonly Item[], { tagName, spacing }: ListForm, start = 1): Element[] {
  const out: Element[] = [];
  let whole: Element[] = [];
  const endList = (): void => {
    if (whole.length > 0) out.push(element(tagName, {}, whole));
    whole = [];
  };
  const isText = tagName === 'ol' && isCutStepper(items);
  for (const [index, blocks] of items.entries()) {
    const isNumbered = tagName === 'ol' && (isText || start !== 1 || out.length > 0);
    const table = blocks.findIndex(holdsTable);
    if (isNumbered) out.push(...numbered(blocks, start + index));
    else whole.push(item(table < 0 ? blocks : blocks.slice(0, table), spacing));
    if (table < 0 || isNumbered) continue;
    endList();
    out.push(...blocks.slice(table));
  }
  endList();
  return out;
}

/** Whether steps with titles of their own would be a list up to one with a table, and text from there on. */
function isCutStepper(items: readonly Item[]): boolean {
  const hasTitle = ([first]: Item): boolean =>
    isElement(first, 'p') && first.children.every((one) => isElement(one, 'b'));
  return items.slice(0, -1).some((blocks) => blocks.some(holdsTable)) && items.every(hasTitle);
}

/** Whether a block is a table, or one is in it, as in a section. */
function holdsTable(block: Element): boolean {
  return isTable(block) || block.children.some((child) => isElement(child) && holdsTable(child));
}

function item(blocks: readonly Element[], spacing: Spacing): Element {
  return element('li', {}, blocks.length === 0 ? [emptyParagraph()] : spaced(blocks, 'item', spacing));
}

function numbered(blocks: readonly Element[], number: number): Element[] {
  const [first, ...rest] = blocks;
  if (first?.tagName === 'p' && first.data === undefined) {
    return [{ ...first, children: [text(`${number}. `), ...first.children] }, ...rest];
  }
  return [{ ...emptyParagraph(), children: [text(`${number}.`)] }, ...blocks];
}

/**
 * Makes the element of a Markdown item. Whether a list is loose does not matter in Intercom, and finding it out for
 * each item takes time that grows with the square of their number.
 */
export function listItem(state: State, node: ListItem): Element {
  const children = state.all(node);
  if (typeof node.checked === 'boolean') {
    const box = element('input', { type: 'checkbox', checked: node.checked, disabled: true });
    const first = children.find((child) => isElement(child, 'p'));
    if (isElement(first, 'p')) first.children.unshift(box, text(' '));
    else children.unshift(box);
  }
  const item = element('li', {}, children);
  state.patch(node, item);
  return item;
}

const write: BlockWriter = ([block], writing) => {
  const contents = block.childNodes.filter(isHtmlElement).map((item) => writing.flow(item.childNodes, 'item'));
  if (contents.length === 0) return [];
  const isLoose = !contents.every(isTight);
  const children = contents.map((content): ListItem => {
    return { type: 'listItem', spread: !isTight(content), children: content as ListItem['children'] };
  });
  const isOrdered = block.tagName === 'ol';
  return [{ type: 'list', ordered: isOrdered, ...(isOrdered ? { start: 1 } : {}), spread: isLoose, children }];
};

/** Whether an item needs no empty lines: a line of text, a tight list, or one below the other. */
function isTight(content: readonly RootContent[]): boolean {
  const list = content.at(-1);
  const isTightList = list?.type === 'list' && list.spread !== true;
  if (content.length === 1) return list?.type === 'paragraph' || list?.type === 'heading' || isTightList;
  return content.length === 2 && isText(content[0]) && isTightList;
}

/** A line that is no `<br>`, which would take the lines below it for HTML. */
function isText(node: RootContent | undefined): boolean {
  const [line] = node?.type === 'paragraph' ? node.children : [];
  return line?.type === 'html' && !line.value.startsWith('<br>');
}

export const lists: Construct = {
  name: 'list',
  toHtml: {
    elements: { ul: list, ol: list, menu: list, dir: list, li: (node, shape) => shape.blocks(node.children) },
  },
  toMarkdown: { ul: write, ol: write },
};
