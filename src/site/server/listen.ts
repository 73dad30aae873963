import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { type AppInput, previewApp } from './app.ts';

/** A running preview. */
export interface PreviewServer {
  /** `http://127.0.0.1:PORT/` */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Serves a site on 127.0.0.1, and nowhere else.
 *
 * @param port 0: any that is free
 * @throws the system's `EADDRINUSE` for a port that is taken
 */
export async function servePreview(input: Omit<AppInput, 'port'>, port: number): Promise<PreviewServer> {
  let listening = port;
  const app = previewApp({ ...input, port: () => listening });
  const server = createAdaptorServer({ fetch: app.fetch, overrideGlobalObjects: false }) as Server;
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  listening = (server.address() as AddressInfo).port;
  return {
    url: `http://127.0.0.1:${listening}/`,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}
