import type { ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

/** Writes pieces for as long as anybody listens. */
export async function endlessly(reply: ServerResponse, piece: string, every = 0): Promise<void> {
  while (!reply.destroyed) {
    if (!reply.write(piece)) await Promise.race([new Promise((go) => reply.once('drain', go)), pause(20)]);
    await pause(every);
  }
}
