import type { ElementContent } from 'hast';
import type { Code } from 'mdast';
import type {} from 'mdast-util-to-hast';
import { type HtmlNode, isHtmlElement, textOf } from '../body/parse.ts';
import type { BlockWriter, Construct, ElementRule } from './construct.ts';
import { element, isElement, text } from './element.ts';
import { wrap } from './wrap.ts';

/** Code inside a line. Keys and output of programs look like code, which is the nearest Intercom has. */
const inline: ElementRule = (node, shape) =>
  wrap(shape.pieces(node.children), (children) => element('code', {}, children));

/**
 * Blocks of code, fenced or indented. Intercom deletes newlines in them, so lines are joined by `<br>`; it has
 * no languages, so the language is left out.
 */
const block: ElementRule = (node, shape) => {
  const lines = codeText(node.children).replace(/\n$/, '').split('\n');
  if (lines.some((line) => line !== '')) shape.sees();
  const children = lines.flatMap((line, index): ElementContent[] => [
    ...(index > 0 ? [element('br', {})] : []),
    ...(line === '' ? [] : [text(line)]),
  ]);
  return [element('pre', {}, [element('code', {}, children)])];
};

function codeText(nodes: readonly ElementContent[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'text') return node.value.replace(/\r\n?/g, '\n');
      if (isElement(node, 'br')) return '\n';
      return node.type === 'element' ? codeText(node.children) : '';
    })
    .join('');
}

const write: BlockWriter = ([block]) => [{ type: 'code', value: storedText(block.childNodes) }];

/** Text of a block of code as Intercom has it. */
export function storedText(nodes: readonly HtmlNode[]): string {
  return nodes
    .map((node) => {
      if (!isHtmlElement(node)) return textOf(node) ?? '';
      return node.tagName === 'br' ? '\n' : storedText(node.childNodes);
    })
    .join('');
}

/** HTML's parser drops a newline that begins a block of code; a line break it does not. */
function keepFirstLine(node: Code): void {
  if (!node.value.startsWith('\n')) return;
  const hChildren = node.value.split('\n').flatMap((line) => [...(line === '' ? [] : [text(line)]), element('br', {})]);
  node.data = { ...node.data, hChildren };
}

export const code: Construct = {
  name: 'code',
  toHtml: {
    nodes: { code: keepFirstLine },
    elements: { pre: block, code: inline, kbd: inline, samp: inline, tt: inline },
  },
  toMarkdown: { pre: write },
};

/** Code inside a line, in Markdown: between more backticks than stand in a row in it. */
export function inlineCode(value: string): string {
  const runs = new Set(Array.from(value.matchAll(/`+/g), ([run]) => run.length));
  let length = 1;
  while (runs.has(length)) length += 1;
  const fence = '`'.repeat(length);
  const isPadded = /^`|`$/.test(value) || /^ .*[^ ].* $/.test(value);
  return isPadded ? `${fence} ${value} ${fence}` : fence + value + fence;
}
