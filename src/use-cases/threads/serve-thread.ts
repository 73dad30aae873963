import { parentPort, workerData } from 'node:worker_threads';
import { desiredFingerprint } from '../../body/fingerprint.ts';
import { rememberingUnits } from '../../compile/remembered-unit.ts';
import { handingOver } from './handing-over.ts';
import { oneByOne } from './one-by-one.ts';
import type { Share, ThreadData, ThreadStart, ToFingerprint } from './share.ts';

/**
 * Compiles what the main thread sends, and answers with what is to be remembered of it; of texts that are linked it tells the
 * fingerprints.
 */
export function serveThread(): void {
  const place = new Int32Array((workerData as ThreadData).at);
  let begun = 0;
  const serving = ({ repository, settings, maker }: ThreadStart) => {
    const memo = handingOver(maker);
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
  parentPort?.on('message', (told: ThreadStart | Share | ToFingerprint) => {
    if (!('is' in told)) earlier = earlier.then(() => serve?.(told));
    else if (told.is === 'texts') parentPort?.postMessage(told.texts.map(desiredFingerprint));
    else serve = serving(told);
  });
}
