import type { Dispatcher } from 'undici';
import type { ApiVersion } from '../model/api-version.ts';
import { openRoute } from '../net/dispatcher.ts';
import { resolveBaseUrl } from './base-url.ts';
import type { Wire } from './exchange.ts';
import { createSeen, type Seen } from './known.ts';
import { defaultLimits, type IntercomOptions, type Limits } from './options.ts';
import { ours } from './requests.ts';
import { tokenProblem, usualTokenVariable } from './token.ts';
import { createTransport, type Transport } from './transport.ts';

/** A way to one workspace: what reader and writer are made of. */
export interface Connection {
  readonly transport: Transport;
  readonly known: Seen;
  readonly limits: Limits;
  readonly version: ApiVersion;
  /** Lets go of idle connections. */
  close(): Promise<void>;
}

/**
 * Opens a connection; nothing is sent yet.
 *
 * @param options see there
 * @throws IntercomError of code `bad-base-url`, `bad-token` or `bad-proxy`, before anything is sent
 */
export function connect(options: IntercomOptions): Connection {
  const limits: Limits = { ...defaultLimits, ...options.limits };
  const base = resolveBaseUrl(options.baseUrl, options.region);
  if (!base.ok) throw ours(nowhere, 'bad-base-url', base.message);
  const refusal = tokenProblem(options.token);
  if (refusal !== null) throw ours(nowhere, 'bad-token', `${refusal.message} ${refusal.help}`);
  const route = routeOf(options, base.url, limits);
  const wire = {
    baseUrl: base.url,
    headers: {
      authorization: `Bearer ${options.token}`,
      accept: 'application/json',
      'intercom-version': options.version,
      'user-agent': 'helpcentre',
    },
    dispatcher: route,
    headersMs: limits.headersMs,
    bodyMs: limits.bodyMs,
    bodyBytes: limits.bodyBytes,
    totalMs: limits.totalMs,
    now: options.now,
    hears: hearing(options),
  };
  return {
    transport: createTransport(wire, options, limits),
    known: createSeen(),
    limits,
    version: options.version,
    // A dispatcher that was handed in belongs to who made it.
    close: async () => (options.dispatcher === undefined ? route.close() : undefined),
  };
}

/** Hands on what is heard, with the name of the token that was sent. */
function hearing({ hears, tokenVariable = usualTokenVariable }: IntercomOptions): Wire['hears'] {
  return (heard) => hears?.({ ...heard, tokenVariable });
}

/** The errors above come before any request. */
const nowhere = { verb: 'GET', path: '/' } as const;

function routeOf(options: IntercomOptions, baseUrl: string, limits: Limits): Dispatcher {
  if (options.dispatcher !== undefined) return options.dispatcher;
  const route = openRoute(baseUrl, options.env, { connections: options.concurrency, connectMs: limits.connectMs });
  if (!route.ok) throw ours(nowhere, 'bad-proxy', route.message);
  return route.dispatcher;
}
