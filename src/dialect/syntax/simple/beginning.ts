import type { Values } from '../../../model/variables.ts';
import type { Lines } from './lines.ts';

/** A block, and the number of the line behind it. */
export interface Read<Node> {
  readonly node: Node;
  readonly next: number;
}

/** The values of `{{name}}`, and names that were found so far. */
export interface Variables {
  readonly values: Values;
  readonly names: string[];
}

/** Where a block begins. */
export interface Beginning {
  readonly lines: Lines;
  readonly variables: Variables;
  readonly line: number;
  /** Spaces in front of each of its lines. In the first line of a list's item the marker is among them. */
  readonly indent: number;
  /** Lists and quotes around it. */
  readonly depth: number;
}
