import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as it arrived. */
export interface Seen {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  /** Parsed JSON, or undefined. */
  readonly body: unknown;
}

export type Handler = (seen: Seen, reply: ServerResponse, request: IncomingMessage) => void | Promise<void>;

export interface TinyServer {
  readonly url: string;
  readonly seen: Seen[];
  readonly server: Server;
  close(): Promise<void>;
}

/** A server on loopback that does what a test tells it. */
export async function tinyServer(handler: Handler): Promise<TinyServer> {
  const seen: Seen[] = [];
  const server = createServer((request, reply) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      const text = Buffer.concat(pieces).toString();
      const { method = '', url = '', headers } = request;
      const one = { method, path: url, headers, body: text === '' ? undefined : (JSON.parse(text) as unknown) };
      seen.push(one);
      void handler(one, reply, request);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    seen,
    server,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Answers with JSON, as Intercom does. */
export function json(reply: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void {
  reply.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  reply.end(JSON.stringify(body));
}

/** Intercom's usual error envelope. */
export function errorList(code: string, message: string, field?: string) {
  const error = field === undefined ? { code, message } : { code, message, field };
  return { type: 'error.list', request_id: 'body-request-id', errors: [error] };
}
