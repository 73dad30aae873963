import { inspect } from 'node:util';
import { afterEach, expect, test } from 'vitest';
import { createReader, createWriter, type IntercomOptions } from '../../src/intercom/index.ts';
import { IntercomError } from '../../src/model/workspace.ts';
import { answerCases, type Call } from './answer-cases.ts';
import { hurriedOptions, secret } from './test-options.ts';
import { errorList, type Handler, json, type TinyServer, tinyServer } from './tiny-server.ts';

let server: TinyServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

const write = {
  parentId: '18',
  locales: { en: { title: 'T', description: '', body: '<p>B</p>', state: 'draft', authorId: '42' } },
} as const;

async function failing(call: Call, handler: Handler, more: Partial<IntercomOptions> = {}): Promise<IntercomError> {
  server = await tinyServer(handler);
  const options = hurriedOptions(server.url, more);
  const writer = createWriter(options);
  const calls: Record<Call, () => Promise<unknown>> = {
    article: () => createReader(options).article('5', 'en'),
    update: () => writer.updateArticle('5', write, 'en'),
    delete: () => writer.deleteArticle('5'),
    create: () => writer.createArticle(write, 'en'),
  };
  const error = await calls[call]().then(
    () => 'nothing was thrown',
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(IntercomError);
  return error as IntercomError;
}

/** Everything of an error that anyone could print. */
const everything = (error: Error) =>
  inspect(error, { depth: 20, showHidden: true, getters: true }) + JSON.stringify(error) + error.stack;

const limits = { attempts: 3, rateLimitedAttempts: 4, headersMs: 120, bodyMs: 120, connectMs: 500 };

test.each(answerCases)('%s becomes an error a person understands', async (_what, call, handler, facts, sentence) => {
  const error = await failing(call, handler, { limits });
  expect(error).toMatchObject(facts);
  expect(error.message).toMatch(sentence);
  expect(error.cause).toBeUndefined();
  expect(everything(error)).not.toContain(secret);
});

test('an answer that repeats the token does not get it into the error', async () => {
  const error = await failing('update', (seen, reply) => {
    const echo = `${seen.headers.authorization} is wrong`;
    const body = { errors: [{ code: secret, message: echo, field: encodeURIComponent(secret) }] };
    json(reply, 400, body, { 'x-request-id': secret });
  });
  expect(everything(error)).not.toContain(secret);
  expect(everything(error)).not.toContain(encodeURIComponent(secret));
  expect(error.detail).toContain('Bearer [token] is wrong');
});

test('an answer cannot repaint the terminal or bury the message', async () => {
  const error = await failing('update', (_seen, reply) => {
    json(reply, 400, errorList('bad', `\u001b[2J\u202eevil\r\n${'long '.repeat(1_000)}`));
  });
  expect(error.message).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  expect(error.message.length).toBeLessThan(700);
});

test('a host that cannot be reached is an error that names it', async () => {
  const closed = await tinyServer(() => undefined);
  await closed.close();
  const reader = createReader(hurriedOptions(closed.url, { limits }));
  const error = await reader.article('5', 'en').catch((reason: unknown) => reason);
  expect(error).toMatchObject({ status: null, code: 'no-answer' });
  expect(error).toMatchObject({
    message: expect.stringMatching(/^127\.0\.0\.1:\d+ could not be reached, 3 times \(ECONNREFUSED\)/),
  });
});

test('https that is none is said to be no trusted connection', async () => {
  server = await tinyServer(() => undefined);
  const reader = createReader(hurriedOptions(server.url.replace('http:', 'https:'), { limits }));
  const error = await reader.article('5', 'en').catch((reason: unknown) => reason);
  expect(error).toMatchObject({
    status: null,
    message: expect.stringMatching(/A secure connection to 127|broke before/),
  });
});

test.each([
  [{ baseUrl: 'http://api.intercom.io' }, 'bad-base-url'],
  [{ token: 'two words' }, 'bad-token'],
  [{ baseUrl: null, env: { HTTPS_PROXY: 'not a url' } }, 'bad-proxy'],
])('%j is refused before anything is sent, with code %s', (more, code) => {
  const make = () => createReader(hurriedOptions('http://127.0.0.1:9', more));
  expect(make).toThrow(expect.objectContaining({ name: 'IntercomError', code, status: null }));
});
