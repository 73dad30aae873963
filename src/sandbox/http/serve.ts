import { setTimeout as sleep } from 'node:timers/promises';
import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Context, Hono } from 'hono';
import { makeTurns } from '../../net/turns.ts';
import { settleSchedules } from '../articles/schedule.ts';
import type { Engine } from '../engine.ts';
import { closeConnection, cutAnswer, proxyPage, resetConnection } from '../faults/connection.ts';
import type { Fault } from '../faults/fault.ts';
import { authenticate, authorise, newRequestId, ownerOf, tooManyRequests, versionOf } from './admit.ts';
import { type AnswerFacts, errorAnswer, type WireAnswer, withHeaders } from './answer.ts';
import { ApiError } from './api-error.ts';
import type { ApiEnv, Call } from './call.ts';
import type { OpenEntry } from './log.ts';

/** What a request comes to: an answer, or a broken connection. */
type Result = WireAnswer | 'broken';

/**
 * Serves requests to the API, each in the same order: log, fault before, wait, token, rate limit, version,
 * scope, handler, save, fault after, headers.
 *
 * @param routes the endpoints
 */
export function serveApi(engine: Engine, routes: Hono<ApiEnv>) {
  const turn = makeTurns();
  return async (c: Context<{ Bindings: HttpBindings }>): Promise<Response> => {
    const url = new URL(c.req.url);
    const facts = { method: c.req.method, path: url.pathname + url.search, requestId: newRequestId(engine) };
    const entry = engine.log.open({ ...facts, at: engine.now() });
    const { outgoing } = c.env;
    outgoing.once('close', () => {
      entry.took = engine.now() - entry.at;
      void engine.log.reached(entry, 'answered');
    });
    await engine.log.reached(entry, 'received');
    const fault = engine.faults.meet(facts.method, url.pathname);
    entry.fault = fault?.spec ?? null;
    const wait = engine.latency + (fault?.kind === 'slow' ? (fault.amount ?? 3000) : 0);
    if (wait > 0 && !(await waited(wait, engine.closing))) return RESPONSE_ALREADY_SENT;
    // What came while another was answered is on its way meanwhile, as between machines.
    if (wait > 0) await turn();
    const result = (await before(engine, c, fault, entry)) ?? (await after(engine, routes, c, fault, entry));
    if (result === 'broken') return RESPONSE_ALREADY_SENT;
    entry.status = result.status;
    send(outgoing, result);
    return RESPONSE_ALREADY_SENT;
  };
}

/** In one piece: a `Response` would be read as a stream. */
function send(outgoing: HttpBindings['outgoing'], { status, headers, body }: WireAnswer): void {
  const length = body === null ? {} : { 'content-length': String(Buffer.byteLength(body)) };
  outgoing.writeHead(status, { ...headers, ...length });
  outgoing.end(body ?? undefined);
}

/** Waits; false when the sandbox was closed meanwhile. */
async function waited(milliseconds: number, signal: AbortSignal): Promise<boolean> {
  try {
    await sleep(milliseconds, undefined, { signal });
    return true;
  } catch {
    return false;
  }
}

/** Faults that keep a request from taking effect; null when there is none. */
async function before(
  engine: Engine,
  c: Context<{ Bindings: HttpBindings }>,
  fault: Fault | null,
  entry: OpenEntry,
): Promise<Result | null> {
  switch (fault?.kind) {
    case 'refuse':
      closeConnection(c.env.outgoing);
      return 'broken';
    case 'reset-before':
      resetConnection(c.env.outgoing);
      return 'broken';
    case '429': {
      const quota = { ...engine.limiter.take(), remaining: 0 };
      const answer = errorAnswer(tooManyRequests(quota.limit), entry.requestId);
      return withHeaders(answer, { requestId: entry.requestId, version: null, quota });
    }
    case '500':
    case '502':
    case '503':
    case '504':
      return failure(fault.kind, entry);
    default:
      return null;
  }
}

/** Lets a request take effect, saves what it changed, and then lets faults that come after it happen. */
async function after(
  engine: Engine,
  routes: Hono<ApiEnv>,
  c: Context<{ Bindings: HttpBindings }>,
  fault: Fault | null,
  entry: OpenEntry,
): Promise<Result> {
  const answer = await handle(engine, routes, c, entry);
  if (entry.written.length > 0) await engine.store.save(engine.world);
  await engine.log.reached(entry, 'applied');
  switch (fault?.kind) {
    case 'drop-after':
      closeConnection(c.env.outgoing);
      return 'broken';
    case 'reset-after':
      resetConnection(c.env.outgoing);
      return 'broken';
    case 'cut':
      await cutAnswer(c.env.outgoing, answer, fault.amount);
      return 'broken';
    case '500-after':
    case '502-after':
    case '503-after':
    case '504-after':
      return failure(fault.kind.slice(0, 3), entry);
    default:
      return answer;
  }
}

function failure(status: string, entry: OpenEntry): WireAnswer | Promise<WireAnswer> {
  if (status !== '500') return proxyPage(Number(status) as 502 | 503 | 504);
  const error = new ApiError(500, 'server_error', 'Internal Server Error');
  return withHeaders(errorAnswer(error, entry.requestId), { requestId: entry.requestId, version: null, quota: null });
}

async function handle(
  engine: Engine,
  routes: Hono<ApiEnv>,
  c: Context<{ Bindings: HttpBindings }>,
  entry: OpenEntry,
): Promise<WireAnswer> {
  let facts: AnswerFacts = { requestId: entry.requestId, version: null, quota: null };
  try {
    const rights = authenticate(engine, c.req.header('authorization'));
    const quota = engine.limiter.take();
    facts = { ...facts, quota };
    if (quota.exceeded) throw tooManyRequests(quota.limit);
    const version = versionOf(engine, c.req.header('intercom-version'));
    facts = { ...facts, version };
    authorise(rights, c.req.method, c.req.path);
    settleSchedules(engine);
    const { incoming } = c.env;
    const call: Call = { entry, incoming, url: new URL(c.req.url), version, rights, admin: ownerOf(engine) };
    return await withHeaders(await routes.fetch(c.req.raw, { call }), facts);
  } catch (error) {
    if (error instanceof ApiError) return withHeaders(errorAnswer(error, entry.requestId), facts);
    entry.failure = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return failure('500', entry);
  }
}
