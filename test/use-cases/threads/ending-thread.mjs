// A thread that ends in the middle of its work, as it does when it is out of memory.
import { parentPort, workerData } from 'node:worker_threads';

parentPort.on('message', (told) => {
  // What comes first says only what the sources are compiled with.
  if (!Array.isArray(told)) return;
  const index = told.findIndex(({ path }) => path === 'b.md');
  Atomics.store(new Int32Array(workerData.at), 0, Math.max(0, index));
  if (index >= 0) process.exit(7);
  parentPort.postMessage([]);
});
