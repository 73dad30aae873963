// A thread that ends in the middle of its work, as it does when it is out of memory.
import { parentPort, workerData } from 'node:worker_threads';

parentPort.on('message', (share) => {
  const index = share.findIndex(({ path }) => path === 'b.md');
  Atomics.store(new Int32Array(workerData.at), 0, Math.max(0, index));
  if (index >= 0) process.exit(7);
  parentPort.postMessage([]);
});
