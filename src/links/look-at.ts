import { type Dispatcher, request } from 'undici';
import { codeOf } from '../model/code-of.ts';
import { deadlineIn } from '../net/deadline.ts';
import { follow, type Hop } from './follow.ts';
import { NotPublic } from './web.ts';

/** What is known of an address on the web; reasons go on after the address: `answers 404`. */
export type LinkState =
  | { readonly is: 'alive' }
  | { readonly is: 'dead'; readonly reason: string }
  | { readonly is: 'unknown'; readonly reason: string };

/** Why an address is dead whose name is not found: also what a machine says that is not on the web at all. */
export const noSuchName = 'has a name that does not exist';

/** How an address is looked at. */
export interface Manner {
  readonly dispatcher: Dispatcher;
  /** Milliseconds for each request. */
  readonly requestMs: number;
  readonly userAgent: string;
  readonly signal: AbortSignal;
}

const alive: LinkState = { is: 'alive' };

/**
 * Looks whether an address on the web exists: HEAD, and GET where HEAD does not say so, redirects followed. Nothing
 * of what a page holds is read.
 *
 * @param url absolute; without a fragment
 * @returns `dead` only for what is gone for certain: 404, 410, no such name, a certificate that does not hold
 */
export async function lookAt(url: string, manner: Manner): Promise<LinkState> {
  try {
    // Many servers answer HEAD wrongly or not at all, so only GET counts against an address.
    return (await viaHead(new URL(url), manner)) ?? (await found(new URL(url), 'GET', manner)).verdict;
  } catch (error) {
    return verdictOf(error, manner.signal);
  }
}

/** null where GET may know better. */
async function viaHead(url: URL, manner: Manner): Promise<LinkState | null> {
  try {
    const { verdict, status } = await found(url, 'HEAD', manner);
    // Who asks for a password or for patience does not want to be asked again.
    return verdict.is === 'alive' || status === null || [401, 429, 503].includes(status) ? verdict : null;
  } catch (error) {
    if (/^(ECONNRESET|UND_ERR_SOCKET$|HPE_)/.test(codeOf(error))) return null;
    throw error;
  }
}

/** A verdict, and the status that it rests on; null for none. */
interface Found {
  readonly verdict: LinkState;
  readonly status: number | null;
}

async function found(start: URL, method: 'HEAD' | 'GET', manner: Manner): Promise<Found> {
  const end = await follow(start, (url) => ask(url, method, manner));
  if (!end.ok) return { verdict: { is: 'unknown', reason: end.reason }, status: null };
  return { verdict: verdictOn(end.answer.status), status: end.answer.status };
}

async function ask(
  url: URL,
  method: 'HEAD' | 'GET',
  { dispatcher, requestMs, userAgent, signal }: Manner,
): Promise<Hop> {
  const deadline = deadlineIn(signal, requestMs);
  const answer = await request(url, {
    dispatcher,
    method,
    headers: { 'user-agent': userAgent, accept: '*/*' },
    signal: deadline.signal,
  }).finally(deadline.clear);
  // Closes the connection when there is more to come: nobody wants to read it.
  answer.body.on('error', () => undefined).destroy();
  const { location } = answer.headers;
  return { status: answer.statusCode, location: (Array.isArray(location) ? location[0] : location) ?? null };
}

function verdictOn(status: number): LinkState {
  if (status >= 200 && status < 300) return alive;
  return { is: status === 404 || status === 410 ? 'dead' : 'unknown', reason: `answers ${status}` };
}

/** Node's codes for certificates that do not hold, and for a TLS that cannot be spoken. */
const tls = /^(CERT_|ERR_TLS_|ERR_SSL_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|EPROTO$|HOSTNAME_MISMATCH$|INVALID_CA$)/;

/**
 * What a request that came to no answer says of its address.
 *
 * @param signal of all that is looked at
 */
export function verdictOf(error: unknown, signal: AbortSignal): Exclude<LinkState, { readonly is: 'alive' }> {
  if (signal.aborted) return { is: 'unknown', reason: 'was not looked at: time ran out' };
  if (error instanceof NotPublic) return { is: 'unknown', reason: error.message };
  const code = codeOf(error);
  if (code === 'ENOTFOUND') return { is: 'dead', reason: noSuchName };
  if (tls.test(code)) return { is: 'dead', reason: `has no valid certificate (${code})` };
  if ((error as Error | null)?.name === 'TimeoutError' || /TIMEOUT|ETIMEDOUT/.test(code)) {
    return { is: 'unknown', reason: 'did not answer in time' };
  }
  return { is: 'unknown', reason: `could not be reached${code === '' ? '' : ` (${code})`}` };
}
