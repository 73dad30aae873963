import type { Element, ElementContent } from 'hast';
import { blocks, type Construct, inline, type Rewritten } from './context.ts';
import { element } from './node.ts';

/** `b`, `i` and `code`: kept without attributes; `strong` and `em` become `b` and `i`. */
export function formatting(tagName: 'b' | 'i' | 'code'): Construct {
  return (node, walk) => around(walk.pieces(node.children), (children) => element(tagName, {}, children));
}

/** Elements that Intercom does not know inside a line (`span`, `u`, `sub` …): their content stays, they go. */
export const unwrappedInline: Construct = (node, walk) => walk.pieces(node.children);

/** A line break. */
export const lineBreak: Construct = (_, { context }) => [
  inline(context.quirks.lineBreaks === 'kept' ? element('br', {}, []) : { type: 'text', value: ' ' }),
];

/**
 * Puts a wrapper around each run of inline pieces, and leaves blocks between them outside of it.
 *
 * @param wrap makes the wrapper for a run
 */
export function around(pieces: readonly Rewritten[], wrap: (children: ElementContent[]) => Element): Rewritten[] {
  if (pieces.every((piece) => piece.kind === 'inline')) return [inline(wrap(pieces.map((piece) => piece.node)))];
  const found: Rewritten[] = [];
  let run: ElementContent[] = [];
  const flush = (): void => {
    if (run.length > 0) found.push(inline(wrap(run)));
    run = [];
  };
  for (const piece of pieces) {
    if (piece.kind === 'inline') {
      run.push(piece.node);
    } else {
      flush();
      found.push(...blocks(piece.node));
    }
  }
  flush();
  return found;
}
