import type { Element, ElementContent } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { type CalloutColor, colorOfLabel } from '../model/callout-kinds.ts';

/**
 * The colour that a quote's first words ask for: `> **Note:** Text`, `> **Warning**` on a line of its own. Before there
 * were alerts everybody wrote them so.
 *
 * @returns null for a quote that only quotes
 */
export function colorOfQuote(quote: Element): CalloutColor | null {
  const first = quote.children.find(({ type }) => type === 'element');
  if (first?.type !== 'element' || first.tagName !== 'p') return null;
  const [label, after] = first.children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
  if (label?.type !== 'element' || !['strong', 'em', 'b', 'i'].includes(label.tagName)) return null;
  const [, word = '', colon] = /^\s*([A-Za-z]+)\s*(:?)\s*$/.exec(textOf(label)) ?? [];
  const color = colorOfLabel(word);
  return colon === ':' || isEnd(after, first) ? color : null;
}

/** Whether a label without a colon is one all the same: nothing is behind it, a colon, or the next line. */
function isEnd(after: ElementContent | undefined, { children }: Element): boolean {
  if (after === undefined) return true;
  if (after.type === 'element') return after.tagName === 'br';
  const before = children[children.indexOf(after) - 1];
  return after.type === 'text' && before?.type === 'element' && /^\s*:|^[ \t]*\n/.test(after.value);
}
