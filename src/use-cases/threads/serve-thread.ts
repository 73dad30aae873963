import { parentPort, workerData } from 'node:worker_threads';
import { rememberingUnits } from '../../compile/remembered-unit.ts';
import { createMemo } from '../../model/memo.ts';
import { oneByOne } from './one-by-one.ts';
import type { Share, ThreadData, ThreadStart } from './share.ts';

/** Compiles what the main thread sends, and answers with what is to be remembered of it. Returns when it is told to. */
export function serveThread(): void {
  const place = new Int32Array((workerData as ThreadData).at);
  let begun = 0;
  const serving = ({ repository, settings, maker }: ThreadStart) => {
    const memo = createMemo(maker);
    const { made } = rememberingUnits(repository, settings, memo);
    return async (share: Share): Promise<void> => {
      await oneByOne(share, (source) => {
        Atomics.store(place, 0, begun);
        begun += 1;
        made(source);
      });
      parentPort?.postMessage(memo.taken());
    };
  };
  let serve: ((share: Share) => Promise<void>) | null = null;
  let earlier = Promise.resolve();
  parentPort?.on('message', (told: ThreadStart | Share) => {
    if ('is' in told) serve = serving(told);
    else earlier = earlier.then(() => serve?.(told));
  });
}
