import { Agent } from 'undici';
import { afterEach, expect, test } from 'vitest';
import { connectGithub } from '../../../src/action/github/client.ts';
import { type Handler, type TinyServer, tinyServer } from '../../intercom/tiny-server.ts';
import { endlessly } from '../../kit/endless-answer.ts';

let server: TinyServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

async function ask(handler: Handler, wholeTime?: number): Promise<unknown> {
  server = await tinyServer(handler);
  const github = connectGithub({
    apiUrl: server.url,
    token: 'secret',
    userAgent: 'test',
    dispatcher: new Agent(),
    now: () => 0,
    sleep: async () => undefined,
    random: () => 0,
    onWait: () => undefined,
    ...(wholeTime === undefined ? {} : { wholeTime }),
  });
  return github.send({ verb: 'GET', path: '/repos/o/r', purpose: 'read the repository', permission: 'contents: read' });
}

test('an answer of GitHub without end is broken off, and not asked for again', async () => {
  const read = ask((_, reply) => {
    reply.writeHead(200);
    void endlessly(reply, ' '.repeat(65_536));
  });
  await expect(read).rejects.toMatchObject({ code: 'refused', message: expect.stringContaining('too large') });
  expect(server?.seen).toHaveLength(1);
});

test('an answer of GitHub that says itself how much too large it is is not read', async () => {
  const read = ask((_, reply) => {
    reply.writeHead(200, { 'content-length': '90000000' });
    reply.flushHeaders();
  });
  await expect(read).rejects.toMatchObject({ code: 'refused' });
});

test('an answer of GitHub that comes a byte at a time has an end', async () => {
  const read = ask((_, reply) => {
    reply.writeHead(200);
    void endlessly(reply, ' ', 10);
  }, 200);
  await expect(read).rejects.toMatchObject({ code: 'no-answer' });
  expect(server?.seen.length).toBeLessThan(5);
});
