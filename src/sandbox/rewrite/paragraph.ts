import type { Element, ElementContent, Properties } from 'hast';
import { alignContainer, alignOf } from './align.ts';
import { blocks, type Construct, type Context, type Rewritten } from './context.ts';
import { carriedIn, element, isBlank } from './node.ts';

/** `<p class="no-margin">`, with the alignment class before it if there is one. */
export function paragraph(children: readonly ElementContent[], align?: string): Element {
  return element('p', { className: align === undefined ? ['no-margin'] : [align, 'no-margin'] }, children);
}

/** Rewrites `p`. Images, rules and other blocks inside it are lifted out, and what stands around them stays a paragraph. */
export const paragraphConstruct: Construct = (node, walk) => {
  if (walk.context.origin === 'markdown' && carriedIn(node) !== null) return blocks(node);
  const align = alignOf(node);
  const pieces = walk.pieces(node.children);
  if (pieces.every((piece) => piece.kind === 'inline')) {
    const whole = paragraph(
      pieces.map((piece) => piece.node),
      align,
    );
    return blocks({ ...whole, properties: { ...othersOf(node, walk.context), ...whole.properties } });
  }
  return blocks(...paragraphsOf(pieces, align).map((block) => alignContainer(block, align)));
};

function othersOf({ properties }: Element, { quirks }: Context): Properties {
  if (quirks.otherAttributes === 'dropped') return {};
  return Object.fromEntries(Object.entries(properties).filter(([name]) => ['title', 'lang', 'dir'].includes(name)));
}

/**
 * Groups a line into blocks: each run of inline pieces becomes a paragraph without the white space at its
 * ends. White space alone is an empty paragraph next to a block that was lifted out of the line, and nothing
 * where there is no such block.
 */
export function paragraphsOf(line: readonly Rewritten[], align?: string): Element[] {
  const found: Element[] = [];
  const split = line.some((piece) => piece.kind === 'block');
  let run: ElementContent[] = [];
  const endRun = (): void => {
    const trimmed = trimRun(run);
    if (trimmed.length > 0 || (split && run.length > 0)) found.push(paragraph(trimmed, align));
    run = [];
  };
  for (const piece of line) {
    if (piece.kind === 'inline') {
      run.push(piece.node);
    } else {
      endRun();
      found.push(piece.node);
    }
  }
  endRun();
  return found;
}

function trimRun(run: readonly ElementContent[]): ElementContent[] {
  const first = run.findIndex((node) => !isBlank(node));
  const last = run.findLastIndex((node) => !isBlank(node));
  if (first < 0) return [];
  return run.slice(first, last + 1).map((node, index, kept) => {
    if (node.type !== 'text') return node;
    let value = node.value;
    if (index === 0) value = value.replace(/^[ \t\r\n\f]+/, '');
    if (index === kept.length - 1) value = value.replace(/[ \t\r\n\f]+$/, '');
    return { ...node, value };
  });
}
