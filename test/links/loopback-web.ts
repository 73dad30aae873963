import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildConnector } from 'undici';
import { onTestFinished } from 'vitest';
import type { WebParts } from '../../src/links/web.ts';

/** A pretended web: every name leads to a public address, and every public address to a server on this machine. */
export interface LoopbackWeb {
  readonly parts: WebParts;
  /** `GET host/path`, in order. */
  readonly requests: readonly string[];
  readonly userAgents: readonly string[];
  /** Addresses that were connected to. */
  readonly connected: readonly string[];
}

/** What a pretended web does. */
export interface LoopbackOptions {
  /** Answers a request; the default is 200. */
  readonly answer?: (request: IncomingMessage, response: ServerResponse) => void;
  /** Addresses by name; a code is what the resolver rejects with. Others have one public address. */
  readonly names?: Readonly<Record<string, readonly string[] | string>>;
  /** Code that connecting to an address fails with. */
  readonly failing?: Readonly<Record<string, string>>;
}

/** An address that is public, and that no test reaches. */
export const publicAddress = '93.184.215.14';

/** Starts a pretended web for one test. */
export async function startWeb(options: LoopbackOptions = {}): Promise<LoopbackWeb> {
  const requests: string[] = [];
  const userAgents: string[] = [];
  const connected: string[] = [];
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.headers.host}${request.url}`);
    userAgents.push(request.headers['user-agent'] ?? '');
    if (options.answer === undefined) response.end();
    else options.answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const port = String((server.address() as AddressInfo).port);
  const connect = buildConnector({ timeout: 5_000 });
  const failed = (code: string): Error => Object.assign(new Error(code), { code });
  return {
    requests,
    userAgents,
    connected,
    parts: {
      resolve: (name) => {
        const known = options.names?.[name] ?? [publicAddress];
        return typeof known === 'string' ? Promise.reject(failed(known)) : Promise.resolve(known);
      },
      connect: (wanted, callback) => {
        connected.push(wanted.hostname);
        const code = options.failing?.[wanted.hostname];
        if (code !== undefined) callback(failed(code), null);
        // The certificate is not what these tests are about: https is spoken without one.
        else connect({ ...wanted, protocol: 'http:', hostname: '127.0.0.1', port }, callback);
      },
    },
  };
}
