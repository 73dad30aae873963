import type { RootContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { unprocessable } from '../http/api-error.ts';

/** A block of a snippet's text: what kind of it, and its text, which is HTML. */
export type Block = Readonly<Record<string, unknown>>;

/** Kinds of blocks with a text, and the element that each is. The description shows paragraphs, and no other. */
const textKinds: Readonly<Record<string, string>> = { paragraph: 'p', heading: 'h1', subheading: 'h2', code: 'pre' };
const listKinds: Readonly<Record<string, string>> = { unorderedList: 'ul', orderedList: 'ol' };
const elements = Object.entries({ ...textKinds, ...listKinds }).map(([kind, name]) => [name, kind] as const);
const kindOf: ReadonlyMap<string, string> = new Map(elements);

/**
 * The HTML that blocks stand for.
 *
 * @throws ApiError 422 for a block that nothing is known of
 */
export function htmlOfBlocks(blocks: readonly Block[]): string {
  return blocks.map(htmlOf).join('');
}

function htmlOf(block: Block): string {
  const type = String(block['type']);
  const { text, items } = block;
  const name = textKinds[type];
  if (name !== undefined && typeof text === 'string') {
    return name === 'pre' ? `<pre><code>${text.replaceAll('\n', '<br>')}</code></pre>` : `<${name}>${text}</${name}>`;
  }
  const list = listKinds[type];
  if (list !== undefined && Array.isArray(items) && items.every((item) => typeof item === 'string')) {
    return `<${list}>${items.map((item) => `<li>${item}</li>`).join('')}</${list}>`;
  }
  throw unprocessable(`json_blocks is invalid: the sandbox knows no block like ${JSON.stringify(block).slice(0, 80)}`);
}

/** The blocks of a body as it is stored. What no block is known for is a paragraph. */
export function blocksOfHtml(html: string): Block[] {
  return fromHtml(html, { fragment: true }).children.flatMap((node): Block[] => {
    if (node.type !== 'element') return [];
    const type = kindOf.get(node.tagName) ?? (/^h\d$/.test(node.tagName) ? 'subheading' : 'paragraph');
    if (type in listKinds) return [{ type, items: node.children.map(inner) }];
    const isKnown = kindOf.has(node.tagName) || type === 'subheading';
    const text = isKnown ? inner(node) : toHtml(node);
    return text === '' ? [] : [{ type, text }];
  });
}

/** What is in an element, without the paragraph or the code that it may consist of. */
function inner(node: RootContent): string {
  if (node.type !== 'element') return toHtml(node);
  const [only, ...more] = node.children;
  const isWrapped = more.length === 0 && only?.type === 'element' && ['p', 'code'].includes(only.tagName);
  return toHtml((isWrapped && ['li', 'pre'].includes(node.tagName) ? only : node).children);
}
