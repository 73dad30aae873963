import type { Element, ElementContent, Nodes, Root, RootContent, Text } from 'hast';
import { escapeText, escapeValue } from './escape.ts';
import { attributeNames } from './property.ts';
import { joinLines, trimEnd, trimStart } from './white-space.ts';

const voidElements = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));
/** Elements that start on a line of their own, so that white space beside them or at their edges does not show. */
const blockNames = new Set(
  'p h1 h2 h3 h4 h5 h6 ul ol li pre hr div table caption thead tbody tfoot tr td th details summary blockquote'.split(
    ' ',
  ),
);

/**
 * Prints a tree in the one stable spelling that bodies have: one line, nothing between blocks; `&amp; &lt; &gt;` and
 * nothing else escaped in text; attributes in the order they are given in, double-quoted, with `&quot; &lt; &gt;`
 * escaped too, so that every `<` and `>` is a tag's; a newline in `pre` as `<br>`. Comments are left out, and
 * markup that was not parsed (`raw`) is text.
 *
 * @param tree root or element; any depth
 */
export function serialise(tree: Nodes): string {
  let html = '';
  const open: Open[] = [{ children: [tree], next: 0, close: '', isCode: false }];
  for (let within = open.at(-1); within !== undefined; within = open.at(-1)) {
    const node = within.children[within.next];
    within.next += 1;
    if (node === undefined) {
      html += within.close;
      open.pop();
    } else if (node.type === 'element') {
      html += printTag(node);
      if (!voidElements.has(node.tagName)) open.push(opened(node, `</${node.tagName}>`, within.isCode));
    } else if (node.type === 'root') open.push(opened(node, '', within.isCode));
    else if (node.type === 'text' || (node.type as string) === 'raw') html += printText((node as Text).value);
  }
  return html;
}

/** What is being printed. */
interface Open {
  readonly children: readonly Nodes[];
  next: number;
  readonly close: string;
  readonly isCode: boolean;
}

function opened(node: Root | Element, close: string, isInCode: boolean): Open {
  const isCode = isInCode || (node.type === 'element' && node.tagName === 'pre');
  return { children: isCode ? codeChildren(node.children) : tidyChildren(node), next: 0, close, isCode };
}

function printText(value: string): string {
  return escapeText(value.includes('\0') ? value.replaceAll('\0', '') : value);
}

function printTag(node: Element): string {
  let attributes = '';
  for (const [property, value] of Object.entries(node.properties ?? {})) attributes += printAttribute(property, value);
  return `<${node.tagName}${attributes}>`;
}

function printAttribute(property: string, value: Element['properties'][string]): string {
  if (value === null || value === undefined || value === false || Number.isNaN(value)) return '';
  const info = attributeNames(property);
  if (value === true) return ` ${info.attribute}`;
  const text = Array.isArray(value) ? value.join(info.commaSeparated ? ', ' : ' ') : String(value);
  return ` ${info.attribute}="${escapeValue(text.replace(/\r\n?/g, '\n').replaceAll('\0', ''))}"`;
}

/** Newlines in code as line breaks. */
function codeChildren(children: readonly RootContent[]): readonly RootContent[] {
  return children.flatMap((child) => {
    if (child.type !== 'text' || !/[\r\n]/.test(child.value)) return [child];
    return child.value
      .split(/\r\n?|\n/)
      .flatMap((line, index): ElementContent[] => [
        ...(index === 0 ? [] : [{ type: 'element' as const, tagName: 'br', properties: {}, children: [] }]),
        { type: 'text', value: line },
      ]);
  });
}

/** Children without white space that does not show: beside blocks, at the edges of blocks, and after line breaks. */
function tidyChildren(parent: Root | Element): readonly RootContent[] {
  const hasEdges = parent.type === 'root' || blockNames.has(parent.tagName);
  const children = mergeText(parent.children);
  const tidy: RootContent[] = [];
  for (const [index, child] of children.entries()) {
    if (child.type !== 'text') {
      tidy.push(child);
      continue;
    }
    const before = children[index - 1];
    const after = children[index + 1];
    let value = joinLines(child.value);
    if (before === undefined ? hasEdges : isBlock(before) || isBreak(before)) value = trimStart(value);
    if (after === undefined ? hasEdges : isBlock(after)) value = trimEnd(value);
    if (value !== '') tidy.push({ type: 'text', value });
  }
  return tidy;
}

/** Neighbouring texts as one, as a parser would read them back; comments are left out. */
function mergeText(children: readonly RootContent[]): readonly RootContent[] {
  const merged: RootContent[] = [];
  for (const child of children) {
    const last = merged.at(-1);
    if (child.type === 'comment' || child.type === 'doctype') continue;
    if (child.type !== 'text' || last?.type !== 'text') merged.push(child);
    else merged[merged.length - 1] = { type: 'text', value: last.value + child.value };
  }
  return merged;
}

function isBlock(node: RootContent): boolean {
  return node.type === 'element' && blockNames.has(node.tagName);
}

function isBreak(node: RootContent): boolean {
  return node.type === 'element' && node.tagName === 'br';
}
