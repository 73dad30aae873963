import type { Lines } from './lines.ts';

/** A block, and the number of the line behind it. */
export interface Read<Node> {
  readonly node: Node;
  readonly next: number;
}

/** Where a block begins. */
export interface Beginning {
  readonly lines: Lines;
  readonly line: number;
  /** Spaces in front of each of its lines. In the first line of a list's item the marker is among them. */
  readonly indent: number;
  /** Lists around it. */
  readonly depth: number;
}
