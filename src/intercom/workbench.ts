import type { Reply, Workbench } from '../model/workbench.ts';
import type { IntercomError } from '../model/workspace.ts';
import { connect } from './connection.ts';
import type { IntercomOptions } from './options.ts';
import type { Settled } from './transport.ts';

/**
 * Connects to a workspace to ask it what no description says: any request may be sent, and a refusal is an answer.
 *
 * @param options see there; nothing is sent until something is asked for
 * @throws IntercomError of code `bad-base-url`, `bad-token` or `bad-proxy`
 */
export function createWorkbench(options: IntercomOptions): Workbench {
  let rateLimit: number | null = null;
  const connection = connect({
    ...options,
    onExchange(exchange) {
      rateLimit = exchange.limit ?? rateLimit;
      options.onExchange?.(exchange);
    },
  });
  const { transport, limits } = connection;
  return {
    version: connection.version,
    ask: async (request) => replyOf(await transport.send(request)),
    async pauses(look) {
      for (const milliseconds of limits.lookMs) {
        await transport.pause(milliseconds, { verb: 'GET', path: '/articles' });
        if (await look()) return;
      }
    },
    requests: () => Object.values(transport.requests()).reduce((sum, count) => sum + count, 0),
    rateLimit: () => rateLimit,
    close: () => connection.close(),
  };
}

function replyOf(settled: Settled): Reply {
  if (settled.kind === 'answer') return { kind: 'taken', json: settled.json, requestId: settled.requestId };
  if (settled.kind === 'unknown') return { kind: 'lost', error: settled.error };
  const { error, json } = settled;
  if (!isRefusal(error)) throw error;
  return { kind: 'refused', status: error.status ?? 0, words: error.detail, json, error };
}

/** What Intercom says of the request itself. A token that counts for nothing is none of it, nor is a limit. */
function isRefusal({ status }: IntercomError): boolean {
  return status !== null && status >= 400 && status < 500 && status !== 408 && status !== 429;
}
