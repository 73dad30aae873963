import type { Becomes } from './flavour.ts';
import type { Line } from './lines.ts';

/** A block with its content, and the line after it. */
export interface Taken {
  readonly becomes: Becomes;
  readonly content: readonly Line[];
  readonly next: number;
  /** What stands behind the end on its line. */
  readonly rest?: Line;
}
