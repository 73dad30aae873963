import type { ElementContent } from 'hast';
import type { Construct, ElementRule } from './construct.ts';
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

export const code: Construct = {
  name: 'code',
  toHtml: { elements: { pre: block, code: inline, kbd: inline, samp: inline, tt: inline } },
};
