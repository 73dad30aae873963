import { setMaxListeners } from 'node:events';
import { IntercomError } from '../model/workspace.ts';
import type { ApiRequest, Attempt } from './api-request.ts';
import { exchange, type Wire } from './exchange.ts';
import { explain, type Surroundings } from './explain.ts';
import type { IntercomOptions, Limits } from './options.ts';
import { backoff, type Happening, retryRow } from './retry.ts';
import { Cancelled, createThrottle, type RunOptions, type Throttle } from './throttle.ts';
import { usualTokenVariable } from './token.ts';

/** A good answer. `json` is undefined where a delete was answered without a body. */
export type Answer = Pick<Attempt, 'status' | 'requestId' | 'json'>;

/** How a request ended, after everything the retry table allows. */
export type Settled =
  | ({ readonly kind: 'answer' } & Answer)
  /** `json`: the body of the answer, where there was one. */
  | { readonly kind: 'failed'; readonly error: IntercomError; readonly json: unknown }
  /** A create that may have happened: somebody has to look before it is sent again. */
  | { readonly kind: 'unknown'; readonly error: IntercomError; readonly timedOut: boolean };

/** Sends requests: paced, and again where that is safe. */
export interface Transport {
  /**
   * Sends a request until it is settled. Rejects only with an `IntercomError` of code `cancelled`.
   *
   * @param asked the request
   * @param signal from `signalFor`; absent: the run's own
   */
  send(asked: ApiRequest, signal?: AbortSignal): Promise<Settled>;
  /** The run's signal joined with a narrower one. */
  signalFor(narrower?: AbortSignal): AbortSignal;
  /** Waits, unless the run is stopped: then rejects like `send`. */
  pause(milliseconds: number, asked: ApiRequest, signal?: AbortSignal): Promise<void>;
  /** Requests sent so far, by method. */
  requests(): Readonly<Record<string, number>>;
}

/**
 * Makes the transport of a connection.
 *
 * @param wire where and with which headers
 * @param options clock, sleep, chance, signal and the callbacks
 * @param limits all bounds
 */
export function createTransport(wire: Wire, options: IntercomOptions, limits: Limits): Transport {
  const { token, tokenVariable = usualTokenVariable } = options;
  const around: Surroundings = { token, tokenVariable, host: new URL(wire.baseUrl).host, bounds: limits };
  const { now, idled, sleep, concurrency, flight, onWait } = options;
  const throttle = createThrottle({
    ...{ now, sleep, concurrency, limits },
    ...(flight === undefined ? {} : { flight }),
    ...(idled === undefined ? {} : { idled }),
    ...(onWait === undefined ? {} : { onWait }),
  });
  const run = joined([options.signal]);
  const sent: Record<string, number> = {};

  async function once(asked: ApiRequest, urgent: boolean, signal: AbortSignal): Promise<Attempt> {
    return sendThrough(throttle, asked, { urgent, signal, kind: kindOf(asked) }, async (stop) => {
      sent[asked.verb] = (sent[asked.verb] ?? 0) + 1;
      const began = now();
      const attempt = await exchange(wire, asked, stop);
      options.onExchange?.({
        method: asked.verb,
        path: asked.path,
        status: attempt.status,
        milliseconds: now() - began,
        remaining: attempt.rate?.remaining ?? null,
        limit: attempt.rate?.limit ?? null,
      });
      return attempt;
    });
  }

  async function pause(milliseconds: number, asked: ApiRequest, signal = run): Promise<void> {
    if (milliseconds >= limits.noticeMs) onWait?.({ milliseconds, why: 'trouble' });
    await sleep(milliseconds, signal).catch(() => Promise.reject(cancelled(asked)));
  }

  async function send(asked: ApiRequest, signal = run): Promise<Settled> {
    let reached = false;
    let limited = 0;
    let troubled = 0;
    for (let attempts = 1; ; attempts += 1) {
      const attempt = await once(asked, attempts > 1 || asked.urgent === true, signal);
      const { then } = retryRow(asked.verb, attempt.happening, reached);
      if (then === 'take' || then === 'done') {
        const { status, requestId, json } = attempt;
        return { kind: 'answer', status, requestId, json };
      }
      const error = explain(asked, attempt, attempts, around);
      if (then === 'look') return { kind: 'unknown', error, timedOut: attempt.happening === 'timed-out' };
      if (then === 'fail') return { kind: 'failed', error, json: attempt.json };
      if (then === 'wait') limited += 1;
      else troubled += 1;
      if (limited >= limits.rateLimitedAttempts || troubled >= limits.attempts)
        return { kind: 'failed', error, json: attempt.json };
      reached ||= mayHaveReached(attempt.happening);
      const retryAfter = attempt.rate?.retryAfterMs ?? null;
      if (then === 'again') await pause(backoff(troubled, options.random(), limits, retryAfter), asked, signal);
    }
  }

  return {
    send,
    pause,
    signalFor: (narrower) => (narrower === undefined ? run : joined([run, narrower])),
    requests: () => ({ ...sent }),
  };
}

/** Requests that take about as long as each other. */
function kindOf({ verb, path }: ApiRequest): string {
  return `${verb} ${path.replace(/\?.*/s, '').replace(/\d+/g, '0')}`;
}

async function sendThrough(
  throttle: Throttle,
  asked: ApiRequest,
  how: RunOptions,
  send: (stop: AbortSignal) => Promise<Attempt>,
): Promise<Attempt> {
  try {
    return await throttle.run(send, how);
  } catch (error) {
    throw error instanceof Cancelled ? cancelled(asked) : error;
  }
}

function mayHaveReached(happening: Happening): boolean {
  return happening !== 'not-sent' && happening !== 'rate-limited';
}

/** Hundreds of requests may wait on one signal; that is no leak. */
function joined(signals: AbortSignal[]): AbortSignal {
  const signal = AbortSignal.any(signals);
  setMaxListeners(0, signal);
  return signal;
}

/**
 * The error of a request that was not sent because the run was stopped.
 *
 * @param asked the request
 * @param extra a further sentence
 */
function cancelled(asked: ApiRequest, extra = ''): IntercomError {
  return new IntercomError({
    method: asked.verb,
    path: asked.path,
    status: null,
    code: 'cancelled',
    requestId: null,
    detail: '',
    message: `Stopped before ${asked.verb} ${asked.path} had finished.${extra}`,
  });
}
