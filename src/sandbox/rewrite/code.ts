import type { Element, ElementContent } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import type { Quirks } from '../../model/quirks.ts';
import { blocks, type Construct } from './context.ts';
import { carriedIn, element, isElement } from './node.ts';

/**
 * Rewrites `pre` to `pre > code` of text and line breaks. Unless `codeNewlines` says otherwise newlines are deleted
 * and the lines run together; languages and highlighting are lost.
 */
export const codeBlock: Construct = (node, { context }) => {
  const code = node.children.find((child) => isElement(child, 'code'));
  const language = context.origin === 'markdown' && isElement(code) ? carriedIn(code) : null;
  return blocks(element('pre', {}, [element('code', { ...language }, linesOf(node, context.quirks.codeNewlines))]));
};

function linesOf(node: Element, newlines: Quirks['codeNewlines']): ElementContent[] {
  return node.children.flatMap((child): ElementContent[] => {
    if (isElement(child, 'br')) return [element('br', {}, [])];
    if (isElement(child)) return linesOf(child, newlines);
    return textLines(textOf(child), newlines);
  });
}

function textLines(text: string, newlines: Quirks['codeNewlines']): ElementContent[] {
  const lines = newlines === 'kept' ? [text] : text.split(/\r\n|[\r\n]/);
  return lines.flatMap((value, index): ElementContent[] => [
    ...(index > 0 && newlines === 'breaks' ? [element('br', {}, [])] : []),
    ...(value === '' ? [] : [{ type: 'text' as const, value }]),
  ]);
}
