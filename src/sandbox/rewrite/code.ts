import type { Element, ElementContent } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { blocks, type Construct } from './context.ts';
import { carriedIn, element, isElement } from './node.ts';

/**
 * Rewrites `pre` to `pre > code` of text and line breaks. Newlines are deleted and the lines run together,
 * languages and highlighting are lost: only `<br>` breaks a line.
 */
export const codeBlock: Construct = (node, { context }) => {
  const code = node.children.find((child) => isElement(child, 'code'));
  const language = context.origin === 'markdown' && isElement(code) ? carriedIn(code) : null;
  return blocks(element('pre', {}, [element('code', { ...language }, linesOf(node))]));
};

function linesOf(node: Element): ElementContent[] {
  return node.children.flatMap((child): ElementContent[] => {
    if (isElement(child, 'br')) return [element('br', {}, [])];
    if (isElement(child)) return linesOf(child);
    const value = textOf(child).replace(/[\r\n]+/g, '');
    return value === '' ? [] : [{ type: 'text', value }];
  });
}
