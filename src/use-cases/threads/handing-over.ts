import { keyOf, type Memo } from '../../model/memo.ts';
import type { ToRemember } from './share.ts';

/** A memo that remembers nothing itself: what is kept in it is for somebody else. */
export interface HandingOver extends Memo {
  /** What was kept since this was last asked. */
  taken(): readonly ToRemember[];
}

/** @param maker see `Memo` */
export function handingOver(maker: string): HandingOver {
  let since: ToRemember[] = [];
  return {
    maker,
    key: (...parts) => keyOf(maker, parts),
    recall: () => null,
    keep: (key, facts, text = '') => void since.push({ key, facts, text }),
    taken() {
      const entries = since;
      since = [];
      return entries;
    },
  };
}
