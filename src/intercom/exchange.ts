import { type Dispatcher, request } from 'undici';
import { codeOf } from '../model/code-of.ts';
import type { HeardAnswer } from '../model/host.ts';
import { BodyTooLarge, bytesWithin } from '../net/bounded-body.ts';
import { type Deadline, deadlineIn } from '../net/deadline.ts';
import type { ApiRequest, Attempt } from './api-request.ts';
import { type Headers, header, readRate } from './rate-headers.ts';
import { type Happening, happeningOf } from './retry.ts';

/** What every request of a connection has in common. */
export interface Wire {
  /** Without a trailing slash. */
  readonly baseUrl: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly dispatcher: Dispatcher;
  readonly headersMs: number;
  readonly bodyMs: number;
  readonly bodyBytes: number;
  readonly totalMs: number;
  now(): number;
  /** Told of every answer that came whole. */
  hears(heard: Omit<HeardAnswer, 'tokenVariable'>): void;
}

/**
 * Sends a request once and says what became of it. Never rejects: a failure is a value, made of our own words and
 * the network's code alone, because errors of the network layer can hold the headers and with them the token.
 * Redirects are not followed, for the same reason.
 *
 * @param wire the connection
 * @param asked the request
 * @param stop breaks the exchange off when aborted
 */
export async function exchange(wire: Wire, asked: ApiRequest, stop: AbortSignal): Promise<Attempt> {
  const deadline = deadlineIn(stop, wire.totalMs);
  try {
    return await exchangeUntil(wire, asked, deadline);
  } finally {
    deadline.clear();
  }
}

async function exchangeUntil(wire: Wire, asked: ApiRequest, { signal }: Deadline): Promise<Attempt> {
  let answer: Dispatcher.ResponseData;
  try {
    answer = await request(wire.baseUrl + asked.path, {
      dispatcher: wire.dispatcher,
      method: asked.verb,
      headers: asked.body === undefined ? wire.headers : { ...wire.headers, 'content-type': 'application/json' },
      body: asked.body === undefined ? null : JSON.stringify(asked.body),
      headersTimeout: wire.headersMs,
      bodyTimeout: wire.bodyMs,
      signal,
    });
  } catch (error) {
    const happening = isTimeUp(signal) ? 'timed-out' : howItFailed(error);
    return { ...noAnswer, happening, cause: causeOf(error) };
  }
  const facts = factsOf(answer, wire.now());
  try {
    const body = await bytesWithin(answer.body, wire.bodyBytes, answer.headers['content-length']);
    wire.hears({
      method: asked.verb,
      url: wire.baseUrl + asked.path,
      headers: wire.headers,
      status: facts.status,
      body,
    });
    return { ...facts, ...read(asked, facts, new TextDecoder().decode(body)) };
  } catch (error) {
    const happening = happeningOf(facts.status);
    const isGood = happening === 'answered';
    return {
      ...facts,
      happening: isGood ? howItEnded(error, signal) : happening,
      json: undefined,
      cause: causeOf(error),
    };
  }
}

/** Why a good answer has no whole body. */
function howItEnded(error: unknown, signal: AbortSignal): Happening {
  if (error instanceof BodyTooLarge) return 'too-large';
  return isTimeUp(signal) ? 'too-slow' : 'cut';
}

/** Whether the time was up, and not the run stopped. */
function isTimeUp(signal: AbortSignal): boolean {
  return signal.aborted && property(signal.reason, 'name') === 'TimeoutError';
}

const noAnswer = { status: null, requestId: null, rate: null, json: undefined, mediaType: null } as const;

function factsOf(answer: Dispatcher.ResponseData, now: number) {
  const headers: Headers = answer.headers;
  return {
    status: answer.statusCode,
    requestId: header(headers, 'x-request-id'),
    rate: readRate(headers, now),
    mediaType: header(headers, 'content-type')?.split(';')[0]?.trim().toLowerCase() ?? null,
    cause: null,
  };
}

type Reading = Pick<Attempt, 'happening' | 'json'>;

function read(asked: ApiRequest, facts: { status: number; mediaType: string | null }, text: string): Reading {
  const happening = happeningOf(facts.status);
  const json = parse(text);
  if (happening !== 'answered') return { happening, json };
  if (text.trim() === '') return { happening: asked.verb === 'DELETE' ? 'answered' : 'cut', json: undefined };
  const meantAsJson = facts.mediaType === null || /[/+]json$/.test(facts.mediaType);
  if (!meantAsJson) return { happening: 'not-json', json: undefined };
  return { happening: json === undefined ? 'cut' : 'answered', json };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const notSent = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENETDOWN',
  'EADDRNOTAVAIL',
  'UND_ERR_CONNECT_TIMEOUT',
]);

const certificateTrouble =
  /^(CERT_|ERR_TLS_|ERR_SSL_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|HOSTNAME_MISMATCH|EPROTO|UND_ERR_PRX_TLS)/;

/** Mistakes in how the request was put, and tests' dispatchers that do not know it. */
const neverPossible = /^(UND_ERR_INVALID_ARG|UND_ERR_NOT_SUPPORTED|UND_ERR_DESTROYED|UND_ERR_CLOSED|UND_MOCK_ERR)/;

function howItFailed(error: unknown): Happening {
  const code = causeOf(error) ?? '';
  const connecting = property(error, 'syscall') === 'connect';
  if (notSent.has(code) || (connecting && code === 'ETIMEDOUT')) return 'not-sent';
  if (code === 'UND_ERR_HEADERS_TIMEOUT') return 'timed-out';
  if (certificateTrouble.test(code) || neverPossible.test(code)) return 'blocked';
  const proxyStatus = /^PROXY_(\d+)$/.exec(code)?.[1];
  if (proxyStatus !== undefined) return Number(proxyStatus) >= 500 ? 'not-sent' : 'blocked';
  return 'broken';
}

/** An error's code; a proxy that refuses to open the tunnel is told apart by words alone. */
function causeOf(error: unknown): string | null {
  const refused = /^Proxy response \((\d{3})\)/.exec(property(error, 'message') ?? '')?.[1];
  return refused === undefined ? codeOf(error) || null : `PROXY_${refused}`;
}

function property(error: unknown, key: 'syscall' | 'message' | 'name'): string | null {
  if (typeof error !== 'object' || error === null || !(key in error)) return null;
  const value: unknown = Reflect.get(error, key);
  return typeof value === 'string' ? value : null;
}
