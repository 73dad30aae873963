import type { ElementContent } from 'hast';
import type { Report } from './finding.ts';

/** What holds for a whole tree. */
export interface Course {
  readonly report: Report;
  /** Symbolic addresses that we made ourselves. */
  readonly made: ReadonlySet<string>;
  /** Cleans nodes that stand somewhere. */
  readonly clean: (nodes: readonly ElementContent[], spot: Spot) => ElementContent[];
}

/** Where nodes stand. */
export interface Spot {
  readonly course: Course;
  readonly depth: number;
  /** In a paragraph, heading or code block, where no block may be. */
  readonly inText: boolean;
  readonly inLink: boolean;
  /** In a list item or a table, where Intercom refuses a table. */
  readonly refusesTable: boolean;
}
