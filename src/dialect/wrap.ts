import type { Element, ElementContent } from 'hast';
import { classes, isBlock, isElement, isSpace } from './element.ts';

/** Puts an inline element around inline nodes. */
export type Wrapper = (children: readonly ElementContent[]) => Element;

/**
 * Wraps rewritten pieces in an inline element. Blocks cannot stand in one: it is put around the text inside
 * them instead, and around what stands between them.
 *
 * @param pieces inline nodes and blocks
 * @param wrapper makes the inline element
 * @param image what to do with an image; by default it is left alone
 */
export function wrap(pieces: readonly ElementContent[], wrapper: Wrapper, image?: Wrapper): ElementContent[] {
  const out: ElementContent[] = [];
  let run: ElementContent[] = [];
  const isFlat = !pieces.some(isBlock);
  const endRun = (): void => {
    // White space between blocks shows nothing; between words it is a space, bold or not.
    if (run.length === 0 || (!isFlat && run.every(isSpace))) out.push(...run);
    else out.push(wrapper(run));
    run = [];
  };
  for (const piece of pieces) {
    if (isBlock(piece)) {
      endRun();
      out.push(inside(piece, wrapper, image));
    } else run.push(piece);
  }
  endRun();
  return out;
}

function inside(block: Element, wrapper: Wrapper, image: Wrapper | undefined): Element {
  if (block.data?.blank || block.data?.tight || /^(h[1-6]|pre|hr)$/.test(block.tagName)) return block;
  const isParagraph = block.tagName === 'p';
  const [child] = block.children;
  if (classes(block).includes('intercom-container') && child !== undefined) {
    return image !== undefined && isElement(child, 'img') ? { ...block, children: [image([child])] } : block;
  }
  const children = isParagraph ? wrap(block.children, wrapper, image) : deeper(block.children, wrapper, image);
  return { ...block, children };
}

function deeper(children: readonly ElementContent[], wrapper: Wrapper, image: Wrapper | undefined): ElementContent[] {
  return children.map((child) => (child.type === 'element' ? inside(child, wrapper, image) : child));
}
