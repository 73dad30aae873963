import { parentPort, workerData } from 'node:worker_threads';
import { rememberingUnits } from '../../compile/remembered-unit.ts';
import { createMemo } from '../../model/memo.ts';
import { oneByOne } from './one-by-one.ts';
import type { Share, ThreadStart } from './share.ts';

/** Compiles what the main thread sends, and answers with what is to be remembered of it. Returns when it is told to. */
export function serveThread(): void {
  const { repository, settings, maker, at } = workerData as ThreadStart;
  const memo = createMemo(maker);
  const { made } = rememberingUnits(repository, settings, memo);
  const place = new Int32Array(at);
  let begun = 0;
  let earlier = Promise.resolve();
  const serve = async (share: Share): Promise<void> => {
    await oneByOne(share, (source) => {
      Atomics.store(place, 0, begun);
      begun += 1;
      made(source);
    });
    parentPort?.postMessage(memo.taken());
  };
  parentPort?.on('message', (share: Share) => {
    earlier = earlier.then(() => serve(share));
  });
}
