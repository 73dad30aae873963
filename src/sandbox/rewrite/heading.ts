import type { Element, ElementContent } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { alignOf } from './align.ts';
import { blocks, type Construct, type Context } from './context.ts';
import { attribute, element, isElement } from './node.ts';

/**
 * Rewrites a heading: its markup is stripped to text (Intercom's own editor keeps it), its id follows
 * `headingIds`. Its level is settled later, when all headings of the body are known.
 */
export const headingConstruct: Construct = (node, walk) => {
  const pieces = walk.pieces(node.children);
  const inner = pieces.flatMap((piece) => (piece.kind === 'inline' ? [piece.node] : []));
  const lifted = pieces.flatMap((piece) => (piece.kind === 'block' ? [piece.node] : []));
  const children = walk.context.origin === 'editor' ? inner : sentInHeading(inner, walk.context.quirks);
  const align = alignOf(node);
  const properties = {
    id: idOf(attribute(node, 'id'), walk.context),
    className: align === undefined ? undefined : [align],
  };
  return [...blocks(element(node.tagName, properties, children)), ...blocks(...lifted)];
};

/** What is kept of the content of a heading that was sent: its text, and what the switches keep around it. */
function sentInHeading(nodes: readonly ElementContent[], quirks: Context['quirks']): ElementContent[] {
  const text = textOf({ type: 'root', children: [...nodes] });
  if (quirks.headingMarkup === 'stripped' && quirks.headingLinks === 'stripped') {
    return text === '' ? [] : [{ type: 'text', value: text }];
  }
  return nodes.flatMap((node): ElementContent[] => {
    if (!isElement(node)) return node.type === 'text' ? [node] : [];
    const isKept = quirks[node.tagName === 'a' ? 'headingLinks' : 'headingMarkup'] === 'kept';
    const children = sentInHeading(node.children, quirks);
    return isKept ? [{ ...node, children }] : children;
  });
}

function idOf(sent: string | undefined, { quirks, headingDigits }: Context): string {
  const keeps =
    quirks.headingIds === 'kept' || (quirks.headingIds === 'replaced' && /^h_[0-9a-f]{10}$/.test(sent ?? ''));
  return keeps && sent !== undefined && sent !== '' ? sent : `h_${headingDigits()}`;
}

/**
 * Settles the levels of all headings of a body, in place. `shifted`: all move up until the shallowest is h1,
 * and h5 and h6 become the first levels that the body does not use, h4 at most. `flattened`: h3 to h6 become h2.
 *
 * @param headings every heading of the outline
 */
export function settleLevels(headings: readonly Element[], rule: Context['quirks']['headingLevels']): void {
  const levels = headings.map((heading) => Number(heading.tagName.slice(1)));
  const kept = new Map<number, number>();
  const shift = Math.min(...levels) - 1;
  let deepest = 0;
  for (const level of [...new Set(levels)].sort((a, b) => a - b)) {
    const shifted = level - shift;
    deepest = shifted <= 4 ? shifted : Math.min(4, deepest + 1);
    kept.set(level, rule === 'shifted' ? deepest : Math.min(2, level));
  }
  for (const [index, heading] of headings.entries()) heading.tagName = `h${kept.get(levels[index] ?? 1) ?? 1}`;
}
