import { createMemo } from '../../src/cache/run-memo.ts';
import type { Memo } from '../../src/model/memo.ts';

/** A memo that tells what was kept in it since it was last asked. */
export function tellingMemo(maker: string): Memo & { taken(): readonly { key: string; facts: unknown }[] } {
  const memo = createMemo(maker);
  let since: { key: string; facts: unknown }[] = [];
  return {
    ...memo,
    keep(key, facts, text) {
      since.push({ key, facts });
      memo.keep(key, facts, text);
    },
    taken() {
      const entries = since;
      since = [];
      return entries;
    },
  };
}
