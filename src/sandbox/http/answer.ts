import { createHash } from 'node:crypto';
import type { ApiError } from './api-error.ts';
import type { Quota } from './limit.ts';

/** The answer that an error stands for. */
export function errorAnswer(error: ApiError, requestId: string): Response {
  if (error.form === 'empty') return new Response(null, { status: error.status });
  if (error.form === 'short') {
    return Response.json({ errors: [{ message: error.message, status: error.status }] }, { status: error.status });
  }
  const field = error.field === undefined ? {} : { field: error.field };
  const errors = [{ code: error.code, message: error.message, ...field }];
  return Response.json({ type: 'error.list', request_id: requestId, errors }, { status: error.status });
}

/** What the headers of an answer tell. */
export interface AnswerFacts {
  readonly requestId: string;
  /** null before the version was looked at. */
  readonly version: string | null;
  /** null where the token was not taken: only authenticated answers tell the rate limit. */
  readonly quota: Quota | null;
}

/** Puts Intercom's headers on an answer. */
export async function withHeaders(answer: Response, { requestId, version, quota }: AnswerFacts): Promise<Response> {
  const body = answer.body === null ? null : await answer.text();
  const headers = new Headers(answer.headers);
  headers.set('x-request-id', requestId);
  if (version !== null) headers.set('intercom-version', version);
  if (quota !== null) {
    headers.set('x-ratelimit-limit', String(quota.limit));
    headers.set('x-ratelimit-remaining', String(quota.remaining));
    headers.set('x-ratelimit-reset', String(quota.reset));
  }
  if (body !== null && headers.get('content-type')?.startsWith('application/json')) {
    headers.set('content-type', 'application/json; charset=utf-8');
    headers.set('cache-control', 'max-age=0, private, must-revalidate');
    headers.set('etag', `W/"${createHash('md5').update(body).digest('hex')}"`);
  }
  return new Response(body, { status: answer.status, headers });
}
