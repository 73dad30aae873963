import { canonicalWith } from '../../../body/canonical.ts';
import { parseBody } from '../../../body/parse.ts';
import { type BlockRow, blockRows } from './blocks.ts';
import { type BodyNode, bodyNodes } from './node.ts';

/** How addresses are compared. */
export interface Addresses {
  readonly link?: (href: string) => string;
  readonly image?: (source: string) => string;
}

/**
 * Two bodies in one, block by block, with the words that only one of them has in `<del>` and `<ins>`. What the canonical
 * form leaves out is left out, so bodies that show a reader the same have no mark. Without what is in `<del>` it is the
 * canonical form of the body after, without what is in `<ins>` that of the body before.
 *
 * @param before body of Intercom's vocabulary; `''` where there was none
 * @param addresses what stands for the addresses of links and images, so that both bodies speak of the same things
 * @returns in order; null for a body that is nested too deep to be read
 */
export function markedDiff(before: string, after: string, addresses: Addresses = {}): readonly BlockRow[] | null {
  const [blocksBefore, blocksAfter] = [read(before, addresses), read(after, addresses)];
  return blocksBefore === null || blocksAfter === null ? null : together(blockRows(blocksBefore, blocksAfter));
}

function read(html: string, addresses: Addresses): readonly BodyNode[] | null {
  const nodes = parseBody(html) === null ? null : parseBody(canonicalWith(html, addresses));
  return nodes === null ? null : bodyNodes(nodes);
}

/** Blocks of one kind in a row as one row, and what came in the place of something beside it. */
function together(rows: readonly BlockRow[]): readonly BlockRow[] {
  const result: BlockRow[] = [];
  let last: 'removed' | 'added' | null = null;
  for (const row of rows) {
    const before = result.at(-1);
    const is = row.is === 'removed' || row.is === 'added' ? row.is : null;
    const joins = is !== null && last !== null && !(last === 'added' && is === 'removed');
    if (joins && before !== undefined) {
      result[result.length - 1] = { is: before.is === is ? is : 'changed', nodes: [...before.nodes, ...row.nodes] };
    } else result.push(row);
    last = is;
  }
  return result;
}
