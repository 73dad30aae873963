import { inspect } from 'node:util';
import { afterEach, expect, test } from 'vitest';
import { createReader, createWriter, type IntercomOptions } from '../../src/intercom/index.ts';
import { IntercomError } from '../../src/workspace.ts';
import { hurriedOptions, secret } from './test-options.ts';
import { errorList, type Handler, json, type TinyServer, tinyServer } from './tiny-server.ts';

let server: TinyServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

type Call = 'article' | 'update' | 'delete' | 'create';
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

const id = { 'x-request-id': 'header-request-id' };
const html =
  (status: number): Handler =>
  (_seen, reply) => {
    reply.writeHead(status, { 'content-type': 'text/html; charset=utf-8', ...id });
    reply.end(`<html><title>Oops</title><body>${'x'.repeat(3_000)}</body></html>`);
  };

const cases: readonly (readonly [string, Call, Handler, Partial<IntercomError>, RegExp])[] = [
  [
    'a token that is refused',
    'article',
    (_seen, reply) => json(reply, 401, errorList('unauthorized', 'Access Token Invalid'), id),
    { status: 401, code: 'unauthorized', requestId: 'header-request-id', detail: 'Access Token Invalid' },
    /refused the access token \(401, GET \/articles\/5\).*INTERCOM_ACCESS_TOKEN.*region.*Intercom said: Access Token Invalid/,
  ],
  [
    'an author without permission',
    'update',
    (_seen, reply) => json(reply, 401, errorList('unauthorized', 'Author may not write'), id),
    { status: 401, method: 'PUT' },
    /or the author has no permission to write articles/,
  ],
  [
    'a missing permission',
    'update',
    (_seen, reply) => json(reply, 403, errorList('api_plan_restricted', 'Not in your plan')),
    { status: 403, code: 'api_plan_restricted', requestId: 'body-request-id' },
    /does not allow this \(403, PUT \/articles\/5\)/,
  ],
  [
    'an article that is not there',
    'update',
    (_seen, reply) => json(reply, 404, errorList('not_found', 'Resource Not Found')),
    { status: 404, code: 'not_found' },
    /nothing at \/articles\/5 \(404, PUT\).*may have been deleted/,
  ],
  [
    'a body that is refused',
    'update',
    (_seen, reply) => json(reply, 400, errorList('parameter_invalid', 'Image could not be fetched', 'body')),
    { status: 400, code: 'parameter_invalid', detail: 'Image could not be fetched (field body)' },
    /did not accept the request \(400, PUT \/articles\/5\)\. Intercom said: Image could not be fetched/,
  ],
  [
    'the short error body',
    'update',
    (_seen, reply) => json(reply, 422, { errors: [{ message: 'No draft to publish', status: 422 }] }, id),
    { status: 422, code: 'http-422', requestId: 'header-request-id', detail: 'No draft to publish' },
    /\(422, PUT .*No draft to publish/,
  ],
  [
    'several errors, some without words',
    'update',
    (_seen, reply) =>
      json(reply, 400, {
        type: 'error.list',
        request_id: null,
        errors: [{ code: 'a', message: null }, {}, { code: 'b', message: 'two' }],
      }),
    { status: 400, code: 'a', requestId: null, detail: 'a; two' },
    /Intercom said: a; two$/,
  ],
  [
    'an HTML error page',
    'update',
    html(403),
    { status: 403, code: 'not-json', requestId: 'header-request-id' },
    /403.*HTML page/,
  ],
  [
    'an HTML page of a broken gateway',
    'article',
    html(502),
    { status: 502, code: 'not-json' },
    /in trouble: it answered 502, 3 times.*HTML page/,
  ],
  [
    'a page where JSON was expected',
    'article',
    html(200),
    { status: 200, code: 'not-json' },
    /answered with an HTML page where JSON was expected.*proxy/,
  ],
  [
    'JSON under another name',
    'article',
    (_seen, reply) => {
      reply.writeHead(200, { 'content-type': 'text/plain', ...id });
      reply.end('{"id":"5"}');
    },
    { status: 200, code: 'not-json', requestId: 'header-request-id' },
    /answered with text\/plain where JSON/,
  ],
  [
    'an empty error',
    'update',
    (_seen, reply) => {
      reply.writeHead(404);
      reply.end();
    },
    { status: 404, code: 'not-json', requestId: null, detail: '' },
    /nothing at \/articles\/5/,
  ],
  [
    'an empty answer',
    'article',
    (_seen, reply) => {
      reply.writeHead(200, { 'content-type': 'application/json', ...id });
      reply.end();
    },
    { status: 200, code: 'no-answer', requestId: 'header-request-id' },
    /ended too early, 3 times/,
  ],
  [
    'half an answer',
    'article',
    (_seen, reply) => {
      reply.writeHead(200, { 'content-type': 'application/json' });
      reply.end('{"id":"5","title":"half');
    },
    { status: 200, code: 'no-answer' },
    /ended too early, 3 times/,
  ],
  [
    'an answer cut off',
    'article',
    (_seen, reply) => {
      reply.writeHead(200, { 'content-type': 'application/json', 'content-length': '5000', ...id });
      reply.write('{"id":"5","title":"half');
      setTimeout(() => reply.destroy(), 5);
    },
    { status: 200, code: 'no-answer', requestId: 'header-request-id' },
    /ended too early, 3 times/,
  ],
  [
    'another shape',
    'article',
    (_seen, reply) => json(reply, 200, { id: '5', title: { private: 'words' } }, id),
    { status: 200, code: 'unexpected-shape', requestId: 'header-request-id' },
    /GET \/articles\/5 has an unexpected shape \(title: Invalid input/,
  ],
  [
    'a redirect',
    'article',
    (_seen, reply) => {
      reply.writeHead(302, { location: 'http://127.0.0.1:1/elsewhere' });
      reply.end();
    },
    { status: 302 },
    /redirects elsewhere \(302, GET \/articles\/5\), which is not followed/,
  ],
  [
    'a rate limit that stays exhausted',
    'article',
    (_seen, reply) =>
      json(reply, 429, errorList('rate_limit_exceeded', 'Exceeded rate limit of 167 in 10_seconds'), {
        'retry-after': '1',
      }),
    { status: 429, code: 'rate_limit_exceeded' },
    /rate limit stayed exhausted, 4 times \(429/,
  ],
  [
    'a connection that breaks',
    'article',
    (_seen, reply) => void reply.destroy(),
    { status: null, code: 'no-answer', requestId: null },
    /broke before the answer came, 3 times \(\w+, GET \/articles\/5\)/,
  ],
  [
    'no answer in time',
    'article',
    () => undefined,
    { status: null, code: 'timed-out' },
    /did not answer in time, 3 times \(GET \/articles\/5\)/,
  ],
  [
    'a body that stops coming',
    'article',
    (_seen, reply) => {
      reply.writeHead(200, { 'content-type': 'application/json' });
      reply.write('{"id":');
    },
    { status: 200, code: 'no-answer' },
    /ended too early, 3 times/,
  ],
];

const limits = { attempts: 3, rateLimitedAttempts: 4, headersMs: 120, bodyMs: 120, connectMs: 500 };

test.each(cases)('%s becomes an error a person understands', async (_what, call, handler, facts, sentence) => {
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
    message: expect.stringMatching(/No trusted connection to 127|broke before/),
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
