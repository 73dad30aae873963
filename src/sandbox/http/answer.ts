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

/** An answer as it goes out. */
export interface WireAnswer {
  readonly status: number;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

/** Puts Intercom's headers on an answer. */
export async function withHeaders(answer: Response, { requestId, version, quota }: AnswerFacts): Promise<WireAnswer> {
  const body = answer.body === null ? null : await answer.text();
  const headers: Record<string, string> = { ...Object.fromEntries(answer.headers), 'x-request-id': requestId };
  if (version !== null) headers['intercom-version'] = version;
  if (quota !== null) {
    headers['x-ratelimit-limit'] = String(quota.limit);
    headers['x-ratelimit-remaining'] = String(quota.remaining);
    headers['x-ratelimit-reset'] = String(quota.reset);
  }
  if (body !== null && headers['content-type']?.startsWith('application/json')) {
    headers['content-type'] = 'application/json; charset=utf-8';
    headers['cache-control'] = 'max-age=0, private, must-revalidate';
    headers['etag'] = `W/"${createHash('md5').update(body).digest('hex')}"`;
  }
  return { status: answer.status, headers, body };
}
