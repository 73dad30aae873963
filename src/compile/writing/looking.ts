import type { Element, ElementContent } from 'hast';
import type { Position } from 'unist';
import type { Report } from '../../dialect/construct.ts';
import type { WritingRules } from './asked.ts';

/** What looking may use. */
export interface Looking {
  readonly rules: WritingRules;
  readonly report: Report;
  /** The source's text at a position, as it was written. */
  readonly written: (at: Position | undefined) => string;
  /** Whether the source, or a snippet in it, has something like this. */
  readonly matches: (pattern: RegExp) => boolean;
}

/** What is around a node. */
export interface Around {
  /** Of the node, or of the nearest one around it that has one. */
  readonly at: Position | undefined;
  /** Of the node itself. */
  readonly own: Position | undefined;
  /** Elements around it, the outermost first. */
  readonly within: readonly Element[];
}

/** Looks at each node of a body, in order. */
export type Look = (node: ElementContent, around: Around) => void;
