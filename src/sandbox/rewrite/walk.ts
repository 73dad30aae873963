import type { Element, ElementContent } from 'hast';
import { constructFor, isLineElement } from './constructs.ts';
import { type Context, inline, type Rewritten, type Walk } from './context.ts';
import { isBlank } from './node.ts';
import { paragraph, paragraphsOf } from './paragraph.ts';

/** Makes the walk that rewrites a tree from the top down, one construct an element. */
export function walkWith(context: Context): Walk {
  const walk: Walk = {
    context,
    pieces: (nodes) => nodes.flatMap((node) => piecesOf(node, walk)),
    blocks: (nodes, blanks) => blocksOf(nodes, blanks, walk),
  };
  return walk;
}

function piecesOf(node: ElementContent, walk: Walk): Rewritten[] {
  if (node.type === 'element') return constructFor(node.tagName)(node, walk);
  // A newline in a line of text is a space; comments are dropped.
  return node.type === 'text' ? [inline({ type: 'text', value: node.value.replace(/\r\n|\r|\n/g, ' ') })] : [];
}

/**
 * Loose lines between blocks become paragraphs. A line begins with its first text or inline element and ends
 * at the next block element, so white space after a loose image belongs to the image's line, and stays as an
 * empty paragraph when the image is lifted out; white space between blocks belongs to no line.
 */
function blocksOf(nodes: readonly ElementContent[], blanks: 'dropped' | 'paragraphs', walk: Walk): Element[] {
  const found: Element[] = [];
  let line: Rewritten[] = [];
  const endLine = (): void => {
    found.push(...paragraphsOf(line));
    line = [];
  };
  for (const node of nodes) {
    if (line.length === 0 && isBlank(node)) {
      if (blanks === 'paragraphs') found.push(paragraph([]));
    } else if (node.type !== 'element' || isLineElement(node.tagName)) {
      line.push(...piecesOf(node, walk));
    } else {
      endLine();
      found.push(
        ...piecesOf(node, walk).map((piece) => (piece.kind === 'block' ? piece.node : paragraph([piece.node]))),
      );
    }
  }
  endLine();
  return found;
}
