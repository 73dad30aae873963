import type { IntercomError } from '../../src/model/workspace.ts';
import { errorList, type Handler, json } from './tiny-server.ts';

export type Call = 'article' | 'update' | 'delete' | 'create';

const id = { 'x-request-id': 'header-request-id' };
const html =
  (status: number): Handler =>
  (_seen, reply) => {
    reply.writeHead(status, { 'content-type': 'text/html; charset=utf-8', ...id });
    reply.end(`<html><title>Oops</title><body>${'x'.repeat(3_000)}</body></html>`);
  };

/** What goes on, which call meets it, the answer, facts of the error, and its sentence. */
export const answerCases: readonly (readonly [string, Call, Handler, Partial<IntercomError>, RegExp])[] = [
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
    'an audience that is not there: the article is',
    'update',
    (_seen, reply) => json(reply, 404, errorList('parameter_invalid', 'audience_ids contains unknown audience IDs: 5')),
    { status: 404, code: 'parameter_invalid' },
    /did not accept the request \(404, PUT \/articles\/5\)\. Intercom said: audience_ids contains unknown/,
  ],
  [
    'a body that is refused',
    'update',
    (_seen, reply) => json(reply, 400, errorList('parameter_invalid', 'Image could not be fetched', 'body')),
    { status: 400, code: 'parameter_invalid', detail: 'Image could not be fetched (field body)' },
    /did not accept the request \(400, PUT \/articles\/5\)\. Intercom said: Image could not be fetched/,
  ],
  [
    'lists in lists, which the documentation forbids',
    'update',
    (_seen, reply) => json(reply, 400, errorList('parameter_invalid', 'nested lists are not supported', 'body')),
    { status: 400, detail: 'nested lists are not supported (field body)' },
    /Intercom said: nested lists are not supported \(field body\)\. To publish .* "flatten: \[nested-lists\]" in helpcentre\.yml\.$/,
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
    /has a problem: it answered 502, 3 times.*HTML page/,
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
