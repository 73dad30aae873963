// A thread that tells of each text where its fingerprint was made, and ends where the title says so.
import { parentPort } from 'node:worker_threads';

parentPort.on('message', ({ texts }) => {
  if (texts.some(({ title }) => title === 'Ends the thread')) process.exit(7);
  parentPort.postMessage(texts.map(({ title }) => `sha256-of ${title} in a thread`));
});
