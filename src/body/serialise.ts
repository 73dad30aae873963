import type { Element, ElementContent, Nodes, RootContent } from 'hast';
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
  const parts: string[] = [];
  const rest: (string | { readonly node: Nodes; readonly isCode: boolean })[] = [{ node: tree, isCode: false }];
  for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
    if (typeof next === 'string') {
      parts.push(next);
      continue;
    }
    const { node } = next;
    if (node.type === 'text' || (node.type as string) === 'raw')
      parts.push(printText((node as { value: string }).value));
    if (node.type !== 'root' && node.type !== 'element') continue;
    const isCode = next.isCode || (node.type === 'element' && node.tagName === 'pre');
    if (node.type === 'element') {
      parts.push(printTag(node));
      if (voidElements.has(node.tagName)) continue;
      rest.push(`</${node.tagName}>`);
    }
    const children = isCode ? codeChildren(node.children) : tidyChildren(node);
    for (const child of children.toReversed()) rest.push({ node: child, isCode });
  }
  return parts.join('');
}

function printText(value: string): string {
  return escapeText(value.replaceAll('\0', ''));
}

function printTag(node: Element): string {
  const attributes = Object.entries(node.properties ?? {}).map(([property, value]) => printAttribute(property, value));
  return `<${node.tagName}${attributes.join('')}>`;
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
function tidyChildren(parent: Extract<Nodes, { children: unknown }>): readonly RootContent[] {
  const hasEdges = parent.type === 'root' || blockNames.has(parent.tagName);
  const children = mergeText(parent.children.filter((child) => child.type !== 'comment' && child.type !== 'doctype'));
  return children.flatMap((child, index): readonly RootContent[] => {
    if (child.type !== 'text') return [child];
    const before = children[index - 1];
    const after = children[index + 1];
    let value = joinLines(child.value);
    if (before === undefined ? hasEdges : isBlock(before) || isBreak(before)) value = trimStart(value);
    if (after === undefined ? hasEdges : isBlock(after)) value = trimEnd(value);
    return value === '' ? [] : [{ type: 'text', value }];
  });
}

/** Neighbouring texts as one, as a parser would read them back. */
function mergeText(children: readonly RootContent[]): readonly RootContent[] {
  const merged: RootContent[] = [];
  for (const child of children) {
    const last = merged.at(-1);
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
