import type { Element, ElementContent } from 'hast';
import type { Quirks } from '../../model/quirks.ts';

/** What the rewriting of one body may look at. */
export interface Context {
  readonly quirks: Quirks;
  /**
   * Through the API, or typed into Intercom's editor: the editor keeps markup in headings. Markdown through the API may
   * hold what HTML cannot show.
   */
  readonly origin: 'api' | 'editor' | 'markdown';
  /** Ten hexadecimal digits, new at each call. */
  readonly headingDigits: () => string;
}

/** A piece of a body on its way to blocks: part of a line of text, or a block that stands for itself. */
export type Rewritten =
  | { readonly kind: 'inline'; readonly node: ElementContent }
  | { readonly kind: 'block'; readonly node: Element };

/** Rewrites the children of an element; handed to the constructs so that they need not import each other. */
export interface Walk {
  /** Text and inline elements, and whatever blocks stand among them. */
  pieces(nodes: readonly ElementContent[]): Rewritten[];
  /**
   * Blocks only; loose text becomes paragraphs.
   *
   * @param blanks what white space between blocks becomes: nothing, or an empty paragraph
   */
  blocks(nodes: readonly ElementContent[], blanks: 'dropped' | 'paragraphs'): Element[];
  readonly context: Context;
}

/** Rewrites one kind of element. */
export type Construct = (node: Element, walk: Walk) => Rewritten[];

/** Wraps a node as a piece of a line. */
export function inline(node: ElementContent): Rewritten {
  return { kind: 'inline', node };
}

/** Wraps nodes as blocks. */
export function blocks(...nodes: readonly Element[]): Rewritten[] {
  return nodes.map((node) => ({ kind: 'block', node }));
}
