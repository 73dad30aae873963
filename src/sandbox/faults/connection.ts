import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { WireAnswer } from '../http/answer.ts';

/** Closes the connection without a word: the client reads its end. */
export function closeConnection(outgoing: ServerResponse): void {
  outgoing.socket?.destroy();
}

/** Resets the connection: the client gets an error from its system. */
export function resetConnection(outgoing: ServerResponse): void {
  outgoing.socket?.resetAndDestroy();
}

/**
 * Sends an answer that promises its whole length and breaks off.
 *
 * @param bytes how much of the body is sent; null for half of it
 */
export async function cutAnswer(outgoing: ServerResponse, answer: WireAnswer, bytes: number | null): Promise<void> {
  const body = Buffer.from(answer.body ?? '');
  const sent = body.subarray(0, bytes ?? Math.floor(body.length / 2));
  const headers = {
    ...answer.headers,
    'content-length': String(Math.max(body.length, sent.length + 1)),
  };
  outgoing.writeHead(answer.status, headers);
  outgoing.flushHeaders();
  if (sent.length > 0 && !outgoing.write(sent)) await once(outgoing, 'drain');
  // What was written has to be on its way before the socket goes.
  await new Promise((resolve) => setImmediate(resolve));
  outgoing.socket?.end();
  outgoing.socket?.destroySoon();
}

/** The page that a proxy in front of Intercom shows when nothing behind it answers. */
export function proxyPage(status: 502 | 503 | 504): WireAnswer {
  const title = { 502: '502 Bad Gateway', 503: '503 Service Temporarily Unavailable', 504: '504 Gateway Time-out' }[
    status
  ];
  const html = `<html>\n<head><title>${title}</title></head>\n<body>\n<center><h1>${title}</h1></center>\n</body>\n</html>\n`;
  return { status, headers: { 'content-type': 'text/html' }, body: html };
}
