import { createServer, type IncomingMessage } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import type { Duplex } from 'node:stream';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createReader } from '../../src/intercom/index.ts';
import { hurriedOptions, secret } from './test-options.ts';
import { json, type TinyServer, tinyServer } from './tiny-server.ts';

interface Proxy {
  readonly host: string;
  readonly asked: { readonly target: string; readonly authorization: string | undefined }[];
  readonly heard: string[];
  answer: string;
  close(): Promise<void>;
}

/** A proxy that opens a tunnel to wherever, or refuses to. */
async function startProxy(upstream: () => number): Promise<Proxy> {
  const server = createServer((_request, reply) => reply.writeHead(400).end());
  const proxy = { asked: [], heard: [], answer: '200 Connection established' } as unknown as Proxy;
  server.on('connect', (request: IncomingMessage, socket: Duplex) => {
    proxy.asked.push({ target: request.url ?? '', authorization: request.headers['proxy-authorization'] });
    socket.on('error', () => undefined);
    socket.write(`HTTP/1.1 ${proxy.answer}\r\n\r\n`);
    if (!proxy.answer.startsWith('200')) return socket.end();
    const on = connect(upstream(), '127.0.0.1');
    on.on('error', () => socket.destroy());
    socket.on('data', (piece: Buffer) => proxy.heard.push(piece.toString('latin1')));
    socket.pipe(on).pipe(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return Object.assign(proxy, { host: `127.0.0.1:${(server.address() as AddressInfo).port}`, close });
}

let proxy: Proxy;
let upstream: TinyServer;
beforeEach(async () => {
  upstream = await tinyServer((_seen, reply) => json(reply, 200, { id: '5' }));
  proxy = await startProxy(() => Number(new URL(upstream.url).port));
});
afterEach(async () => {
  await proxy.close();
  await upstream.close();
});

const limits = { attempts: 2, headersMs: 500, connectMs: 500 };
const ask = (baseUrl: string, env: Record<string, string>) =>
  createReader(hurriedOptions(baseUrl, { env, limits }))
    .article('5', 'en')
    .catch((reason: unknown) => reason);

test.each(['HTTPS_PROXY', 'https_proxy'])(
  '%s is used for https, and the token stays inside the tunnel',
  async (name) => {
    const error = await ask('https://intercom.invalid', { [name]: `http://user:pass%20word@${proxy.host}` });
    const authorization = `Basic ${Buffer.from('user:pass word').toString('base64')}`;
    expect(proxy.asked[0]).toEqual({ target: 'intercom.invalid:443', authorization });
    // What is at the other end speaks no TLS, so the request itself was never sent.
    expect(error).toMatchObject({ name: 'IntercomError', status: null });
    expect(proxy.heard.join('')).not.toContain(secret);
    expect(upstream.seen).toEqual([]);
  },
);

test.each([
  ['407 Proxy Authentication Required', /The proxy refused to connect to intercom\.invalid \(407\).*HTTPS_PROXY/, 1],
  ['403 Forbidden', /The proxy refused to connect to intercom\.invalid \(403\)/, 1],
  ['503 Busy', /could not be reached, 2 times \(PROXY_503\)/, 2],
])('a proxy that answers %s is named', async (answer, sentence, requests) => {
  proxy.answer = answer;
  const error = await ask('https://intercom.invalid', { HTTPS_PROXY: `http://user:hunter2@${proxy.host}` });
  expect(error).toMatchObject({ status: null, message: expect.stringMatching(sentence) });
  expect(String(error)).not.toContain('hunter2');
  expect(proxy.asked).toHaveLength(requests);
});

test.each(['intercom.invalid', '.invalid', '*', 'other.test, intercom.invalid:443'])(
  'NO_PROXY %j goes around the proxy',
  async (around) => {
    const error = await ask('https://intercom.invalid', { HTTPS_PROXY: `http://${proxy.host}`, NO_PROXY: around });
    expect(error).toMatchObject({ message: expect.stringMatching(/intercom\.invalid could not be reached/) });
    expect(proxy.asked).toEqual([]);
  },
);

test('a proxy for http is not used for https', async () => {
  await ask('https://intercom.invalid', { HTTP_PROXY: `http://${proxy.host}` });
  expect(proxy.asked).toEqual([]);
});

test('this machine is never reached through a proxy', async () => {
  const env = { HTTP_PROXY: `http://${proxy.host}`, HTTPS_PROXY: `http://${proxy.host}` };
  expect(await ask(upstream.url, env)).toMatchObject({ id: '5' });
  expect(proxy.asked).toEqual([]);
});
